//! The field people write in, from outside: any keys in any order, and what is drawn of it.
#![cfg(feature = "tui")]

use std::ops::Range;

use floe::text::{clean, width};
use floe::tui::editor::{Command, Editor, Outcome};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

const SAMPLES: &str = "a| |\n|你|。|👨‍👩‍👧|👍🏽|\u{301}|\u{200d}|🇸|🇪|❤\u{fe0f}|1\u{fe0f}\u{20e3}|⌚\u{fe0e}|क्षि|ｶﾞ|ก็|سلام|\
    \u{1112}\u{1161}\u{11ab}|\u{200b}|\u{600}|word, |a long sentence that wraps, doesn't it? ";

fn words() -> impl Strategy<Value = String> {
    let sample =
        prop::sample::select(SAMPLES.split('|').collect::<Vec<_>>()).prop_map(str::to_owned);
    prop_oneof![6 => sample, 1 => any::<String>().prop_map(|text| text.chars().take(12).collect())]
}

#[derive(Clone, Debug)]
enum Act {
    Type(String),
    Paste(String),
    Do(Command<'static>),
    Draw(u16, u16),
}

const COMMANDS: [Command<'static>; 21] = [
    Command::Newline,
    Command::Backspace,
    Command::Delete,
    Command::DeleteWordLeft,
    Command::DeleteWordRight,
    Command::KillToStart,
    Command::KillToEnd,
    Command::Left,
    Command::Right,
    Command::WordLeft,
    Command::WordRight,
    Command::Up,
    Command::Down,
    Command::PageUp,
    Command::PageDown,
    Command::Home,
    Command::End,
    Command::First,
    Command::Last,
    Command::Undo,
    Command::Redo,
];

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => words().prop_map(Act::Type),
        2 => words().prop_map(Act::Paste),
        10 => prop::sample::select(COMMANDS.to_vec()).prop_map(Act::Do),
        2 => (0u16..30, 0u16..8).prop_map(|(columns, rows)| Act::Draw(columns, rows)),
    ]
}

fn carry_out(editor: &mut Editor, act: &Act) {
    match act {
        Act::Type(text) => text.chars().for_each(|c| {
            editor.perform(Command::Insert(c));
        }),
        Act::Paste(text) => {
            editor.perform(Command::Paste(text));
        }
        Act::Do(command) => {
            editor.perform(*command);
        }
        Act::Draw(..) => {}
    }
}

/// Draws into the middle of a larger buffer; gives the buffer and the cursor.
fn draw(editor: &mut Editor, area: Rect, marks: &[(Range<usize>, Style)]) -> (Buffer, Position) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, area.right() + 3, area.bottom() + 2));
    let cursor = editor.render(area, &mut buffer, marks);
    (buffer, cursor)
}

fn rows(buffer: &Buffer, area: Rect) -> Vec<String> {
    let row = |y| {
        let mut x = area.x;
        let mut row = String::new();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += symbol.cell_width().max(1);
        }
        row.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(row).collect()
}

fn show(editor: &mut Editor, columns: u16, height: u16) -> (Vec<String>, (u16, u16)) {
    let area = Rect::new(0, 0, columns, height);
    let (buffer, cursor) = draw(editor, area, &[]);
    (rows(&buffer, area), (cursor.x, cursor.y))
}

