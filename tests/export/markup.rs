//! The web page as a strict reader sees it: every element closed in its turn, every text escaped, nothing fetched,
//! nothing run, and in an order that can be followed by ear.

use crate::shelf::{self, HOSTILE, Shelf};
use floe::content::library;
use floe::export::{Leaflet, html};
use std::collections::{BTreeMap, BTreeSet};

/// Elements without content.
const SINGLE: &[&str] = &["meta"];
/// Everything floe writes. Whatever else turns up came out of somebody's words.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "footer",
    "section",
    "article",
    "figure",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "div",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "svg",
    "desc",
    "path",
    "text",
];
const ATTRIBUTES: &[&str] = &[
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "dir",
    "id",
    "class",
    "role",
    "aria-labelledby",
    "viewBox",
    "d",
    "x",
    "y",
];

#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Names of the elements around it, the outermost first.
    within: Vec<String>,
    /// All text inside, unescaped.
    text: String,
}

/// Reads a page, and stops at anything that isn't as it has to be.
fn read(page: &str) -> Vec<Element> {
    let mut rest = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some((text, behind)) = rest.split_once('<') {
        let text = unescaped(text);
        open.iter()
            .for_each(|at| elements[*at].text.push_str(&text));
        let (tag, behind) = behind.split_once('>').unwrap();
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            let at = open.pop().unwrap();
            assert_eq!(elements[at].name, name);
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.contains(&name), "<{tag}>");
        if !SINGLE.contains(&name) {
            open.push(elements.len());
        }
        let around = open.iter().filter(|at| **at < elements.len());
        let within = around.map(|at| elements[*at].name.clone()).collect();
        elements.push(Element {
            name: name.to_owned(),
            attributes: read_attributes(attributes),
            within,
            text: String::new(),
        });
        if name == "style" {
            // Its content is no markup, up to its end.
            let (style, behind) = rest.split_once("</style>").unwrap();
            elements.last_mut().unwrap().text = style.to_owned();
            open.pop();
            rest = behind;
        }
    }
    assert_eq!(open.len(), 0, "left open");
    assert_eq!(rest, "\n");
    elements
}

fn read_attributes(mut text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    while !text.is_empty() {
        let (name, behind) = text.split_once("=\"").unwrap();
        let (value, behind) = behind.split_once('"').unwrap();
        assert!(ATTRIBUTES.contains(&name), "{name}");
        let twice = attributes.insert(name.to_owned(), unescaped(value));
        assert_eq!(twice, None, "{name}");
        text = behind.strip_prefix(' ').unwrap_or(behind);
    }
    attributes
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['>', '"']), "{text:?}");
    let mut pieces = text.split('&');
    let mut plain = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap();
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other};"),
        });
        plain.push_str(rest);
    }
    plain
}

fn page(leaflet: &Leaflet) -> String {
    html(
        leaflet,
        &library::cover(floe::content::Language::ENGLISH).unwrap(),
    )
}

/// Every river, and every crossing of it.
fn leaflets() -> Vec<Leaflet> {
    let of = |shelf: Shelf| {
        let Shelf { river, crossings } = shelf;
        let mut leaflets = vec![Leaflet::of_river(&river, &crossings)];
        leaflets.extend(
            crossings
                .iter()
                .filter_map(|record| Leaflet::of_crossing(&river, &crossings, &record.header.id)),
        );
        leaflets
    };
    let shelves = [
        shelf::a_year_of_two(),
        shelf::alone(),
        shelf::empty(),
        shelf::hostile(),
    ];
    shelves.into_iter().flat_map(of).collect()
}

#[test]
fn every_page_is_well_formed_and_its_ids_are_its_own() {
    for leaflet in leaflets() {
        let elements = read(&page(&leaflet));
        let ids: Vec<&String> = elements
            .iter()
            .filter_map(|it| it.attributes.get("id"))
            .collect();
        let once: BTreeSet<&&String> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        for element in &elements {
            let named = element.attributes.get("aria-labelledby");
            for id in named.into_iter().flat_map(|ids| ids.split(' ')) {
                assert!(ids.iter().any(|known| *known == id), "{id}");
            }
        }
    }
}

