//! What is drawn of a talk. Its map: a row for each way it went, its turns side by side, and no mark that says which
//! way was better. The card for the real one: its parts below each other, their names left.

use crate::flow::{Shown, TalkView, TalkWay};
use crate::text::{fold, width};

/// The least that keeps two names apart, in columns.
const APART: usize = 2;

/// The fewest things with a name that stand as a card; fewer are read as sentences.
const PARTS: usize = 3;

/// The least room for words beside their names, in columns.
const WORDS: usize = 28;

/// The rows of a card, its names left; None for what isn't made of named parts, or has no room beside them.
pub(super) fn card(shown: &[Shown], columns: u16) -> Option<Vec<String>> {
    let named = |shown: &Shown| {
        let name = shown.label.as_ref().filter(|name| name.ends_with(':'))?;
        (!shown.guess).then(|| (name.clone(), shown.text.clone()))
    };
    let parts: Vec<(String, String)> = shown.iter().map(named).collect::<Option<_>>()?;
    let names = parts.iter().map(|(name, _)| width(name));
    let lead = names.max()? + APART;
    let room = usize::from(columns).saturating_sub(lead);
    if parts.len() < PARTS || room < WORDS {
        return None;
    }
    let rows = parts.into_iter().flat_map(|(name, words)| {
        let folded = fold(words.trim(), room);
        let names = std::iter::once(name).chain(std::iter::repeat(String::new()));
        let rows = folded.lines().zip(names);
        let set = |(row, name): (&str, String)| {
            let gap = " ".repeat(lead.saturating_sub(width(&name)));
            format!("{name}{gap}{row}")
        };
        rows.map(set).collect::<Vec<_>>()
    });
    Some(rows.collect())
}

/// The rows of the map in so many columns; in sentences where its names have no room side by side.
pub(super) fn rows(talk: &TalkView, columns: u16) -> Vec<String> {
    let columns = usize::from(columns);
    let each = columns / talk.turns.max(1);
    let names = talk.ways.iter().flat_map(|way| &way.said);
    let widest = names.map(|name| width(name)).max().unwrap_or_default();
    if widest + APART > each {
        let told = talk.ways.iter().map(|way| fold(&way.told, columns));
        let rows = |told: String| told.lines().map(str::to_owned).collect::<Vec<_>>();
        return told.flat_map(rows).collect();
    }
    let each = each.min(widest + 2 * APART + 2);
    talk.ways.iter().flat_map(|way| drawn(way, each)).collect()
}

/// A way: where it leaves the one above it, a line of its turns, and what was tried at each.
fn drawn(way: &TalkWay, each: usize) -> Vec<String> {
    let turn = |at: usize| if at + 1 == way.said.len() { "o" } else { "o-" };
    let lead = way.from * each;
    let mut line = match way.from {
        0 => String::new(),
        _ => format!("{}\\", " ".repeat(lead.saturating_sub(2))),
    };
    let mut names = String::new();
    for (at, said) in way.said.iter().enumerate() {
        let x = lead + at * each;
        line.push_str(&" ".repeat(x.saturating_sub(width(&line))));
        line.push_str(turn(at));
        if at + 1 < way.said.len() {
            line.push_str(&"-".repeat((x + each).saturating_sub(width(&line))));
        }
        names.push_str(&" ".repeat(x.saturating_sub(width(&names))));
        names.push_str(said);
    }
    vec![line, names]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_has_its_names_left_where_there_is_room() {
        let part = |name: &str, text: &str| Shown {
            label: Some(name.to_owned()),
            text: text.to_owned(),
            guess: false,
            own: false,
        };
        let parts = [
            part("First:", "One sentence that goes on to the next row."),
            part("And then:", "Another."),
            part("Last:", "Tea."),
        ];
        let rows = card(&parts, 41).unwrap();
        assert_eq!(
            rows,
            [
                "First:     One sentence that goes on to",
                "           the next row.",
                "And then:  Another.",
                "Last:      Tea.",
            ]
        );
        assert_eq!(card(&parts, 38), None, "no room beside the names");
        assert_eq!(card(&parts[..2], 60), None, "two are sentences");
        let unnamed = [&parts[..], &[part("when", "I")]].concat();
        assert_eq!(card(&unnamed, 60), None);
    }

    fn way(from: usize, said: &[&str]) -> TalkWay {
        TalkWay {
            from,
            said: said.iter().map(|said| (*said).to_owned()).collect(),
            here: false,
            told: format!("from {from}: {}", said.join(", ")),
        }
    }

    fn talk() -> TalkView {
        TalkView {
            turns: 4,
            ways: vec![
                way(0, &["explained", "gave back", "said nothing", "mended"]),
                way(2, &["gave back", "gave back"]),
            ],
        }
    }

    #[test]
    fn a_way_leaves_the_one_above_it_where_it_went_another_way() {
        assert_eq!(
            rows(&talk(), 66),
            [
                "o---------------o---------------o---------------o",
                "explained       gave back       said nothing    mended",
                "                              \\ o---------------o",
                "                                gave back       gave back",
            ]
        );
    }

    #[test]
    fn without_room_it_is_told() {
        let told = rows(&talk(), 40);
        assert_eq!(told[0], "from 0: explained, gave back, said");
        assert!(rows(&talk(), 40).iter().all(|row| width(row) <= 40));
    }
}
