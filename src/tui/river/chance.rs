//! Chance that is the same every time: a hash of the crossing's seed, so that a river keeps its shape.

/// The chance of one river. Equal seeds give equal rivers on every machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    pub(super) seed: u32,
}

impl Chance {
    /// A number for the place `a` in the series `b`.
    pub(super) const fn at(self, a: i32, b: i32) -> u32 {
        let first = mix(self
            .seed
            .wrapping_add(a.cast_unsigned().wrapping_mul(0x9e37_79b9)));
        mix(first.wrapping_add(b.cast_unsigned().wrapping_mul(0x85eb_ca6b)))
    }
}

/// Whether bit `n` of `r` is set.
pub(super) const fn bit(r: u32, n: u32) -> bool {
    (r >> n) & 1 == 1
}

/// `r` modulo `by` as a column or row; zero if `by` isn't positive.
pub(super) fn below(r: u32, by: i32) -> i32 {
    match u32::try_from(by) {
        Ok(by) if by > 0 => (r % by).cast_signed(),
        _ => 0,
    }
}

const fn mix(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x7feb_352d);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_never_change() {
        let chance = Chance { seed: 7 };
        assert_eq!(chance.at(0, 60), 3_359_896_572);
        assert_eq!(chance.at(1, 60), 3_861_416_243);
        assert_eq!(mix(0), 0);
    }

    #[test]
    fn below_nothing_is_zero() {
        assert_eq!(below(9, 0), 0);
        assert_eq!(below(9, -3), 0);
        assert_eq!(below(9, 4), 1);
    }
}
