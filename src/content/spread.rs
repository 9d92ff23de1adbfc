//! A quick way to find short words and small numbers again.
//!
//! It is no lock: somebody who writes a lexicon can choose words to be found slowly. A lexicon is too small for that to
//! last, and the standard way takes longer for everybody.

use std::hash::{BuildHasherDefault, Hasher};

/// Spreads by one multiplication for eight bytes.
pub(crate) type Spread = BuildHasherDefault<Spreading>;

/// What was spread so far.
#[derive(Debug, Default)]
pub(crate) struct Spreading(u64);

impl Hasher for Spreading {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.write_u64(u64::from_le_bytes(*eight));
        }
        let rest = rest
            .iter()
            .fold(0, |value, byte| value << 8 | u64::from(*byte));
        self.write_u64(rest);
    }

    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
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
