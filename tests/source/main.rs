//! The résumé file: what it may say, and what is said about its mistakes.
//!
//! Never looks at a page.

mod invalid;