fn written(text: &str) -> Editor {
    let mut editor = Editor::multi_line();
    editor.set_text(text);
    editor
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_keys_in_any_order(acts in prop::collection::vec(act(), 1..60), single in any::<bool>()) {
        let mut editor = if single { Editor::single_line() } else { Editor::multi_line() }.with_limit(300);
        let mut area = Rect::new(2, 1, 20, 5);
        for act in &acts {
            carry_out(&mut editor, act);
            if let Act::Draw(columns, rows) = *act {
                area = Rect::new(2, 1, columns, rows);
            }
            let (text, at) = (editor.text().to_owned(), editor.cursor());
            prop_assert!(text.len() <= 300);
            prop_assert!(!text.contains(|c: char| c.is_control() && (single || c != '\n')), "{text:?}");
            let mut stops = text.grapheme_indices(true).map(|(stop, _)| stop).chain([text.len()]);
            prop_assert!(stops.any(|stop| stop == at), "cursor {at} is inside a grapheme of {text:?}");

            let marks = [(0..text.len() / 2, Style::new().add_modifier(Modifier::UNDERLINED)), (3..9, Style::new().bold())];
            let (buffer, cursor) = draw(&mut editor, area, &marks);
            prop_assert!(area.is_empty() || area.contains(cursor), "cursor {cursor:?} is outside {area:?}");
            for place in buffer.area.positions() {
                let cell = &buffer[place];
                if area.contains(place) {
                    prop_assert!(place.x + cell.cell_width() <= area.right(), "{text:?} juts out at {place:?}");
                } else {
                    prop_assert_eq!(cell, &Default::default(), "drawn outside at {:?}", place);
                }
            }
        }
    }

    #[test]
    fn what_is_drawn_does_not_depend_on_how_it_came_about(acts in prop::collection::vec(act(), 1..40)) {
        let mut editor = Editor::multi_line();
        draw(&mut editor, Rect::new(0, 0, 12, 4), &[]);
        acts.iter().for_each(|act| carry_out(&mut editor, act));
        let area = Rect::new(0, 0, 12, 200);
        let mut fresh = written_like(&editor);
        prop_assert_eq!(draw(&mut editor, area, &[]), draw(&mut fresh, area, &[]));
    }

    #[test]
    fn undoing_all_returns_to_the_start_and_redoing_all_to_the_end(
        start in words(),
        acts in prop::collection::vec(act(), 1..40),
    ) {
        let mut editor = written(&start);
        let start = editor.text().to_owned();
        acts.iter().for_each(|act| carry_out(&mut editor, act));
        while editor.perform(Command::Redo) == Outcome::Changed {}
        let end = editor.text().to_owned();
        while editor.perform(Command::Undo) == Outcome::Changed {}
        prop_assert_eq!(editor.text(), start);
        while editor.perform(Command::Redo) == Outcome::Changed {}
        prop_assert_eq!(editor.text(), end);
    }

    #[test]
    fn one_row_stays_visible_around_the_cursor(acts in prop::collection::vec(act(), 1..40), height in 3u16..7) {
        let mut editor = Editor::multi_line();
        for act in &acts {
            carry_out(&mut editor, act);
            let (_, cursor) = draw(&mut editor, Rect::new(0, 0, 10, height), &[]);
            let (_, whole) = draw(&mut written_like(&editor), Rect::new(0, 0, 10, 900), &[]);
            let all = editor.rows(10);
            prop_assert!(cursor.y > 0 || whole.y == 0);
            prop_assert!(cursor.y + 1 < height || usize::from(whole.y) + 1 == all);
        }
    }

    #[test]
    fn widths_agree_with_what_is_drawn(text in prop::collection::vec(words(), 0..8)) {
        for grapheme in clean(&text.concat()).graphemes(true).filter(|grapheme| *grapheme != "\n") {
            prop_assert_eq!(width(grapheme), usize::from(grapheme.cell_width()), "{:?}", grapheme);
        }
    }
}

/// A field with the same text and cursor that was never edited.
fn written_like(editor: &Editor) -> Editor {
    let mut fresh = written(editor.text());
    while fresh.cursor() > editor.cursor() {
        fresh.perform(Command::Left);
    }
    fresh
}

