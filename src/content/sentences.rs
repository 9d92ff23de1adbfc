//! Where the sentences of a RON text stand, and what each of them is called.
//!
//! The id of a sentence is the way to it: the fields of the file, joined by dots. Of a list, whose field is left out, an
//! element with an `id` is called by that, any other by its number; a variant with one value adds nothing, one with
//! several numbers them; an entry of a map is called by its key, and the map's field is left out too. So titles can
//! change and steps can move without a sentence losing its id.

use std::ops::Range;

/// Deepest nesting looked into; what is deeper is told by the reader of the file.
const DEEPEST: usize = 64;
/// Fields that point at something, or that something points at: what stands in them is no sentence.
const REFERENCES: [&str; 6] = ["id", "from", "step", "list", "borrow", "floe"];
/// Variants whose values point at something.
const POINTING: [&str; 5] = ["Go", "Walk", "Chose", "Answered", "Passed"];
/// A sentence where it stands alone, names in a list.
const NAMES_IN_A_LIST: &str = "near";

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// What it is called.
    pub(super) id: String,
    /// Its bytes in the text, with its quotes.
    pub(super) at: Range<usize>,
}

/// Every sentence of a text, in its order. A text that can't be read has none: why is told by whoever reads it.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut scan = Scan { text, at: 0 };
    let mut found = Found::default();
    if let Some(value) = scan.value(DEEPEST) {
        found.walk(&value, &Way::default());
    }
    found.texts
}

/// Every text between quotes, with what only points at something, by the way to it.
pub(super) fn quoted(text: &str) -> Vec<Sentence> {
    let mut scan = Scan { text, at: 0 };
    let mut found = Found {
        pointing: true,
        ..Found::default()
    };
    if let Some(value) = scan.value(DEEPEST) {
        found.walk(&value, &Way::default());
    }
    found.texts
}

/// A value, as far as it matters here.
enum Value<'a> {
    /// A text: all of it, and what is between its quotes.
    Text(Range<usize>, &'a str),
    Fields(Vec<(&'a str, Value<'a>)>),
    Variant(&'a str, Vec<Value<'a>>),
    List(Vec<Value<'a>>),
    Map(Vec<(&'a str, Value<'a>)>),
    Other,
}

impl Value<'_> {
    fn id(&self) -> Option<&str> {
        let Self::Fields(fields) = self else {
            return None;
        };
        let id = fields.iter().find(|(name, _)| *name == "id");
        match id {
            Some((_, Self::Text(_, id))) => Some(id),
            _ => None,
        }
    }
}

/// The way to a value.
#[derive(Clone, Copy, Default)]
struct Way<'a> {
    before: Option<&'a Way<'a>>,
    name: &'a str,
    number: usize,
    /// What stands here points at something.
    points: bool,
}

impl<'a> Way<'a> {
    fn to(&'a self, name: &'a str) -> Self {
        Self {
            before: Some(self),
            name,
            number: 0,
            points: self.points,
        }
    }

    fn nth(&'a self, number: usize) -> Self {
        Self {
            number,
            ..self.to("")
        }
    }

    fn pointing(self, points: bool) -> Self {
        Self { points, ..self }
    }

    fn id(&self) -> String {
        let mut parts = Vec::new();
        let mut at = Some(self);
        while let Some(way) = at {
            match (way.name, way.number) {
                ("", 0) => {}
                ("", number) => parts.push(number.to_string()),
                (name, _) => parts.push(name.to_owned()),
            }
            at = way.before;
        }
        parts.reverse();
        parts.join(".")
    }
}

#[derive(Default)]
struct Found {
    texts: Vec<Sentence>,
    /// Texts that point at something are wanted too.
    pointing: bool,
}

impl Found {
    fn walk(&mut self, value: &Value<'_>, way: &Way<'_>) {
        match value {
            Value::Text(at, _) if self.pointing || !way.points => self.texts.push(Sentence {
                id: way.id(),
                at: at.clone(),
            }),
            Value::Text(..) | Value::Other => {}
            Value::Fields(fields) => {
                for (name, value) in fields {
                    let points = REFERENCES.contains(name);
                    self.walk(value, &way.to(name).pointing(points));
                }
            }
            Value::Variant(name, values) => {
                let way = way.pointing(way.points || POINTING.contains(name));
                match &values[..] {
                    [value] => self.walk(value, &way),
                    values => {
                        for (number, value) in (1..).zip(values) {
                            self.walk(value, &way.nth(number));
                        }
                    }
                }
            }
            Value::List(values) => {
                for (number, value) in (1..).zip(values) {
                    match (value.id(), way.before) {
                        (Some(id), Some(before)) => self.walk(value, &before.to(id)),
                        (Some(id), None) => self.walk(value, &way.to(id)),
                        (None, _) => {
                            let points = way.points || way.name == NAMES_IN_A_LIST;
                            self.walk(value, &way.nth(number).pointing(points));
                        }
                    }
                }
            }
            Value::Map(entries) => {
                for (key, value) in entries {
                    let before = way.before.unwrap_or(way);
                    self.walk(value, &before.to(key).pointing(false));
                }
            }
        }
    }
}

