//! Files that were written to do harm: what is made of them is harmless, or
//! they are refused with a message that names the place, in little time and
//! memory. And requests that were made to.
//!
//! Never tests what a good file means.

#![cfg(feature = "typeset")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod addresses;
#[path = "../common/attacks.rs"]
mod attacks;
mod built;
#[path = "../common/everything.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod everything;
mod forms;
#[path = "../common/harmless.rs"]
mod harmless;
mod letters;
mod pages;
mod rebound;
#[path = "../export/reference.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod reference;
mod repeated;
mod site;
mod size;
