//! Sentences in ASCII alone, for terminals that show nothing else.
//!
//! Only what floe says is written anew, before it is read; what people type never comes by here. The mirror goes on listening
//! to people as they write, so of its files only what it says itself is changed.

use super::language::Language;
use super::sentences::quoted;
use super::source::{File, Kind};

/// Fields of the mirror that are read by people; the others are what it listens for.
const SAID: [&str; 6] = ["title", "why", "asks", "from", "to", "line"];

/// A file in the letters its language is to be written in.
pub(super) fn written(file: File, language: Language) -> File {
    if !language.is_in_ascii() || file.text.is_ascii() {
        return file;
    }
    let is_heard = |id: &str| !id.split('.').any(|part| SAID.contains(&part));
    let is_mirror = file.kind() == Some(Kind::Mirror);
    let mut text = String::with_capacity(file.text.len());
    let mut done = 0;
    for one in quoted(&file.text) {
        if is_mirror && is_heard(&one.id) {
            continue;
        }
        text.push_str(file.text.get(done..one.at.start).unwrap_or_default());
        let said = file.text.get(one.at.clone()).unwrap_or_default();
        // In a raw text a quote would be its end.
        let quote = if said.starts_with('r') { "'" } else { "\\\"" };
        for letter in said.chars() {
            match plain(letter, quote, language) {
                Some(plain) => text.push_str(plain),
                None => text.push(letter),
            }
        }
        done = one.at.end;
    }
    text.push_str(file.text.get(done..).unwrap_or_default());
    File {
        text: text.into(),
        ..file
    }
}

/// A letter or a sign as it is written where there is only ASCII; None for what is ASCII already or has no such way.
fn plain(letter: char, quote: &'static str, language: Language) -> Option<&'static str> {
    let german = language.is_of("de");
    Some(match letter {
        '\u{e4}' if german => "ae",
        '\u{f6}' if german => "oe",
        '\u{fc}' if german => "ue",
        '\u{c4}' if german => "Ae",
        '\u{d6}' if german => "Oe",
        '\u{dc}' if german => "Ue",
        '\u{df}' => "ss",
        '\u{e0}'..='\u{e5}' => "a",
        '\u{e7}' => "c",
        '\u{e8}'..='\u{eb}' => "e",
        '\u{ec}'..='\u{ef}' => "i",
        // As it sounds: the bare letter makes another word of "year".
        '\u{f1}' => "ni",
        '\u{f2}'..='\u{f6}' => "o",
        '\u{f9}'..='\u{fc}' => "u",
        '\u{c0}'..='\u{c5}' => "A",
        '\u{c8}'..='\u{cb}' => "E",
        '\u{cc}'..='\u{cf}' => "I",
        '\u{d1}' => "Ni",
        '\u{d2}'..='\u{d6}' => "O",
        '\u{d9}'..='\u{dc}' => "U",
        '\u{bf}' | '\u{a1}' => "",
        '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' => quote,
        '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' => "'",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '\u{2022}' | '\u{b7}' => "*",
        '\u{a0}' | '\u{202f}' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::library;
    use super::super::model::lexicon::Lexicon;
    use super::*;

    #[test]
    fn every_language_can_be_said_in_ascii() {
        for language in Language::all() {
            let files = library::bundled_files(language.in_ascii());
            for file in &files {
                let is_mirror = file.kind() == Some(Kind::Mirror);
                for one in quoted(&file.text) {
                    let said = file.text.get(one.at).expect("whole letters");
                    let is_said = one.id.split('.').any(|part| SAID.contains(&part));
                    assert!(
                        said.is_ascii() || (is_mirror && !is_said),
                        "{} {}: {said}",
                        file.name,
                        one.id
                    );
                }
            }
            library::whole(language.in_ascii()).expect("it is read as before");
        }
    }

    #[test]
    fn words_become_what_people_write_without_the_letter() {
        let said = |code: &str, text: &str| {
            let language = Language::of(code).expect("it is spoken").in_ascii();
            let text = format!("(words: {{\"a\": {text}}})");
            written(File::new("words.ron", text), language).text
        };
        assert_eq!(
            said("de", "\"\u{201e}Gr\u{fc}\u{df}e\u{201c}\u{2026}\""),
            "(words: {\"a\": \"\\\"Gruesse\\\"...\"})"
        );
        assert_eq!(
            said("es", "r\"\u{bf}Qu\u{e9} \u{ab}a\u{f1}o\u{bb}?\""),
            "(words: {\"a\": r\"Que 'anio'?\"})"
        );
    }

    #[test]
    fn the_mirror_hears_people_as_they_write() {
        let heard = |language| library::lexicon(&library::bundled_files(language));
        for language in Language::all() {
            let [usual, ascii] = [language, language.in_ascii()].map(heard);
            let [usual, ascii] = [usual, ascii].map(|lexicon| lexicon.expect("there is one"));
            let listens = |lexicon: Lexicon| format!("{:?}{:?}", lexicon.phrases, lexicon.spelling);
            assert_eq!(listens(usual), listens(ascii), "{}", language.code());
        }
    }
}
