//! Knocks at one door: `content`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| floe_fuzz::content(bytes));