/// A text that is read, and how far.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next sign, behind blanks and notes.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            let rest = self.rest();
            let note = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/")? + 2
            } else {
                return rest.bytes().next();
            };
            self.at += note;
        }
    }

    fn takes(&mut self, sign: u8) -> bool {
        let is_here = self.peek() == Some(sign);
        self.at += usize::from(is_here);
        is_here
    }

    fn value(&mut self, deep: usize) -> Option<Value<'a>> {
        let deep = deep.checked_sub(1)?;
        match self.peek()? {
            b'[' => {
                self.at += 1;
                self.several(b']', |scan| scan.value(deep)).map(Value::List)
            }
            b'{' => {
                self.at += 1;
                let entry = |scan: &mut Self| match scan.value(deep)? {
                    Value::Text(_, key) if scan.takes(b':') => Some((key, scan.value(deep)?)),
                    _ => None,
                };
                self.several(b'}', entry).map(Value::Map)
            }
            b'(' => {
                self.at += 1;
                self.brackets("", deep)
            }
            _ => match self.quoted() {
                Some(text) => Some(text),
                None => {
                    let name = self.name()?;
                    match self.takes(b'(') {
                        true => self.brackets(name, deep),
                        false => Some(Value::Other),
                    }
                }
            },
        }
    }

    /// What stands in round brackets that are open already: fields, or values.
    fn brackets(&mut self, name: &'a str, deep: usize) -> Option<Value<'a>> {
        let start = self.at;
        self.peek()?;
        let is_named = self.name().is_some() && self.takes(b':');
        self.at = start;
        if is_named {
            let field = |scan: &mut Self| {
                scan.peek()?;
                let field = scan.name()?;
                scan.takes(b':').then_some(())?;
                Some((field, scan.value(deep)?))
            };
            return self.several(b')', field).map(Value::Fields);
        }
        let values = self.several(b')', |scan| scan.value(deep))?;
        Some(Value::Variant(name, values))
    }

    fn several<T>(&mut self, end: u8, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        while !self.takes(end) {
            all.push(one(self)?);
            if !self.takes(b',') && self.peek()? != end {
                return None;
            }
        }
        Some(all)
    }

    /// A text in quotes, plain or raw.
    fn quoted(&mut self) -> Option<Value<'a>> {
        let rest = self.rest();
        let marks = rest.strip_prefix('r').map_or(0, |raw| {
            raw.bytes().take_while(|byte| *byte == b'#').count()
        });
        let raw = rest
            .strip_prefix('r')
            .filter(|raw| raw.as_bytes().get(marks) == Some(&b'"'));
        let (open, length, close) = match raw {
            Some(raw) => {
                let close = format!("\"{}", "#".repeat(marks));
                let inside = raw.get(marks + 1..)?;
                (marks + 2, inside.find(&close)?, close.len())
            }
            None => (1, end_of_plain(rest.strip_prefix('"')?)?, 1),
        };
        let start = self.at;
        let inside = rest.get(open..open + length)?;
        self.at += open + length + close;
        Some(Value::Text(start..self.at, inside))
    }

    /// A name, a number or whatever else stands without quotes.
    fn name(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || "()[]{}:,\"/".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).filter(|name| !name.is_empty())
    }
}

/// Where a plain text ends that has just begun; a quote behind a backslash belongs to it.
fn end_of_plain(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<(String, &str)> {
        let found = sentences(text).into_iter();
        found
            .map(|one| (one.id, text.get(one.at).expect("whole characters")))
            .collect()
    }

    fn listed(text: &str) -> String {
        let ids = ids(text).into_iter();
        ids.map(|(id, said)| format!("{id}={said} ")).collect()
    }

    #[test]
    fn a_sentence_is_called_by_the_way_to_it() {
        let text = r###"(format: 1, id: "p", floes: [
            (id: "bank", title: "The bank", near: ["ice"], slips: [(slip: "one"), (slip: "two")],
                steps: [(minutes: 0.5, id: "who", asks: [(prompt: "Who?", id: "kin",
                    ask: Choice([(id: "p", text: "pa\"rt", then: Go("ice")), (id: "q", text: r##"raw "#"##)]),
                    when: All([Chose("a", "b"), Not(Answered("c"))]), lean: Courage)])]),
        ])"###;
        let expected = r###"bank.title="The bank" bank.slips.1.slip="one" bank.slips.2.slip="two" bank.who.kin.prompt="Who?" bank.who.kin.p.text="pa\"rt" bank.who.kin.q.text=r##"raw "#"## "###;
        assert_eq!(listed(text), expected);
    }

    #[test]
    fn maps_name_by_key_and_variants_by_nothing_or_numbers() {
        assert_eq!(
            listed(
                r#"(words: {"id": "a", "from": "b"}, then: Again(step: "x", closing: "c"), near: "d")"#
            ),
            r#"id="a" from="b" then.closing="c" near="d" "#
        );
        assert_eq!(
            listed(r#"(told: ["one", Some("two")], pair: ("three", "four"))"#),
            r#"told.1="one" told.2="two" pair.1="three" pair.2="four" "#
        );
    }

    #[test]
    fn notes_are_passed_over_and_what_cannot_be_read_has_none() {
        let text = "( // one \"quote\n /* two \" */ a: \"\u{e4}\\\\\", b: 'c', )";
        assert_eq!(listed(text), "a=\"\u{e4}\\\\\" ");
        for broken in [
            "(a: \"b\"",
            "(a: \"b)",
            "[",
            "(a: /* \"b\")",
            "",
            "{\"a\" \"b\"}",
        ] {
            assert_eq!(sentences(broken), [], "{broken}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(sentences(&deep), []);
    }
}
