//! Somebody at a keyboard in front of the full screen, without a terminal: keys go in, frames come out.

use super::frame::Frame;
use floe::content::Id;
use floe::flow::{AskView, Cover, Page};
use floe::runtime::{Ended, Guide, Sitting};
use floe::tui::theme::Ink;
use floe::tui::{Look, Ui};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// The screen over a guide.
pub(crate) struct Keyboard<G> {
    pub(crate) ui: Ui,
    pub(crate) guide: G,
    pub(crate) ended: Option<Ended>,
    /// How long the screen has been open.
    now: Duration,
}

impl<G: Guide> Keyboard<G> {
    /// In front of a guide, in an ink.
    pub(crate) fn at(guide: G, ink: Ink) -> Self {
        Self::looking(guide, Look { ink, motion: false })
    }

    /// In front of a guide, with a look.
    pub(crate) fn looking(guide: G, look: Look) -> Self {
        Self {
            ui: Ui::new(look, &guide),
            guide,
            ended: None,
            now: Duration::ZERO,
        }
    }

    /// Lets time pass, without anybody's sleeping: the screen wakes when it wants to.
    pub(crate) fn wait(&mut self, milliseconds: u64) {
        let until = self.now + Duration::from_millis(milliseconds);
        while let Some(wakes) = self.ui.wakes().filter(|wakes| *wakes <= until) {
            self.now = self.now.max(wakes);
            self.ui.at(self.now);
            let asked = self.ui.due(&mut self.guide);
            self.ended = asked.ends.or_else(|| self.ended.take());
        }
        self.now = until;
        self.ui.at(until);
    }

    /// Takes the keyboard behind a curtain.
    pub(crate) fn take(&mut self) {
        self.frame(80, 24);
        self.wait(400);
        self.press("\r");
        self.wait(400);
    }

    /// Presses keys written as a terminal sends them, and the arrows as themselves.
    pub(crate) fn press(&mut self, keys: &str) {
        for key in keys.chars().map(key) {
            let asked = self.ui.key(&key, &mut self.guide);
            self.ended = asked.ends.or_else(|| self.ended.take());
        }
    }

    /// What stands on a screen of this size now.
    pub(crate) fn frame(&mut self, columns: u16, rows: u16) -> Frame {
        Frame::of(&mut self.ui, &self.guide, columns, rows)
    }
}

/// The key behind a character.
pub(crate) fn key(c: char) -> KeyEvent {
    let (code, modifiers) = match c {
        '\r' => (KeyCode::Enter, KeyModifiers::NONE),
        '\t' => (KeyCode::Tab, KeyModifiers::NONE),
        '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
        '\x7f' => (KeyCode::Backspace, KeyModifiers::NONE),
        '↑' => (KeyCode::Up, KeyModifiers::NONE),
        '↓' => (KeyCode::Down, KeyModifiers::NONE),
        '←' => (KeyCode::Left, KeyModifiers::NONE),
        '→' => (KeyCode::Right, KeyModifiers::NONE),
        c if c.is_ascii_control() => {
            let letter = (c as u8 + b'a' - 1) as char;
            (KeyCode::Char(letter), KeyModifiers::CONTROL)
        }
        c => (KeyCode::Char(c), KeyModifiers::NONE),
    };
    KeyEvent::new(code, modifiers)
}

/// What somebody chooses of several: the place of the option, counted from 0.
pub(crate) type Choose<'a> = &'a mut dyn FnMut(&Page, &[Id]) -> usize;

/// The keys that answer a page.
pub(crate) fn answer(page: &Page, choose: Choose<'_>) -> String {
    match &page.ask {
        AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. } => "\r".to_owned(),
        AskView::Confirm { .. } => "1\r".to_owned(),
        AskView::Choice { options, .. } => {
            let ids: Vec<Id> = options.iter().map(|option| option.id.clone()).collect();
            format!("{}\r", choose(page, &ids) + 1)
        }
        AskView::Line | AskView::Text | AskView::Blank { .. } => {
            format!("{}\r", words(page.key.ask.as_str(), page.key.field))
        }
        AskView::Pick { .. } if page.cover == Cover::Hidden => "1\r".to_owned(),
        AskView::Pick { .. } => "↓  →→ \r".to_owned(),
        AskView::Both { .. } => "←→".to_owned(),
        // It is opened in its own time.
        AskView::Curtain { .. } => String::new(),
    }
}

/// What somebody writes who takes the crossing seriously.
fn words(ask: &str, field: usize) -> String {
    match (ask, field) {
        ("title", _) => "After Sunday lunch",
        ("me", _) => "Sam",
        ("other", _) => "Noor",
        ("far_bank", _) => "people round again",
        ("their_words", _) => {
            "You told my secret and then lied about it to my face. At the table I wanted to disappear."
        }
        ("give_back", _) => {
            "You trusted me with it, and you found out at the table. And when you asked me straight, I lied."
        }
        ("when_look", _) => "Saturday 2026-03-14, after breakfast",
        _ => return format!("A few words for {ask}, and who knows what else {field}."),
    }
    .to_owned()
}

/// The option that leads on, where one could end the walk early or lead round and round.
pub(crate) fn leading_on(_: &Page, options: &[Id]) -> usize {
    const ON: [&str; 9] = [
        "no", "on", "core", "whole", "cross", "carry_on", "enough", "land", "yes",
    ];
    let leads = |id: &Id| ON.contains(&id.as_str());
    options.iter().position(leads).unwrap_or(0)
}

impl Keyboard<Sitting> {
    /// Answers the page.
    pub(crate) fn answer(&mut self, choose: Choose<'_>) {
        let page = self.guide.page();
        if let AskView::Curtain { .. } = page.ask {
            return self.take();
        }
        let keys = answer(&page, choose);
        self.press(&keys);
    }

    /// Answers page after page until this ask has come.
    pub(crate) fn until(&mut self, ask: &str) {
        for _ in 0..400 {
            if self.guide.page().key.ask == ask {
                return;
            }
            self.answer(&mut leading_on);
        }
        panic!("{ask} never came");
    }
}
