//! A page: what was said, the ask in bold, the answer, and one line that names what can be opened.

use super::super::field::Field;
use super::super::keys::{Bound, name};
use super::super::ui::Ui;
use super::answer;
use super::ashore;
use super::both;
use super::glass;
use super::panes;
use super::talk;
use super::text::{self, bold, plain};
use super::zones::Zones;
use crate::flow::{AskView, Glass, Page, Pane, Shown};
use crate::runtime::Action;
use crate::text::width;
use crate::words::{Key, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The answer never has fewer rows.
const ANSWER: u16 = 3;

/// The least of the context beside a list that is shown whole, with an empty row after it.
const CONTEXT: u16 = 3;

/// Draws the page, with how far it is at its foot if that is asked for, and tells where the cursor goes.
pub(super) fn draw(
    ui: &mut Ui,
    zones: Zones,
    shows_way: bool,
    buffer: &mut Buffer,
    words: Words<'_>,
) -> Position {
    let area = zones.page;
    let still = matches!(ui.field, Field::Still);
    let drawer = drawer_rows(ui, area);
    // Where even the ask doesn't fit, one row to answer in stays.
    let ask_room = usize::from(area.height.saturating_sub(if still { 0 } else { 2 }).max(1));
    let ask = text::cut(&ui.page.prompt, area.width, ask_room);
    let opened = u16::try_from(drawer.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let asked = u16::try_from(ask.len()).unwrap_or(u16::MAX);
    let taken = asked.saturating_add(1 + answer_rows(ui, area, asked, words) + opened);
    let room = usize::from(area.height.saturating_sub(taken));
    // Tab reads what doesn't fit, unless it has something else to do.
    let is_readable = drawer.is_empty() && !ui.tilts();
    let mut y = area.y;
    if let Some(river) = &ui.page.river {
        // The empty row before the ask is part of what is drawn there.
        let height = u16::try_from(room + 1).unwrap_or(area.height);
        y = ashore::draw(river, Rect { height, ..area }, buffer, words);
    }
    let room = room.saturating_sub(usize::from(y - area.y).saturating_sub(1));
    let rest = Rect { y, ..area };
    let (looked, cut) = glass::draw(&ui.page.glass, rest, room, buffer);
    y += looked;
    let room = room.saturating_sub(usize::from(looked));
    let (lines, gap) = above(ui, area.width, room, is_readable, words);
    let hides = room == 0 && ui.above.is_some() || cut.is_some();
    cut.into_iter()
        .for_each(|looked| ui.above.get_or_insert_default().insert(0, looked));
    for line in &lines {
        text::row(buffer, area, y, line, plain());
        y += 1;
    }
    y += gap;
    let ask_top = y;
    y = write_ask(&ask, buffer, area, y);
    let on_ask = still || matches!(ui.field, Field::Both);
    if on_ask {
        text::mark(buffer, area, ask_top);
    }
    let zones = zones.near(y + 1, ui);
    let bottom = drawer_top(zones, &drawer);
    let answer = Rect {
        y: y + 1,
        height: bottom.saturating_sub(y + 1),
        ..area
    };
    let (mut cursor, below) = answer::draw(ui, answer, buffer, words);
    // What can be answered unseen has no row at all.
    let hides =
        hides || matches!(ui.field, Field::Unseen(_)) && answer.height < 3 && ui.above.is_some();
    if on_ask {
        cursor = Position::new(area.x, ask_top);
    }
    foot(ui, below, buffer, words);
    let named = if hides {
        words.say(Key::MoreAbove, &[])
    } else {
        closed_drawer(ui, area.width, words)
    };
    draw_drawer(ui, zones, &drawer, &named, buffer);
    if shows_way && zones.page.bottom() <= zones.drawer.y {
        way(&ui.page, zones.drawer, buffer);
    }
    cursor
}

/// The ask in bold, and plain what follows it after an empty row; tells the row after it.
fn write_ask(ask: &[String], buffer: &mut Buffer, area: Rect, from: u16) -> u16 {
    let mut style = bold();
    let mut y = from;
    for line in ask {
        if line.is_empty() {
            style = plain();
        }
        text::row(buffer, area, y, line, style);
        y += 1;
    }
    y
}

/// The rows that are left to the answer, with an empty one before it. A list is shown whole where two lines of the
/// context still have room.
fn answer_rows(ui: &Ui, area: Rect, ask: u16, words: Words<'_>) -> u16 {
    let rows = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1);
    let spare = area.height.saturating_sub(ask + 1 + CONTEXT);
    match (&ui.field, &ui.page.ask) {
        // There is nothing to write where one reads.
        (Field::Still, _) if !ui.has_foot() => 0,
        (Field::Unseen(_), AskView::Choice { options, .. }) => rows(options.len() + 2),
        (Field::Unseen(_), _) => ANSWER + 2,
        (Field::Both, _) => rows(both::rows(&both::said(ui, words), area.width)),
        (Field::List(list), AskView::Quiet { .. }) => rows(list.texts.len()),
        (Field::List(list), _) => rows(list.texts.len()).min(spare).max(ANSWER + 1),
        _ => ANSWER + 1,
    }
}

/// What stands above the ask: sentences, then earlier answers side by side; and how many empty rows follow. What
/// has no room is left to be read.
fn above(
    ui: &mut Ui,
    width: u16,
    room: usize,
    is_readable: bool,
    words: Words<'_>,
) -> (Vec<String>, u16) {
    let mut blocks = said(ui, width, words);
    let mut context = lines(&blocks, width);
    if let Some(talk) = &ui.page.talk {
        let gap = (!context.is_empty()).then(String::new);
        context.extend(gap.into_iter().chain(talk::rows(talk, width)));
        blocks.extend(talk.ways.iter().map(|way| way.told.clone()));
    }
    let (mut beside, is_beside_cut) = panes::lines(&ui.page.panes, width, room);
    let gap = usize::from(!beside.is_empty());
    let left = room.saturating_sub(beside.len() + gap);
    let is_cut = is_beside_cut || context.len() > left;
    let more = (is_cut && is_readable).then(|| words.say(Key::MoreAbove, &[]));
    if is_beside_cut && let (Some(last), Some(more)) = (beside.last_mut(), &more) {
        last.clone_from(more);
    }
    let is_wide = (gap > 0 || ui.is_curtain()) && context.len() + gap + beside.len() + 2 <= room;
    let mut shown = match ui.page.problem.is_empty() {
        true => fitted(context, left, more.as_deref()),
        // Where it is and what it is stand first.
        false => begun(context, left, more.as_deref()),
    };
    if !shown.is_empty() && gap > 0 {
        let empty = if is_wide { 2 } else { 1 };
        shown.extend(std::iter::repeat_n(String::new(), empty));
    }
    shown.append(&mut beside);
    ui.above = more.map(|_| {
        blocks.extend(ui.page.panes.iter().map(panes::in_words));
        blocks
    });
    let gap = match (shown.is_empty(), is_wide) {
        (true, _) => 0,
        (_, true) => 2,
        _ => 1,
    };
    (shown, gap)
}

/// What stands above the ask, a paragraph each.
fn said(ui: &Ui, width: u16, words: Words<'_>) -> Vec<String> {
    let page = &ui.page;
    if !page.problem.is_empty() {
        return page.problem.clone();
    }
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(page.notice.iter().cloned());
    blocks.extend(page.notes.iter().cloned());
    match talk::card(&page.shows, width) {
        Some(rows) => blocks.push(rows.join("\n")),
        None => blocks.extend(page.shows.iter().map(|shown| in_words(shown, words))),
    }
    let written = matches!(
        page.ask,
        AskView::Line | AskView::Text | AskView::Blank { .. }
    );
    if page.melts && written {
        blocks.push(words.say(Key::Melts, &[]));
    }
    if let AskView::Quiet {
        over: true, more, ..
    } = &page.ask
    {
        let low = if *more { Key::LightLow } else { Key::QuietOver };
        blocks.push(words.say(low, &[]));
    }
    if let Field::Unseen(unseen) = &ui.field
        && unseen.stands(page)
    {
        blocks.push(words.say(Key::HiddenBefore, &[]));
    }
    // What a key was just answered with stands closest, and is the last to be cut.
    blocks.extend(ui.full.then(|| words.say(Key::Full, &[])));
    let is_below = matches!(ui.field, Field::Both);
    blocks.extend(ui.told.iter().filter(|_| !is_below).cloned());
    blocks
}

/// Paragraphs as lines, with an empty one between two.
fn lines(blocks: &[String], width: u16) -> Vec<String> {
    let lines = blocks.iter().enumerate().flat_map(|(at, block)| {
        let gap = (at > 0).then(String::new);
        gap.into_iter()
            .chain(text::rows(block, width).into_iter().map(str::to_owned))
    });
    lines.collect()
}

/// An earlier answer: in quotes by itself, or after its label; a guess is called one.
fn in_words(shown: &Shown, words: Words<'_>) -> String {
    let guess = if shown.guess {
        format!(" ({})", words.say(Key::Guess, &[]))
    } else {
        String::new()
    };
    match &shown.label {
        Some(label) => format!("{label}{guess} {}", shown.text.trim()),
        None => format!("\"{}\"{guess}", shown.text.trim()),
    }
}

/// The context cut to its last lines where there is no room for all of it; if `more` is given, it says so on top.
fn fitted(lines: Vec<String>, room: usize, more: Option<&str>) -> Vec<String> {
    let said = more.filter(|_| lines.len() > room).map(str::to_owned);
    let kept = room.saturating_sub(usize::from(said.is_some()));
    let gone = lines.len().saturating_sub(kept);
    let mut shown: Vec<String> = said
        .into_iter()
        .chain(lines.into_iter().skip(gone))
        .collect();
    shown.truncate(room);
    shown
}

/// The context cut to its first lines in the same way, with `more` below them.
fn begun(mut lines: Vec<String>, room: usize, more: Option<&str>) -> Vec<String> {
    if lines.len() > room {
        lines.truncate(room.saturating_sub(usize::from(more.is_some())));
        lines.extend(more.map(str::to_owned));
    }
    lines.truncate(room);
    lines
}

/// Sentences to be read once, below the answer. Where not all of it fits, Tab reads it.
fn foot(ui: &mut Ui, area: Rect, buffer: &mut Buffer, words: Words<'_>) {
    let mut shown = lines(&ui.page.foot, area.width);
    // The bank names the other way of reading it.
    let bank = ui.is_bare() && !ui.page.key.ask.as_str().is_empty();
    let note = bank.then(|| words.say(Key::LineModeNote, &[]));
    let room = usize::from(area.height);
    if shown.len() > room && room > 0 && !ui.tilts() {
        shown.truncate(room - 1);
        shown.push(words.say(Key::MoreAbove, &[]));
        let foot = ui.page.foot.iter().chain(&note).cloned();
        let foot: Vec<String> = foot.collect();
        ui.above.get_or_insert_default().extend(foot);
    } else if let Some(note) = note
        && !shown.is_empty()
        && shown.len() + 2 <= room
    {
        shown.extend([String::new(), note]);
    }
    for (line, y) in shown.iter().zip(area.y..area.bottom()) {
        text::row(buffer, area, y, line, plain());
    }
}

/// The open drawer's rows; empty when it is closed. The ask and the answer keep theirs.
fn drawer_rows(ui: &Ui, area: Rect) -> Vec<String> {
    let drawer = &ui.page.drawer;
    let inside = match ui.drawer {
        Some(Pane::Why) => drawer.why.as_ref(),
        Some(Pane::Hint) => drawer.hint.as_ref(),
        Some(Pane::Example) => drawer.example.as_ref(),
        _ => None,
    };
    let ask = text::rows(&ui.page.prompt, area.width).len();
    let room = usize::from(area.height).saturating_sub(ask + 1 + 1);
    inside
        .map(|text| text::cut(text, area.width, room.clamp(1, 4)))
        .unwrap_or_default()
}

fn drawer_top(zones: Zones, drawer: &[String]) -> u16 {
    let rows = u16::try_from(drawer.len()).unwrap_or(0);
    if rows == 0 {
        zones.page.bottom()
    } else {
        (zones.drawer.y + 1).saturating_sub(rows)
    }
}

/// The drawer in its own place: open, or one line that names what is inside.
fn draw_drawer(ui: &Ui, zones: Zones, drawer: &[String], named: &str, buffer: &mut Buffer) {
    let whole = Rect {
        height: zones.drawer.bottom().saturating_sub(zones.page.y),
        ..zones.page
    };
    let top = drawer_top(zones, drawer);
    for (line, y) in drawer.iter().zip(top..) {
        text::row(buffer, whole, y, line, plain());
    }
    // Right below a list it would read like one more row of it.
    let row = zones.drawer.y;
    let is_beside = !matches!(ui.field, Field::List(_)) || text::is_free(buffer, whole, row - 1);
    if drawer.is_empty() && zones.page.bottom() <= row && is_beside {
        let line = text::cut(named, whole.width, 1).concat();
        text::row(buffer, whole, row, &line, plain());
    }
}

/// How far it is, at the end of the drawer's row, where the caption had no room for it.
fn way(page: &Page, area: Rect, buffer: &mut Buffer) {
    let way = page.way.as_deref().unwrap_or_default();
    text::row_right_if_free(buffer, area, area.y, way);
}

/// What is in the closed drawer, behind the key that opens it.
fn closed_drawer(ui: &Ui, room: u16, words: Words<'_>) -> String {
    let inside = &ui.page.drawer;
    let named = [
        (Key::ActHint, inside.hint.is_some()),
        (Key::ActExample, inside.example.is_some()),
        (Key::ActWhy, inside.why.is_some()),
    ];
    let mut names: Vec<_> = named
        .iter()
        .filter(|(_, there)| *there)
        .map(|(key, _)| words.say(*key, &[]))
        .collect();
    // Where Tab reads what has no room, these stand in the menu.
    let key = if ui.tab_opens() && ui.above.is_none() {
        "Tab"
    } else {
        "Esc, Enter"
    };
    let mirror = mirror_key(ui, words);
    let line = |names: &[String]| {
        let drawer = (!names.is_empty()).then(|| format!("{key}  {}", names.join(", ")));
        let parts: Vec<String> = drawer.into_iter().chain(mirror.clone()).collect();
        parts.join("   ")
    };
    // The mirror has a key of its own, so the last of the others is left out where there is no room for all.
    while mirror.is_some() && names.len() > 1 && width(&line(&names)) > usize::from(room) {
        names.pop();
    }
    line(&names)
}

/// The mirror behind its key, where it can be asked and this person has it out.
fn mirror_key(ui: &Ui, words: Words<'_>) -> Option<String> {
    let is_near = ui.page.glass == Glass::Near && !matches!(ui.field, Field::Unseen(_));
    let key = name(Bound::Do(Action::Mirror)).filter(|_| is_near)?;
    Some(format!("{key}  {}", words.say(Key::ActMirrorKey, &[])))
}
