//! The thin end of floe.
fn main() {}
