//! `content/REFERENCE.md` says of every field what the schema says of it: it is written from there, and this test holds
//! that nobody forgot to. To write it anew: `FLOE_WRITE=1 cargo test --test content_reference`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test speaks by failing, and this one writes a page when it is asked to"
)]

use std::fmt::Write as _;

const HEAD: &str = "# Every field

What can stand in the files of a pack, one entry for each kind of thing, with its fields. `README.md` beside this page shows by
an example how they go together; start there. A field marked *may be left out* has a default, which its sentence names.
Wherever a name such as `Step` stands behind a field, that entry says what to write.
";

/// The files of the schema in the order they are read, each with the heading its part of the page gets.
const PARTS: &[(&str, &str)] = &[
    (
        "Packs, practices and tracks",
        include_str!("../src/content/schema/mod.rs"),
    ),
    (
        "What is asked",
        include_str!("../src/content/schema/ask.rs"),
    ),
    (
        "When, and what follows",
        include_str!("../src/content/schema/ways.rs"),
    ),
    ("Two people", include_str!("../src/content/schema/pair.rs")),
    (
        "Coming back to agreements",
        include_str!("../src/content/schema/visit.rs"),
    ),
    (
        "Rehearsals",
        include_str!("../src/content/schema/scenario.rs"),
    ),
    (
        "A talk of one's own",
        include_str!("../src/content/schema/own.rs"),
    ),
    (
        "Showing a room",
        include_str!("../src/content/schema/plan.rs"),
    ),
    (
        "A page to take home",
        include_str!("../src/content/schema/handout.rs"),
    ),
    (
        "Lists, detours, the safety page, sentences",
        include_str!("../src/content/schema/beside.rs"),
    ),
    (
        "What the mirror listens for",
        include_str!("../src/content/schema/lexicon.rs"),
    ),
];

/// A line of the schema, as far as people who write content need it.
enum Line<'a> {
    Doc(&'a str),
    /// A struct or an enum.
    Kind(&'a str),
    /// A field, or an element of a variant in brackets.
    Field {
        name: &'a str,
        shape: &'a str,
    },
    /// A variant, with what it holds.
    Variant {
        name: &'a str,
        holds: &'a str,
    },
    Default,
    End,
    Other,
}

fn line(text: &str) -> Line<'_> {
    let bare = text.trim();
    let word = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '_');
    if let Some(doc) = bare.strip_prefix("///") {
        return Line::Doc(doc.trim());
    }
    for kind in ["pub struct ", "pub enum "] {
        if let Some(rest) = bare.strip_prefix(kind) {
            return Line::Kind(rest.trim_end_matches(" {"));
        }
    }
    if bare == "#[serde(default)]" || bare == "#[default]" {
        return Line::Default;
    }
    if text == "}" {
        return Line::End;
    }
    let bare = bare.trim_end_matches(',');
    let field = bare.strip_prefix("pub ").unwrap_or(bare);
    if let Some((name, shape)) = field.split_once(": ")
        && word(name)
    {
        return Line::Field { name, shape };
    }
    let name = bare.split(['(', ' ']).next().unwrap_or_default();
    if text.starts_with("    ") && !text.starts_with("     ") && word(name) && starts_large(name) {
        let holds = bare.strip_prefix(name).unwrap_or_default();
        return Line::Variant { name, holds };
    }
    Line::Other
}

fn starts_large(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
}

/// A type as somebody who writes content thinks of it.
fn shape(of: &str) -> String {
    let inside = |outer: &str| {
        of.strip_prefix(outer)
            .and_then(|rest| rest.strip_suffix('>'))
    };
    if let Some(inner) = ["Located<", "Option<", "Box<"]
        .iter()
        .find_map(|outer| inside(outer))
    {
        return shape(inner);
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", shape(inner));
    }
    if inside("Entries<").is_some() {
        return "pairs of texts".to_owned();
    }
    match of {
        "String" => "text".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "f32" => "number".to_owned(),
        "u8" | "u16" | "u32" | "usize" => "whole number".to_owned(),
        pair if pair.starts_with('(') => "pair of texts".to_owned(),
        three if three.starts_with('[') => "three texts".to_owned(),
        kind => format!("`{kind}`"),
    }
}

