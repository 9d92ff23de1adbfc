//! The paths a file names: `use` trees flattened, `self`, `super` and imported names followed to where they lead.

use crate::reader::{Kind, Source, Token};
use std::collections::HashMap;

/// A path from its root: `crate`, or another crate's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) parts: Vec<String>,
    pub(crate) line: usize,
}

impl Named {
    /// Whether it leads to this or to something in it: `std::fs`.
    pub(crate) fn is_in(&self, path: &str) -> bool {
        let mut parts = self.parts.iter();
        path.split("::")
            .all(|part| parts.next().is_some_and(|own| own == part))
    }

    pub(crate) fn shown(&self) -> String {
        self.parts.join("::")
    }
}

/// Every path of a file, tests left out: what it imports, and what it names in passing.
pub(crate) fn of(source: &Source) -> Vec<Named> {
    let mut walk = Walk {
        tokens: &source.tokens,
        module: source.module(),
        aliases: HashMap::new(),
        named: Vec::new(),
    };
    // Twice: an import may stand below what leans on it.
    walk.all();
    walk.named.clear();
    walk.all();
    walk.named
}

struct Walk<'a> {
    tokens: &'a [Token],
    module: Vec<String>,
    /// Imported names and where they lead.
    aliases: HashMap<String, Vec<String>>,
    named: Vec<Named>,
}

