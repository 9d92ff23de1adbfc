//! An answer typed unseen: what can be answered, then a field that shows nothing of what is typed.

use super::super::field::Field;
use super::super::ui::Ui;
use super::text::{self, plain};
use crate::flow::{AskView, Page};
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Columns for the numbers of a list, and for the titles of groups of words.
const NUMBERS: u16 = 4;
const TITLES: u16 = 12;

/// Draws what there is to choose from, without a mark that moves, and the field under it.
pub(super) fn draw(
    ui: &mut Ui,
    area: Rect,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> (Position, u16) {
    let (indent, offered) = offered(&ui.page, words);
    let beside = Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent),
        ..area
    };
    let lines: Vec<(&str, &str)> = offered
        .iter()
        .flat_map(|(head, text)| {
            let heads = std::iter::once(head.as_str()).chain(std::iter::repeat(""));
            heads.zip(text::rows(text, beside.width))
        })
        .collect();
    // The field has a row of its own, and an empty one before it.
    let room = usize::from(area.height.saturating_sub(2));
    let is_cut = lines.len() > room;
    let shown = if is_cut { room.saturating_sub(1) } else { room };
    let mut y = area.y;
    for (head, text) in lines.iter().take(shown) {
        text::row(buffer, area, y, head, plain());
        text::row(buffer, beside, y, text, plain());
        y += 1;
    }
    if is_cut && room > 0 {
        text::row(buffer, area, y, &words.say(Key::MoreAbove, &[]), plain());
        y += 1;
    }
    if y > area.y {
        y += 1;
    }
    if is_cut && !ui.tilts() {
        let all = offered.iter().map(|(head, text)| format!("{head} {text}"));
        let all = all.collect::<Vec<_>>().join("\n");
        ui.above.get_or_insert_default().push(all);
    }
    let Field::Unseen(unseen) = &mut ui.field else {
        return (area.as_position(), y);
    };
    let inner = Rect {
        y,
        height: 1,
        ..area
    };
    text::row(buffer, inner, y, &words.say(Key::Hidden, &[]), plain());
    text::mark(buffer, inner, y);
    let cursor = unseen.editor.render(inner, buffer, &[]);
    (cursor, y.saturating_add(2))
}

/// What can be answered: the column it stands in, and each with what stands before it.
fn offered(page: &Page, words: Words<'_>) -> (u16, Vec<(String, String)>) {
    let numbered = |texts: Vec<String>| {
        let numbers = (1..).map(|number: usize| number.to_string());
        (NUMBERS, numbers.zip(texts).collect())
    };
    match &page.ask {
        AskView::Choice { options, .. } => {
            numbered(options.iter().map(|option| option.text.clone()).collect())
        }
        AskView::Confirm { .. } => {
            numbered([Key::Yes, Key::No].map(|key| words.say(key, &[])).into())
        }
        AskView::Pick { groups, .. } => {
            let group = groups
                .iter()
                .map(|group| (group.title.clone(), group.about.clone()));
            (TITLES, group.collect())
        }
        AskView::Blank { blanks, at } => {
            let hidden = words.say(Key::Hidden, &[]);
            let filled = blanks.iter().take(*at).filter(|blank| blank.text.is_some());
            let before = filled.map(|blank| format!("{} {hidden}", blank.label));
            let here = blanks.get(*at).map(|blank| blank.label.clone());
            let rows = before.chain(here).map(|row| (String::new(), row));
            (0, rows.collect())
        }
        _ => (0, Vec::new()),
    }
}
