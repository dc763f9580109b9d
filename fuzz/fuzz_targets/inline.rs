//! The markup within a line: links, emphasis, code.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| resume_fuzz::inline(text));
