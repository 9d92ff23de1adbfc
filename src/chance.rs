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
