//! Knocks at one door: `session`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| floe_fuzz::session(bytes));
