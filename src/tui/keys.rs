//! The one table of keys. It feeds what keys do, the line of keys, the menu, help and the README.

use super::editor::Command as Edit;
use crate::runtime::Action;
use crate::words::{Key, Words};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key can mean anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Go on with what is there.
    GoOn,
    /// A new line in the answer.
    NewLine,
    /// The menu of all actions; closes what is open.
    Menu,
    /// A screen that says nothing.
    Hide,
    /// What lies in the drawer; in lists the next row.
    Tab,
    /// The row before.
    BackTab,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// An action.
    Do(Action),
    /// Editing.
    Edit(Edit<'static>),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

const fn key(code: KeyCode) -> Chord {
    Chord {
        code,
        ctrl: false,
        alt: false,
    }
}

const fn ctrl(letter: char) -> Chord {
    Chord {
        code: KeyCode::Char(letter),
        ctrl: true,
        alt: false,
    }
}

const fn alt(code: KeyCode) -> Chord {
    Chord {
        code,
        ctrl: false,
        alt: true,
    }
}

const fn ctrl_key(code: KeyCode) -> Chord {
    Chord {
        code,
        ctrl: true,
        alt: false,
    }
}

/// What keys do, first the ones people are told of. Every action can be reached without Alt, a function key or Esc alone.
pub const TABLE: &[(&[Chord], Bound)] = &[
    (&[key(KeyCode::Enter)], Bound::GoOn),
    (&[ctrl('j'), alt(KeyCode::Enter)], Bound::NewLine),
    // Two quick presses of Esc arrive as one with Alt.
    (
        &[key(KeyCode::Esc), ctrl('l'), alt(KeyCode::Esc)],
        Bound::Menu,
    ),
    (&[ctrl('b')], Bound::Do(Action::Back)),
    (&[ctrl('q'), ctrl('c')], Bound::Do(Action::Leave)),
    (&[ctrl('x')], Bound::Hide),
    (&[ctrl('t')], Bound::Do(Action::Thanks)),
    (&[ctrl('y')], Bound::Do(Action::Mirror)),
    (&[ctrl('o')], Bound::Do(Action::Water)),
    (&[ctrl('p')], Bound::Do(Action::Pause)),
    (&[ctrl('g'), key(KeyCode::F(1))], Bound::Do(Action::Help)),
    (&[key(KeyCode::Tab)], Bound::Tab),
    (&[key(KeyCode::BackTab)], Bound::BackTab),
    (&[ctrl('_'), ctrl('/'), ctrl('7')], Bound::Do(Action::Undo)),
    (&[ctrl('r')], Bound::Edit(Edit::Redo)),
    (&[ctrl('z')], Bound::Suspend),
    (&[key(KeyCode::Left)], Bound::Edit(Edit::Left)),
    (&[key(KeyCode::Right), ctrl('f')], Bound::Edit(Edit::Right)),
    (&[key(KeyCode::Up)], Bound::Edit(Edit::Up)),
    (&[key(KeyCode::Down), ctrl('n')], Bound::Edit(Edit::Down)),
    (&[key(KeyCode::PageUp)], Bound::Edit(Edit::PageUp)),
    (
        &[key(KeyCode::PageDown), ctrl('v')],
        Bound::Edit(Edit::PageDown),
    ),
    (&[key(KeyCode::Home), ctrl('a')], Bound::Edit(Edit::Home)),
    (&[key(KeyCode::End), ctrl('e')], Bound::Edit(Edit::End)),
    (&[ctrl_key(KeyCode::Home)], Bound::Edit(Edit::First)),
    (&[ctrl_key(KeyCode::End)], Bound::Edit(Edit::Last)),
    (
        &[ctrl_key(KeyCode::Left), alt(KeyCode::Char('b'))],
        Bound::Edit(Edit::WordLeft),
    ),
    (
        &[ctrl_key(KeyCode::Right), alt(KeyCode::Char('f'))],
        Bound::Edit(Edit::WordRight),
    ),
    (
        &[key(KeyCode::Backspace), ctrl('h')],
        Bound::Edit(Edit::Backspace),
    ),
    (
        &[key(KeyCode::Delete), ctrl('d')],
        Bound::Edit(Edit::Delete),
    ),
    (
        &[ctrl('w'), alt(KeyCode::Backspace)],
        Bound::Edit(Edit::DeleteWordLeft),
    ),
    (
        &[alt(KeyCode::Char('d'))],
        Bound::Edit(Edit::DeleteWordRight),
    ),
    (&[ctrl('u')], Bound::Edit(Edit::KillToStart)),
    (&[ctrl('k')], Bound::Edit(Edit::KillToEnd)),
];

/// What a key means; None if it is a character, or nothing.
#[must_use]
pub(super) fn bound(event: &KeyEvent) -> Option<Bound> {
    let shift = event.modifiers - KeyModifiers::SHIFT;
    let chord = Chord {
        code: match event.code {
            KeyCode::Char(c) if shift.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(c.to_ascii_lowercase())
            }
            code => code,
        },
        ctrl: shift.contains(KeyModifiers::CONTROL),
        alt: shift.contains(KeyModifiers::ALT),
    };
    TABLE
        .iter()
        .find(|(chords, _)| chords.contains(&chord))
        .map(|(_, bound)| *bound)
}

