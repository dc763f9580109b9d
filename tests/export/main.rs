//! The other forms of a résumé, held to what reads them.
//!
//! Never looks at the page.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../common/everything.rs"]
mod everything;
mod json_resume;
