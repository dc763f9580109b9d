//! The résumé file: what it may say, and what is said about its mistakes.
//!
//! Never looks at a page.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod entries;
mod invalid;
mod json;
mod outline;
mod private;
mod properties;
mod sections;
mod skills;
mod text;
mod theme;
mod variants;