/// What a variant holds, in brackets behind its name.
fn held(holds: &str) -> String {
    let inner = holds
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let all = inner
        .unwrap_or_default()
        .split(", ")
        .filter(|one| !one.is_empty());
    all.map(shape).collect::<Vec<_>>().join(", ")
}

fn written() -> String {
    let mut page = HEAD.to_owned();
    for (title, source) in PARTS {
        let _ = write!(page, "\n## {title}\n");
        part(source, &mut page);
    }
    page
}

fn part(source: &str, page: &mut String) {
    let (mut doc, mut optional, mut open) = (Vec::new(), false, false);
    for text in source.lines() {
        let said = plainly(&doc.join(" "));
        match line(text) {
            Line::Doc(more) => {
                doc.push(more);
                continue;
            }
            Line::Default => {
                optional = true;
                continue;
            }
            Line::Other if text.trim().starts_with("#[") => continue,
            Line::Kind(name) => {
                open = true;
                let _ = write!(page, "\n### `{name}`\n\n{said}\n\n");
            }
            Line::Field { name, shape: of } if open && !said.is_empty() => {
                let deep = if text.starts_with("     ") { "  " } else { "" };
                let left = if optional { ", may be left out" } else { "" };
                let _ = writeln!(page, "{deep}* `{name}` ({}{left}): {said}", shape(of));
            }
            Line::Variant { name, holds } if open && !said.is_empty() => {
                let held = held(holds);
                let held = if held.is_empty() {
                    held
                } else {
                    format!(" ({held})")
                };
                let usual = if optional { " The usual one." } else { "" };
                let _ = writeln!(page, "* `{name}`{held}: {said}{usual}");
            }
            Line::End => open = false,
            _ => {}
        }
        doc.clear();
        optional = false;
    }
}

/// A sentence without what only readers of the code look for: links, and where a rule comes from.
fn plainly(said: &str) -> String {
    let mut plain = said.replace(
        "[`super::FORMAT`]",
        &format!("format {}", floe::content::FORMAT),
    );
    for source in [" (seed: ", " (design: ", " (product: "] {
        if let Some((before, after)) = plain.split_once(source)
            && let Some((_, after)) = after.split_once(')')
        {
            plain = format!("{before}{after}");
        }
    }
    plain
}

#[test]
fn the_page_says_of_every_field_what_the_schema_says() {
    let page = written();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/REFERENCE.md");
    if std::env::var_os("FLOE_WRITE").is_some() {
        std::fs::write(path, &page).expect("room");
    }
    let there = std::fs::read_to_string(path).expect("the page");
    let differs = page
        .lines()
        .zip(there.lines())
        .find(|(new, old)| new != old);
    assert!(
        page == there,
        "the schema says something else (FLOE_WRITE=1 writes the page anew): {differs:?}"
    );
}

#[test]
fn every_file_of_the_schema_is_on_the_page() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/content/schema");
    let files = std::fs::read_dir(folder).expect("the schema").count();
    assert_eq!(files, PARTS.len());
}

#[test]
fn every_field_of_the_schema_is_on_the_page() {
    let page = written();
    let mut fields = 0;
    for (_, source) in PARTS {
        let (schema, _) = source.split_once("#[cfg(test)]").unwrap_or((source, ""));
        for text in schema.lines() {
            let Some(field) = text.strip_prefix("    pub ") else {
                continue;
            };
            let Some((name, _)) = field
                .split_once(": ")
                .filter(|(name, _)| !name.contains(' '))
            else {
                continue;
            };
            assert!(page.contains(&format!("* `{name}` (")), "{name}");
            fields += 1;
        }
    }
    assert!(fields > 150, "{fields}");
}
