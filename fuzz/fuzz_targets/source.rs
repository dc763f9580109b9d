//! The résumé file: YAML or JSON as people write it, up to the finished page.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| resume_fuzz::source(text));