/// The name of the first key that does this, as people read it: `Ctrl+Q`.
#[must_use]
pub fn name(bound: Bound) -> Option<String> {
    let (chords, _) = TABLE.iter().find(|(_, other)| *other == bound)?;
    chords.first().map(|chord| chord_name(*chord))
}

/// Every key people are told of, a line each.
pub(super) fn listed(words: Words<'_>) -> String {
    let named = TABLE.iter().filter_map(|(chords, bound)| {
        let label = match bound {
            Bound::GoOn => Key::ActGoOn,
            Bound::NewLine => Key::ActNewLine,
            Bound::Menu => Key::ActMenu,
            Bound::Hide => Key::ActHide,
            Bound::Tab => Key::ActDrawer,
            Bound::Do(action) => action.label(),
            Bound::BackTab | Bound::Suspend | Bound::Edit(_) => return None,
        };
        let keys: Vec<_> = chords
            .iter()
            .filter(|chord| !chord.alt)
            .take(2)
            .map(|chord| chord_name(*chord))
            .collect();
        Some(format!("{:<20}{}", keys.join(", "), words.say(label, &[])))
    });
    named.collect::<Vec<_>>().join("\n")
}

fn chord_name(chord: Chord) -> String {
    let code = match chord.code {
        KeyCode::Char(c) => c.to_ascii_uppercase().to_string(),
        KeyCode::BackTab => "Shift+Tab".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
        code => format!("{code:?}"),
    };
    let ctrl = if chord.ctrl { "Ctrl+" } else { "" };
    let alt = if chord.alt { "Alt+" } else { "" };
    format!("{ctrl}{alt}{code}")
}

/// A key and what it does, for the line of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) name: &'static str,
    pub(super) label: Key,
}

const fn hint(name: &'static str, label: Key) -> Hint {
    Hint { name, label }
}

/// The line of keys by what is on the page: on, back, menu, help, hide (design: look 4).
pub(super) mod line {
    use super::{Hint, Key, hint};

    pub(in super::super) const FIELD: &[Hint] = &[
        hint("Enter", Key::ActGoOn),
        hint("Ctrl+B", Key::ActBack),
        hint("Esc", Key::ActMenu),
        hint("F1", Key::ActHelp),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const BANK_FIELD: &[Hint] = &[
        hint("Enter", Key::ActGoOn),
        hint("Esc", Key::ActMenuSafety),
        hint("F1", Key::ActHelp),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const LIST: &[Hint] = &[
        hint("Enter", Key::ActChoose),
        hint("Ctrl+B", Key::ActBack),
        hint("Esc", Key::ActMenu),
        hint("F1", Key::ActHelp),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const BANK: &[Hint] = &[
        hint("Enter", Key::ActOpen),
        hint("Up/Down", Key::ActMove),
        hint("!", Key::ActSafetyKey),
        hint("F1", Key::ActHelp),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const PICK: &[Hint] = &[
        hint("Space", Key::ActPick),
        hint("Enter", Key::ActGoOn),
        hint("Ctrl+B", Key::ActBack),
        hint("Esc", Key::ActMenu),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const KEEP: &[Hint] = &[
        hint("Space", Key::ActKeepOrMelt),
        hint("Enter", Key::ActGoOn),
        hint("Ctrl+B", Key::ActBack),
        hint("Esc", Key::ActMenu),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const CURTAIN: &[Hint] = &[
        hint("Enter", Key::ActOpenPage),
        hint("Ctrl+P", Key::ActPause),
        hint("Esc", Key::ActMenu),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const BOTH: &[Hint] = &[
        hint("1", Key::ActPressFirst),
        hint("2", Key::ActPressSecond),
        hint("0", Key::ActPressNo),
        hint("Esc", Key::ActMenu),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const TURN: &[Hint] = &[
        hint("Enter", Key::ActChoose),
        hint("Ctrl+P", Key::ActPause),
        hint("Esc", Key::ActMenu),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const MENU: &[Hint] = &[
        hint("Enter", Key::ActChoose),
        hint("Up/Down", Key::ActMove),
        hint("Esc", Key::ActClose),
        hint("Ctrl+X", Key::ActHide),
    ];
    pub(in super::super) const PANE: &[Hint] = &[
        hint("Up/Down", Key::ActMove),
        hint("Esc", Key::ActClose),
        hint("Ctrl+X", Key::ActHide),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        let chords: Vec<_> = TABLE.iter().flat_map(|(chords, _)| chords.iter()).collect();
        for (at, chord) in chords.iter().enumerate() {
            assert!(
                !chords.iter().skip(at + 1).any(|other| other == chord),
                "{chord:?} is bound twice"
            );
        }
    }

    #[test]
    fn no_action_needs_alt_a_function_key_or_esc_alone() {
        for (chords, bound) in TABLE {
            if let Bound::Do(action) = bound {
                let plain = chords
                    .iter()
                    .any(|chord| !chord.alt && !matches!(chord.code, KeyCode::F(_) | KeyCode::Esc));
                assert!(plain, "{action:?}");
            }
        }
        assert_eq!(name(Bound::Do(Action::Leave)).as_deref(), Some("Ctrl+Q"));
    }
}
