//! The map of a rehearsed talk: a row for each way it went, its turns side by side, and no mark that says which way
//! was better.

use crate::flow::{TalkView, TalkWay};
use crate::text::{fold, width};

/// The least that keeps two names apart, in columns.
const APART: usize = 2;

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
