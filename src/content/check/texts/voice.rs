//! A pack speaks where its own words stand, and never as floe.

use super::super::documents::Documents;

/// Sentences of floe's that mean something because it is floe that says them: where one is, and around the passphrase.
const SAID: &[&str] = &[
    "place",
    "unlock_ask",
    "unlock_again",
    "seal_again",
    "seal_differ",
    "seal_new",
];

/// Blanks of these sentences that are numbers.
const NUMBERS: &[&str] = &["floe", "floes", "step", "steps"];

/// What floe alone asks for, before any pack opens. Whoever has a seal has it in this word, in several languages.
const SECRET: &str = "passphrase";

/// The words of floe's own that nobody else may say.
#[derive(Clone, Default)]
pub(super) struct Voice<'a> {
    sentences: Vec<&'a str>,
}

impl<'a> Voice<'a> {
    pub(super) fn of(documents: &'a Documents<'_>) -> Self {
        let words = documents.words.iter();
        let words = words.flat_map(|words| &words.value.words.0);
        let said = words.filter(|(key, _)| SAID.contains(&key.as_str()));
        Self {
            sentences: said.map(|(_, sentence)| sentence.as_str()).collect(),
        }
    }

    /// What a text does that floe alone does: what is wrong with it, and what to do.
    pub(super) fn imitated(&self, text: &str) -> Option<(&'static str, &'static str)> {
        let says = |line| self.sentences.iter().any(|own| begins(line, own));
        if text.lines().map(str::trim_start).any(says) {
            return Some((
                "this is what floe itself says",
                "people have to know who speaks: say it in words of your own.",
            ));
        }
        text.to_lowercase().contains(SECRET).then_some((
            "this speaks of a passphrase",
            "floe asks for it before a pack opens and never inside one, and nobody is to type it there.",
        ))
    }
}

/// Whether a text looks like the line with which plain lines ask for an answer, to other programs and by ear.
pub(super) fn looks_like_a_prompt(text: &str) -> bool {
    text.contains("] >")
}

/// Whether a line begins as a sentence does: with all of it, or with numbers where it has them, up to its first blank that
/// holds something else.
fn begins(line: &str, sentence: &str) -> bool {
    let mut parts = sentence.split('{');
    let head = parts.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(head) else {
        return false;
    };
    // A sentence nobody has written is begun by nothing.
    let mut is_same = head == sentence && !head.is_empty();
    for part in parts {
        let Some((name, words)) = part.split_once('}') else {
            return false;
        };
        if !NUMBERS.contains(&name) {
            return is_same;
        }
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        match number.strip_prefix(words) {
            Some(behind) if number.len() < rest.len() => rest = behind,
            _ => return false,
        }
        is_same = true;
    }
    is_same
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_begins_as_floe_does_is_its_voice() {
        let place = "Floe {floe} of {floes}: {title}. Step {step} of {steps}.";
        assert!(begins("Floe 4 of 11: The hand.", place));
        for fine in [
            "Floe by floe.",
            "Floe of ice: one of 11: a.",
            "On Floe 4 of 11: a",
        ] {
            assert!(!begins(fine, place), "{fine}");
        }
        assert!(begins("12/14 Kiesel", "{floe}/{floes} {title}"));
        assert!(!begins("Kiesel", "{title} ({floe}/{floes})"));
        assert!(begins("The new one. And more", "The new one."));
        assert!(!begins("Anything", ""));
    }
}
