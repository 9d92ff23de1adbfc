//! What a frame costs, and a letter typed into a long answer. No terminal: cells in memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that can't be set up has nothing to tell"
)]

#[path = "../tests/walk/mod.rs"]
mod walk;

use criterion::Criterion;
use floe::content::theme;
use floe::runtime::Sitting;
use floe::tui::Colours;
use floe::tui::editor::{Command, Editor};
use floe::tui::theme::Ink;
use floe::tui::{Look, Ui};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

const SCREENS: [Rect; 2] = [Rect::new(0, 0, 80, 24), Rect::new(0, 0, 220, 60)];

/// Bytes of a long answer.
const LONG: usize = 50 * 1024;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    frames(&mut criterion);
    typing(&mut criterion);
    field(&mut criterion);
    criterion.final_summary();
}

/// The ink of a theme, with all its colours.
fn ink(name: &str) -> Ink {
    let theme = theme::named(name).unwrap();
    Ink::of(&theme, Colours::Millions).unwrap()
}

/// Somebody at the page where they say back what they heard, on a screen of this ink.
fn listening(ink: Ink) -> (Sitting, Ui) {
    let (mut sitting, _) = walk::sit_down(&walk::pack(), "crossing");
    walk::walk(&mut sitting, |page| page.key.ask == "give_back");
    let look = Look { ink, motion: false };
    let ui = Ui::new(look, &sitting);
    (sitting, ui)
}

fn long_answer() -> String {
    let line = format!("{}\n\n", [walk::WORDS; 5].join(" "));
    line.chars().cycle().take(LONG).collect()
}

fn frames(criterion: &mut Criterion) {
    for theme in ["pen", "night"] {
        for area in SCREENS {
            let (sitting, mut ui) = listening(ink(theme));
            ui.paste(walk::WORDS);
            let mut buffer = Buffer::empty(area);
            let name = format!("draw a page, {}x{}, {theme}", area.width, area.height);
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    buffer.reset();
                    ui.draw(&sitting, area, &mut buffer)
                });
            });
        }
    }
}

/// A key from the moment it is read until its frame is drawn.
fn typing(criterion: &mut Criterion) {
    for (what, text) in [("an empty", String::new()), ("a 50 KB", long_answer())] {
        for area in SCREENS {
            let (mut sitting, mut ui) = listening(ink("pen"));
            ui.paste(&text);
            let mut buffer = Buffer::empty(area);
            let name = format!(
                "type and draw in {what} answer, {}x{}",
                area.width, area.height
            );
            let mut keys = [KeyCode::Char('a'), KeyCode::Backspace].into_iter().cycle();
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    let code = keys.next().unwrap();
                    ui.key(&KeyEvent::new(code, KeyModifiers::NONE), &mut sitting);
                    buffer.reset();
                    ui.draw(&sitting, area, &mut buffer)
                });
            });
        }
    }
}

/// The field alone, at the start of a long answer, where all of it lies behind the cursor.
fn field(criterion: &mut Criterion) {
    let area = Rect::new(0, 0, 66, 12);
    let mut editor = Editor::multi_line();
    editor.set_text(&long_answer());
    editor.perform(Command::First);
    let mut buffer = Buffer::empty(area);
    let mut commands = [Command::Insert('a'), Command::Backspace]
        .into_iter()
        .cycle();
    criterion.bench_function("type and draw at the start of a 50 KB field", |bencher| {
        bencher.iter(|| {
            editor.perform(commands.next().unwrap());
            editor.render(area, &mut buffer, &[])
        });
    });
}
