//! A quick way to find small numbers again. They are of floe's own making, so nobody can choose them to be slow.

use std::hash::{BuildHasherDefault, Hasher};

/// Spreads small numbers by one multiplication.
pub(super) type Spread = BuildHasherDefault<Numbers>;

#[derive(Debug, Default)]
pub(super) struct Numbers(u64);

impl Hasher for Numbers {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }
}
