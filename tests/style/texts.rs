//! Every text of the bundled pack, with the place it stands in.

use floe::content::library;

/// A text of the pack: its file, its line, the field it stands in, and the words.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) field: String,
    pub(crate) words: String,
}

/// Every string of every content file, with the field it stands in. Comments are no texts.
pub(crate) fn texts() -> Vec<Text> {
    let files = library::bundled_files(floe::content::Language::ENGLISH);
    files
        .iter()
        .flat_map(|file| strings(&file.name, &file.text))
        .collect()
}

fn strings(file: &str, source: &str) -> Vec<Text> {
    let mut found = Vec::new();
    let mut field = String::new();
    let mut word = String::new();
    let mut line = 1;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            '/' if chars.peek() == Some(&'/') => {
                while chars.next().is_some_and(|c| c != '\n') {}
                line += 1;
            }
            '"' => {
                let words = string(&mut chars);
                // In words.ron the name of a field is a string itself.
                word.clone_from(&words);
                found.push(Text {
                    file: file.to_owned(),
                    line,
                    field: field.clone(),
                    words,
                });
            }
            ':' => {
                if found.last().is_some_and(|text| text.words == word) {
                    found.pop();
                }
                field = std::mem::take(&mut word);
            }
            c if c.is_ascii_alphanumeric() || c == '_' => word.push(c),
            _ => word.clear(),
        }
    }
    found
}

/// The rest of a string after its opening quote.
fn string(chars: &mut impl Iterator<Item = char>) -> String {
    let mut words = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => words.push('\n'),
                Some(other) => words.push(other),
                None => break,
            },
            c => words.push(c),
        }
    }
    words
}

/// Texts for people: not the names that other lines of the pack point at.
pub(crate) fn sentences() -> Vec<Text> {
    let names = [
        "id",
        "of",
        "list",
        "language",
        "step",
        "from",
        "steps",
        "suppose",
        "checked_on",
    ];
    let all = texts().into_iter();
    all.filter(|text| !names.contains(&text.field.as_str()) && !is_heard(text))
        .collect()
}

/// Whether people say it: in a story, or to the mirror. It isn't what floe says.
pub(crate) fn is_heard(text: &Text) -> bool {
    let spoken = ["cue", "say", "reply", "thought"];
    if text.file.starts_with("scenarios/") {
        return spoken.contains(&text.field.as_str());
    }
    let said = ["title", "why", "asks", "to", "line"];
    text.file.starts_with("mirror/") && !said.contains(&text.field.as_str())
}
