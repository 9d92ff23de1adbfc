//! Seeded choice: chance comes in as a number, and everything after it is arithmetic.

/// Letters and digits that are hard to mistake for one another.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A short id for a river or a crossing, from eight random bytes: seven letters, about 34 billion of them.
#[must_use]
pub fn short_id(entropy: u64) -> String {
    (0..7)
        .map(|place| LETTERS[(entropy >> (5 * place)) as usize & 31] as char)
        .collect()
}

/// The numbers from 0 to below `count`, in an order of chance that is always the same for the same seed.
#[must_use]
pub fn order(seed: u64, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed;
    for last in (1..count).rev() {
        // SplitMix64 (Steele, Lea and Flood 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let drawn = (z ^ (z >> 31)) % (last as u64 + 1);
        order.swap(last, usize::try_from(drawn).unwrap_or_default());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_follow_the_number() {
        assert_eq!(short_id(0), "aaaaaaa");
        assert_ne!(short_id(1), short_id(2));
        assert!(
            short_id(u64::MAX)
                .chars()
                .all(|c| c.is_ascii_alphanumeric())
        );
    }
}
