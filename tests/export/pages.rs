//! Each format as it comes out, and whose words are in it.

use crate::shelf::{self, HOSTILE, Shelf};
use floe::content::{Mode, Pack, library};
use floe::export::{Leaflet, calendar, html, json, markdown, plain};
use floe::session::ItemKind;

fn pack() -> Pack {
    library::cover(floe::content::Language::ENGLISH).unwrap()
}

fn river(shelf: &Shelf) -> Leaflet {
    Leaflet::of_river(&shelf.river, &shelf.crossings)
}

fn crossing(shelf: &Shelf, id: &str) -> Leaflet {
    Leaflet::of_crossing(&shelf.river, &shelf.crossings, id).unwrap()
}

/// A leaflet in every format, each with the ending of its file.
fn forms(leaflet: &Leaflet) -> Vec<(&'static str, String)> {
    let pack = pack();
    let mut forms = vec![
        ("md", markdown(leaflet, &pack)),
        ("txt", plain(leaflet, &pack)),
        ("html", html(leaflet, &pack)),
        (
            "json",
            serde_json::to_string_pretty(&json(leaflet)).unwrap() + "\n",
        ),
    ];
    forms.extend(calendar(leaflet, &pack).map(|text| ("ics", text)));
    forms
}

fn all(leaflet: &Leaflet) -> String {
    forms(leaflet).into_iter().map(|(_, text)| text).collect()
}

fn golden(name: &str, leaflet: &Leaflet) {
    for (ending, text) in forms(leaflet) {
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.{ending}"), text);
        });
    }
}

#[test]
fn a_year_of_two_people_comes_out_as_it_always_did() {
    golden("two", &river(&shelf::a_year_of_two()));
}

#[test]
fn one_visit_of_two_people_comes_out_as_it_always_did() {
    golden("visit", &crossing(&shelf::a_year_of_two(), "q9r4twe"));
}

#[test]
fn one_person_alone_comes_out_as_it_always_did() {
    golden("alone", &river(&shelf::alone()));
}

#[test]
fn a_card_is_for_a_pocket_and_names_nobody() {
    let shelf = shelf::rehearsed();
    let leaflet = crossing(&shelf, "c4rdtst");
    golden("card", &leaflet);
    let pack = pack();
    for page in [
        markdown(&leaflet, &pack),
        plain(&leaflet, &pack),
        html(&leaflet, &pack),
    ] {
        for of_the_story in ["Wen", "Marcus", "The deposit", "2026"] {
            assert!(!page.contains(of_the_story), "{of_the_story}: {page}");
        }
        // A part's name ends at the first colon, and the words keep theirs.
        assert!(
            page.contains("talk about February: the four hundred."),
            "{page}"
        );
    }
    // One page, short enough for one side of it.
    assert!(plain(&leaflet, &pack).lines().count() < 24);
    let whole = plain(&river(&shelf), &pack);
    assert!(
        whole.contains("A card for the talk\n\nHow I'd begin\n"),
        "{whole}"
    );
    assert!(whole.contains("Wen and Marcus"), "{whole}");
}

#[test]
fn nothing_kept_comes_out_as_it_always_did() {
    golden("empty", &river(&shelf::empty()));
}

#[test]
fn of_two_people_no_private_word_comes_out_and_nothing_one_did_alone() {
    let shelf = shelf::a_year_of_two();
    let mut leaflets = vec![river(&shelf)];
    let together = shelf.crossings.iter().filter(|it| it.header.is_pair());
    leaflets.extend(together.map(|record| crossing(&shelf, &record.header.id)));
    for leaflet in leaflets {
        let said = all(&leaflet);
        assert!(!said.contains("SECRET"), "{said}");
        assert!(!said.contains("alone"), "{said}");
        assert!(!said.contains("m2hd4vt"), "{said}");
        assert!(!said.contains("free_no"), "{said}");
    }
    // Whoever crossed alone takes their own words along by the id of that crossing.
    assert!(all(&crossing(&shelf, "m2hd4vt")).contains("SECRET alone"));
}

#[test]
fn the_day_to_look_again_is_told_only_if_both_kept_it() {
    let mut shelf = shelf::a_year_of_two();
    assert!(river(&shelf).next.is_some());
    let last = shelf.crossings.iter_mut().rev().nth(1).unwrap();
    if let floe::session::Stage::Landed { kept, .. } = &mut last.stage {
        kept.retain(|item| item.kind != ItemKind::LookAgain);
    }
    let next = river(&shelf).next.unwrap();
    assert_eq!(next.crossing, "p7c2xrn");
}

