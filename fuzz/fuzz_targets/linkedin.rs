//! The ZIP file that LinkedIn hands out: as it is, or packed from a text of its files.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| resume_fuzz::linkedin(bytes));
