//! The résumé in other forms than the page: each is held against a program
//! that knows the form, and nothing of the résumé is lost in any.
//!
//! `cargo xtask test` brings those programs. Never looks at the page.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod edited;
#[path = "../common/everything.rs"]
mod everything;
#[path = "../common/full.rs"]
mod full;
mod generate;
mod golden;
mod json_resume;
mod leaves;
mod markdown;
mod pandoc;
mod pdf;
mod reference;
mod samples;
mod text;
mod vcard;
mod word;