#[test]
fn nothing_is_counted_and_nobody_compared() {
    let shelf = shelf::a_year_of_two();
    let pack = pack();
    let page = markdown(&river(&shelf), &pack);
    for word in [
        "%",
        "percent",
        "total",
        "score",
        "times kept",
        " of 2",
        "streak",
    ] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    // Broken stands in the same place as kept, in the same form.
    let view = |view: &str| page.lines().find(|line| line.ends_with(view)).unwrap();
    let (kept, broken) = (view(": kept"), page.replace(": kept", ": broken"));
    assert!(broken.contains(&kept.replace(": kept", ": broken")));
}

#[test]
fn a_crossing_tells_of_an_earlier_agreement_only_what_it_says_itself() {
    let shelf = shelf::a_year_of_two();
    let visit = crossing(&shelf, "q9r4twe");
    let ids: Vec<&str> = visit
        .agreements
        .iter()
        .map(|it| it.entry.id.as_str())
        .collect();
    assert_eq!(ids, ["p7c2xrn.1", "p7c2xrn.2"]);
    // What came later isn't known yet.
    assert!(!all(&visit).contains("Nothing about health"));
    let plain_one = crossing(&shelf, "a1a1a1a");
    assert!(plain_one.agreements.is_empty());
    assert!(Leaflet::of_crossing(&shelf.river, &shelf.crossings, "nowhere").is_none());
}

#[test]
fn a_crossing_under_way_gives_nothing_of_what_it_holds() {
    let leaflet = crossing(&shelf::a_year_of_two(), "d4d4d4d");
    assert_eq!(leaflet.items().count(), 0);
    assert!(markdown(&leaflet, &pack()).contains("Nothing is kept here."));
}

#[test]
fn the_same_river_gives_the_same_bytes_in_whatever_order_it_is_read() {
    let mut shelf = shelf::a_year_of_two();
    let before = all(&river(&shelf));
    shelf.crossings.reverse();
    assert_eq!(all(&river(&shelf)), before);
}

#[test]
fn hostile_words_stay_words_in_markdown_and_plain_text() {
    let leaflet = river(&shelf::hostile());
    for text in [markdown(&leaflet, &pack()), plain(&leaflet, &pack())] {
        let bad = |c: char| {
            c.is_control() && c != '\n' || "\u{202e}\u{2066}\u{200f}\u{feff}\u{2028}".contains(c)
        };
        assert!(!text.chars().any(bad), "{text:?}");
        assert!(text.lines().all(|line| !line.ends_with(' ')));
    }
    let text = plain(&leaflet, &pack());
    let wide = |line: &&str| floe::text::width(line) > 72;
    assert_eq!(text.lines().find(wide), None);
    // Only floe's own headings, rules and lists begin a line.
    let page = markdown(&leaflet, &pack());
    for line in page.lines() {
        let bare = line.trim_start_matches(['>', ' ']);
        assert!(
            !bare.starts_with("```") && !bare.starts_with("==="),
            "{line}"
        );
        let html = bare.replace("\\<", "").replace("\\>", "");
        assert!(!html.contains('<') && !html.contains('>'), "{line}");
        assert!(!bare.replace("\\[", "").contains('['), "{line}");
    }
    let headings = page.lines().filter(|line| line.starts_with("## ")).count();
    let sections = html(&leaflet, &pack()).matches("<h2").count();
    assert_eq!(headings, sections);
}

#[test]
fn json_holds_the_words_as_they_are() {
    let leaflet = river(&shelf::hostile());
    let told: serde_json::Value = serde_json::from_str(&json(&leaflet).to_string()).unwrap();
    let kept = told["crossings"][0]["kept"].as_array().unwrap();
    let texts: Vec<&str> = kept
        .iter()
        .map(|item| item["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, HOSTILE);
    assert_eq!(told["agreements"].as_array().unwrap().len(), HOSTILE.len());
}

#[test]
fn alone_every_kept_word_comes_out() {
    let shelf = shelf::alone();
    assert!(
        shelf
            .crossings
            .iter()
            .all(|it| it.header.mode == Mode::Solo)
    );
    let said = markdown(&river(&shelf), &pack());
    for words in [
        "I ask before I tell a story of ours.",
        "Is it being believed that matters most?",
        "afraid, hopeful",
        "Harder at work.",
        "only stories with names in them",
        "23 January 2026",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}
