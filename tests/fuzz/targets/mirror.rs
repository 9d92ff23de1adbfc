//! Knocks at one door: `mirror`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| floe_fuzz::mirror(bytes));