#[test]
fn a_page_can_be_followed_by_ear() {
    for leaflet in leaflets() {
        let elements = read(&page(&leaflet));
        let first = |name: &str| elements.iter().find(|it| it.name == name).unwrap();
        assert_eq!(first("html").attributes["lang"], "en");
        for landmark in ["header", "main", "footer"] {
            let found = elements.iter().filter(|it| it.name == landmark).count();
            assert_eq!((found, first(landmark).within.len()), (1, 2), "{landmark}");
        }
        let depths: Vec<u32> = elements
            .iter()
            .filter_map(|it| it.name.strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(depths[0], 1);
        assert!(
            depths
                .windows(2)
                .all(|pair| pair[1] >= 2 && pair[1] <= pair[0] + 1)
        );
        let empty = |it: &&Element| {
            ["h1", "h2", "h3", "h4", "dt", "dd", "li", "title", "desc"].contains(&it.name.as_str())
                && it.text.trim().is_empty()
        };
        assert!(!elements.iter().any(|it| empty(&it)));
        for section in elements.iter().filter(|it| it.name == "section") {
            assert!(section.attributes.contains_key("aria-labelledby"));
        }
        // Definitions stand in pairs.
        let count = |name: &str| elements.iter().filter(|it| it.name == name).count();
        assert_eq!(count("dt"), count("dd"));
    }
}

#[test]
fn nobodys_words_stand_in_the_windows_title() {
    for leaflet in leaflets() {
        let elements = read(&page(&leaflet));
        let title = elements.iter().find(|it| it.name == "title").unwrap();
        assert_eq!(
            (title.text.as_str(), title.within[1].as_str()),
            ("What was kept", "head")
        );
    }
}

#[test]
fn hostile_words_arrive_as_words() {
    let shelf = shelf::hostile();
    let leaflet = Leaflet::of_river(&shelf.river, &shelf.crossings);
    let page = page(&leaflet);
    let elements = read(&page);
    let main = elements.iter().find(|it| it.name == "main").unwrap();
    for text in HOSTILE {
        for line in floe::text::clean(text).lines().map(str::trim) {
            assert!(main.text.contains(line), "{line:?}");
        }
    }
    let hidden =
        |c: char| c.is_control() && c != '\n' || "\u{202e}\u{2066}\u{200f}\u{feff}".contains(c);
    assert!(!page.chars().any(hidden));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    for leaflet in leaflets() {
        let elements = read(&page(&leaflet));
        let style = elements.iter().find(|it| it.name == "style").unwrap();
        for word in ["url(", "@import", "expression", "http", "//", "<"] {
            assert!(!style.text.contains(word), "{word}");
        }
        let policy = elements
            .iter()
            .find(|it| it.attributes.contains_key("http-equiv"));
        assert!(policy.unwrap().attributes["content"].starts_with("default-src 'none';"));
        for medium in [
            "prefers-color-scheme: dark",
            "@media print",
            "forced-colors",
        ] {
            assert!(style.text.contains(medium), "{medium}");
        }
    }
}

#[test]
fn the_line_draws_one_stroke_alone_two_together_and_says_the_same_in_words() {
    let shelf = shelf::a_year_of_two();
    let elements = read(&page(&Leaflet::of_river(&shelf.river, &shelf.crossings)));
    let svg = elements.iter().find(|it| it.name == "svg").unwrap();
    assert_eq!(svg.attributes["role"], "img");
    let path = |class: &str| {
        let mut paths = elements.iter().filter(|it| it.name == "path");
        paths
            .find(|it| it.attributes["class"] == class)
            .unwrap()
            .attributes["d"]
            .clone()
    };
    let strokes = |path: &str| path.matches('M').count();
    // Six crossings together; all strokes are of one height.
    assert_eq!(strokes(&path("outing")), 12);
    assert_eq!(path("outing").matches("v-20").count(), 12);
    assert_eq!(strokes(&path("booked")), 1);
    let told = elements.iter().find(|it| it.name == "desc").unwrap();
    assert_eq!(
        told.text,
        "From 16 June 2025 to 16 June 2026: 7 February 2026, together; 21 February 2026, together; \
         20 March 2026, together; 4 April 2026, together; 18 April 2026, together; \
         16 May 2026, together. To look again: 14 June 2026."
    );
    let shelf = shelf::alone();
    let elements = read(&page(&Leaflet::of_river(&shelf.river, &shelf.crossings)));
    let mut paths = elements.iter().filter(|it| it.name == "path");
    let outings = paths.find(|it| it.attributes["class"] == "outing").unwrap();
    assert_eq!(strokes(&outings.attributes["d"]), 2);
    // One crossing is no year.
    let one = Leaflet::of_crossing(&shelf.river, &shelf.crossings, "f6g7h8j").unwrap();
    assert!(read(&page(&one)).iter().all(|it| it.name != "svg"));
}
