//! Knocks at one door: `keys`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| floe_fuzz::keys(bytes));
