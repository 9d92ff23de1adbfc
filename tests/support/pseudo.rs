//! Languages made up for tests: every sentence of floe's in other letters, and back.

#![allow(
    dead_code,
    reason = "each of the test files that share this room uses its own part of it"
)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and it plants files as it needs them"
)]

use floe::content::{
    Language,
    coverage::sentences_of,
    library,
    source::{File, Kind},
};
use std::fs;
use std::path::Path;

/// The tag of every language made up here.
pub(crate) const TAG: &str = "qps";

/// Letters as wide as those they stand for.
pub(crate) fn narrow(letters: &str) -> String {
    let other = |letter: char| match letter {
        'a'..='z' => moved(letter, 'a', '\u{430}'),
        'A'..='Z' => moved(letter, 'A', '\u{410}'),
        _ => letter,
    };
    letters.chars().map(other).collect()
}

/// The same letters back.
pub(crate) fn from_narrow(text: &str) -> String {
    let back = |letter: char| match letter {
        '\u{430}'..='\u{449}' => moved(letter, '\u{430}', 'a'),
        '\u{410}'..='\u{429}' => moved(letter, '\u{410}', 'A'),
        _ => letter,
    };
    text.chars().map(back).collect()
}

/// Two letters in one that is as wide as both, as in Japanese; a row may break before and behind each.
pub(crate) fn wide(letters: &str) -> String {
    let small: Vec<u32> = letters
        .chars()
        .map(|letter| u32::from(letter.to_ascii_lowercase()) - u32::from('a'))
        .collect();
    let one = |pair: &[u32]| match pair {
        [first, second] => 0x4e00 + 26 * first + second,
        first => 0xff71 + first.iter().sum::<u32>(),
    };
    small
        .chunks(2)
        .map(|pair| char::from_u32(one(pair)).unwrap())
        .collect()
}

/// The same letters back, all of them small.
pub(crate) fn from_wide(text: &str) -> String {
    let small = |number: u32| char::from_u32(u32::from('a') + number).unwrap();
    let mut back = String::new();
    for letter in text.chars() {
        match u32::from(letter) {
            code @ 0x4e00..=0x50a3 => {
                back.push(small((code - 0x4e00) / 26));
                back.push(small((code - 0x4e00) % 26));
            }
            code @ 0xff71..=0xff8a => back.push(small(code - 0xff71)),
            _ => back.push(letter),
        }
    }
    back
}

fn moved(letter: char, from: char, to: char) -> char {
    char::from_u32(u32::from(letter) - u32::from(from) + u32::from(to)).unwrap()
}

/// Every file of a language without a mirror.
pub(crate) fn files(say: fn(&str) -> String) -> Vec<File> {
    let all = library::bundled_files(Language::ENGLISH);
    all.iter()
        .filter_map(|file| in_other_letters(file, say))
        .collect()
}

fn in_other_letters(file: &File, say: fn(&str) -> String) -> Option<File> {
    match file.kind()? {
        Kind::Mirror | Kind::Track => None,
        Kind::Manifest | Kind::Help | Kind::List => {
            let text = whole(&file.text, say);
            let tagged = text.replace("language: \"en\"", &format!("language: \"{TAG}\""));
            Some(File::new(file.name.clone(), tagged))
        }
        _ => {
            let told = |(id, text): (String, &str)| format!("    {id:?}: {},\n", said(text, say));
            let told: String = sentences_of(file).into_iter().map(told).collect();
            let text = format!("(format: 1, sentences: {{\n{told}}})\n");
            Some(File::new(format!("sentences/{}", file.name), text))
        }
    }
}

/// A pack of these files.
pub(crate) fn write(files: &[File], folder: &Path) {
    for file in files {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &*file.text).unwrap();
    }
}

/// A text in other letters; its blanks and what stands behind backslashes stay.
pub(crate) fn said(text: &str, say: fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '\\' => 2,
            '{' => rest.find('}').unwrap_or(0) + 1,
            'a'..='z' | 'A'..='Z' => {
                let end = rest.find(|c: char| !c.is_ascii_alphabetic());
                let (letters, after) = rest.split_at(end.unwrap_or(rest.len()));
                out.push_str(&say(letters));
                rest = after;
                continue;
            }
            other => other.len_utf8(),
        };
        let (stays, after) = rest.split_at(length);
        out.push_str(stays);
        rest = after;
    }
    out
}

/// A file with every text in other letters but ids, tags and days.
fn whole(file: &str, say: fn(&str) -> String) -> String {
    let mut out = String::new();
    for line in file
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        for (at, part) in line.split('"').enumerate() {
            let before = out.trim_end_matches('"').trim_end();
            let stays = ["id:", "language:", "checked_on:"]
                .iter()
                .any(|name| before.ends_with(name));
            if at > 0 {
                out.push('"');
            }
            match at % 2 == 1 && !stays {
                true => out.push_str(&said(part, say)),
                false => out.push_str(part),
            }
        }
        out.push('\n');
    }
    out
}
