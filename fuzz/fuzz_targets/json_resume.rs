//! A résumé in JSON Resume, or what passes for it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| resume_fuzz::import("r.json", bytes));
