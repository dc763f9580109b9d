//! Résumés in other forms: what becomes of them, and what is said about it.
//!
//! Never looks at a page.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod fixtures;
mod fuzz;
mod golden;
mod linkedin;
mod pandoc;
mod same;
mod words;