#[test]
fn words_wrap_and_the_cursor_follows() {
    let mut editor = written("she said \"hello\", you know\n你好 friend");
    let expected = ["she said", "\"hello\", you", "know", "你好 friend"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(show(&mut editor, 16, 4), (expected, (11, 3)));
    assert_eq!(editor.rows(16), 4);
}

#[test]
fn a_full_row_leaves_a_column_for_the_cursor() {
    let mut editor = written("abcd");
    assert_eq!(
        show(&mut editor, 5, 2),
        (vec!["abcd".to_owned(), String::new()], (4, 0))
    );
    editor.perform(Command::Insert('e'));
    assert_eq!(
        show(&mut editor, 5, 2),
        (vec!["abcd".to_owned(), "e".to_owned()], (1, 1))
    );
}

#[test]
fn home_and_end_mean_the_row_that_is_seen() {
    let mut editor = written("on the bank");
    show(&mut editor, 8, 3);
    let at = |editor: &mut Editor, command| {
        editor.perform(command);
        editor.cursor()
    };
    assert_eq!(at(&mut editor, Command::Home), 7);
    assert_eq!(at(&mut editor, Command::Left), 6);
    assert_eq!(at(&mut editor, Command::Home), 0);
    assert_eq!(at(&mut editor, Command::End), 6);
    assert_eq!(show(&mut editor, 8, 3).1, (6, 0));
    assert_eq!(editor.perform(Command::KillToEnd), Outcome::Idle);
    editor.perform(Command::KillToStart);
    assert_eq!(editor.text(), " bank");
}

#[test]
fn up_and_down_keep_their_column() {
    let mut editor = written("abcdef\nab\nabcdef");
    editor.perform(Command::Left);
    let walk = [
        Command::Up,
        Command::Up,
        Command::Down,
        Command::Down,
        Command::Down,
        Command::Up,
        Command::Up,
        Command::Up,
    ];
    let places = walk.map(|command| {
        editor.perform(command);
        editor.cursor()
    });
    assert_eq!(places, [9, 5, 9, 15, 16, 9, 5, 0]);
    assert_eq!(editor.perform(Command::Up), Outcome::Idle);
}

#[test]
fn pages_move_by_what_is_seen() {
    let mut editor = written(&["row"; 20].join("\n"));
    editor.perform(Command::First);
    assert_eq!(show(&mut editor, 10, 5).1, (0, 0));
    editor.perform(Command::PageDown);
    assert_eq!(editor.cursor(), 16);
    assert_eq!(show(&mut editor, 10, 5).1, (0, 3));
    editor.perform(Command::PageUp);
    assert_eq!(editor.cursor(), 0);
}

#[test]
fn a_paste_is_one_edit_and_cleaned() {
    let mut editor = Editor::multi_line();
    editor.perform(Command::Insert('a'));
    assert_eq!(
        editor.perform(Command::Paste("b\r\nc\x1b[2J\td")),
        Outcome::Changed
    );
    assert_eq!(editor.text(), "ab\nc\u{fffd}[2J d");
    editor.perform(Command::Undo);
    assert_eq!((editor.text(), editor.cursor()), ("a", 1));
    let mut line = Editor::single_line();
    line.perform(Command::Paste("b\r\nc\rd\n"));
    assert_eq!(line.text(), "b c d ");
    assert_eq!(line.perform(Command::Newline), Outcome::Idle);
}

#[test]
fn marks_typed_one_by_one_count_together() {
    let mut editor = written("a");
    for mark in ['\u{301}'; 9] {
        editor.perform(Command::Insert(mark));
    }
    assert_eq!(editor.text(), "a\u{301}\u{301}\u{301}\u{301}");
    editor.perform(Command::Backspace);
    assert_eq!(editor.text(), "");
}

#[test]
fn the_limit_cuts_between_graphemes_and_says_so() {
    let mut editor = Editor::multi_line().with_limit(6);
    assert_eq!(
        editor.perform(Command::Paste("abce\u{301}e\u{301}")),
        Outcome::Full
    );
    assert_eq!(editor.text(), "abce\u{301}");
    assert_eq!(editor.perform(Command::Insert('ä')), Outcome::Full);
    assert_eq!(editor.perform(Command::Backspace), Outcome::Changed);
    assert_eq!(editor.perform(Command::Insert('ä')), Outcome::Changed);
    editor.set_text("longer than that");
    assert_eq!(editor.text(), "longer than that");
}

#[test]
fn undo_takes_back_words() {
    let mut editor = Editor::multi_line();
    for c in "I am here".chars() {
        editor.perform(Command::Insert(c));
    }
    let texts = ["I am ", "I ", ""].map(|expected| {
        editor.perform(Command::Undo);
        editor.text() == expected
    });
    assert_eq!(texts, [true; 3]);
    assert_eq!(editor.perform(Command::Undo), Outcome::Idle);
}

#[test]
fn a_hidden_field_draws_nothing_and_forgets_everything() {
    let mut editor = Editor::multi_line().hidden();
    editor.perform(Command::Paste("a secret\nof two lines"));
    let nothing = vec![String::new(); 2];
    assert_eq!(show(&mut editor, 20, 2), (nothing, (0, 0)));
    editor.forget();
    assert_eq!((editor.text(), editor.cursor()), ("", 0));
    assert_eq!(editor.perform(Command::Undo), Outcome::Idle);
    editor.perform(Command::Insert('b'));
    assert_eq!(editor.text(), "b");
}

#[test]
fn marks_style_their_letters_and_later_ones_win() {
    let mut editor = written("never again");
    let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
    let (buffer, _) = draw(
        &mut editor,
        Rect::new(0, 0, 20, 1),
        &[(0..5, underlined), (2..3, Style::new().not_underlined())],
    );
    let shown = (0..11).map(|x| {
        if buffer[(x, 0)].modifier.contains(Modifier::UNDERLINED) {
            '_'
        } else {
            '.'
        }
    });
    assert_eq!(shown.collect::<String>(), "__.__......");
}

#[test]
fn areas_without_room_are_harmless() {
    let mut editor = written("some words 你好");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
    assert_eq!(
        editor.render(Rect::new(1, 1, 0, 0), &mut buffer, &[]),
        Position::new(1, 1)
    );
    assert_eq!(
        editor.render(Rect::new(3, 1, 1, 1), &mut buffer, &[]),
        Position::new(3, 1)
    );
    editor.render(Rect::new(9, 9, 5, 5), &mut buffer, &[]);
    editor.render(Rect::new(2, 0, 50, 50), &mut buffer, &[]);
    assert_eq!(rows(&buffer, Rect::new(0, 0, 2, 2)), ["", ""]);
}
