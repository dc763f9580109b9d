//! A résumé in RenderCV's YAML.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| resume_fuzz::import("r.yaml", bytes));
