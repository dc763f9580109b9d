//! A résumé in Markdown.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| resume_fuzz::import("r.md", bytes));
