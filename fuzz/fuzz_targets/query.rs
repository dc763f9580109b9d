//! The query string of an address, read, written, and asked.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| resume_fuzz::query(text));