impl Walk<'_> {
    fn all(&mut self) {
        let (mut at, mut depth) = (0, 0_usize);
        // Modules inside the file, and the depth at which each ends.
        let mut inside: Vec<usize> = Vec::new();
        while let Some(token) = self.tokens.get(at) {
            match &token.kind {
                Kind::Sign('{') => depth += 1,
                Kind::Sign('}') => {
                    depth = depth.saturating_sub(1);
                    if inside.last() == Some(&depth) {
                        inside.pop();
                        self.module.pop();
                    }
                }
                Kind::Word(word) if word == "mod" && self.is(at + 2, &Kind::Sign('{')) => {
                    self.module.extend(self.word(at + 1));
                    inside.push(depth);
                }
                Kind::Word(word) if word == "use" && !self.is(at + 1, &Kind::Sign('<')) => {
                    at = self.tree(at + 1, &[]);
                    continue;
                }
                Kind::Word(_) if self.is(at + 1, &Kind::Colons) && !self.goes_on(at) => {
                    at = self.path(at);
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn is(&self, at: usize, kind: &Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == *kind)
    }

    fn word(&self, at: usize) -> Option<String> {
        self.tokens.get(at).and_then(Token::word).map(str::to_owned)
    }

    /// Whether the word here goes on with something: it is a method, or a name in a type that was named before.
    fn goes_on(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.tokens.get(at));
        match before(1).map(|token| &token.kind) {
            Some(Kind::Sign('.')) => true,
            // `::a` at the start of a path goes on with nothing.
            Some(Kind::Colons) => {
                before(2).is_some_and(|token| token.word().is_some() || token.is('>'))
            }
            _ => false,
        }
    }

    /// A path in passing; answers the index behind it.
    fn path(&mut self, start: usize) -> usize {
        let mut parts = Vec::new();
        let mut at = start;
        while let Some(word) = self.word(at) {
            parts.push(word);
            at += 1;
            if !self.is(at, &Kind::Colons) {
                break;
            }
            at += 1;
        }
        let parts = self.followed(parts);
        let line = self.tokens[start].line;
        self.named.push(Named { parts, line });
        at
    }

    /// One branch of a `use` tree; answers the index behind it.
    fn tree(&mut self, mut at: usize, before: &[String]) -> usize {
        let mut parts = before.to_vec();
        loop {
            let Some(token) = self.tokens.get(at) else {
                return at;
            };
            match &token.kind {
                Kind::Colons => at += 1,
                Kind::Sign('{') => return self.branches(at + 1, &parts),
                Kind::Sign('*') => {
                    parts.push("*".to_owned());
                    self.import(&parts, None, at);
                    return at + 1;
                }
                Kind::Word(word) => {
                    parts.push(word.clone());
                    at += 1;
                    if self.is(at, &Kind::Colons) {
                        continue;
                    }
                    let renamed = self.tokens.get(at).is_some_and(|token| token.is_word("as"));
                    let name = self.word(if renamed { at + 1 } else { at - 1 });
                    if parts.len() > 1 && parts.last().is_some_and(|last| last == "self") {
                        parts.pop();
                    }
                    let name = name.filter(|name| name != "self").or(parts.last().cloned());
                    self.import(&parts, name, at - 1);
                    return at + if renamed { 2 } else { 0 };
                }
                _ => return at + 1,
            }
        }
    }

    fn branches(&mut self, mut at: usize, before: &[String]) -> usize {
        while let Some(token) = self.tokens.get(at) {
            match token.kind {
                Kind::Sign('}') => return at + 1,
                Kind::Sign(',') => at += 1,
                _ => at = self.tree(at, before),
            }
        }
        at
    }

    fn import(&mut self, parts: &[String], name: Option<String>, at: usize) {
        let parts = self.followed(parts.to_vec());
        if let Some(name) = name {
            self.aliases.insert(name, parts.clone());
        }
        let line = self.tokens[at].line;
        self.named.push(Named { parts, line });
    }

    /// The path from its root.
    fn followed(&self, parts: Vec<String>) -> Vec<String> {
        let Some(first) = parts.first().cloned() else {
            return parts;
        };
        let here = || std::iter::once("crate".to_owned()).chain(self.module.clone());
        let rest = parts.iter().skip(1).cloned();
        match first.as_str() {
            "crate" | "floe" => std::iter::once("crate".to_owned()).chain(rest).collect(),
            "self" => here().chain(rest).collect(),
            "super" => {
                let up = parts.iter().take_while(|part| *part == "super").count();
                let mut path: Vec<String> = here().collect();
                path.truncate(path.len().saturating_sub(up).max(1));
                path.extend(parts.into_iter().skip(up));
                path
            }
            name => match self.aliases.get(name) {
                Some(path) if path.first() != Some(&first) || path.len() > 1 => {
                    path.iter().cloned().chain(rest).collect()
                }
                _ => parts,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(path: &str, text: &str) -> Vec<String> {
        let source = Source::new(path, text);
        of(&source).iter().map(Named::shown).collect()
    }

    #[test]
    fn groups_are_flattened_and_renamed_names_followed() {
        let text = "use crate::{content::{self, Id}, words::Key as K};\nuse std::fs;\n\
                    fn f() { fs::write(a); K::Place; content::library::bundled(); }";
        let expected = [
            "crate::content",
            "crate::content::Id",
            "crate::words::Key",
            "std::fs",
            "std::fs::write",
            "crate::words::Key::Place",
            "crate::content::library::bundled",
        ];
        assert_eq!(named("src/flow/a.rs", text), expected);
    }

    #[test]
    fn super_and_self_lead_out_of_the_module_they_stand_in() {
        let text = "use super::b; use super::super::store::Shelf; self::c(); mod in_here { use super::d; } super::e();";
        let expected = [
            "crate::flow::b",
            "crate::store::Shelf",
            "crate::flow::a::c",
            "crate::flow::a::d",
            "crate::flow::e",
        ];
        assert_eq!(named("src/flow/a.rs", text), expected);
    }

    #[test]
    fn paths_in_passing_are_found_in_types_and_calls() {
        let text = "fn f(a: &crate::content::Pack) -> Vec<super::G> { ::std::env::var(a); <T>::now(); x.y::<crate::h::I>() }";
        let expected = [
            "crate::content::Pack",
            "crate::flow::G",
            "std::env::var",
            "crate::h::I",
        ];
        assert_eq!(named("src/flow/a.rs", text), expected);
        let glob = named(
            "src/flow/a.rs",
            "pub(crate) use crate::text::*; fn f(a: impl X + use<'_>) {}",
        );
        assert_eq!(glob, ["crate::text::*"]);
    }

    #[test]
    fn lines_are_those_of_the_name() {
        let source = Source::new("src/a.rs", "use crate::{\n    content,\n    words,\n};\n");
        let lines: Vec<usize> = of(&source).iter().map(|named| named.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
