//! The table of keys in the README against the table of keys in the program.

use crate::{README, spans};
use floe::tui::editor::Command as Edit;
use floe::tui::{Bound, TABLE};
use ratatui::crossterm::event::KeyCode;

/// Every key that is bound, as people read it, with what it does.
fn bound() -> Vec<(String, Bound)> {
    let mut all = Vec::new();
    for (chords, bound) in TABLE {
        for chord in *chords {
            let code = match chord.code {
                KeyCode::Char(c) => c.to_ascii_uppercase().to_string(),
                KeyCode::BackTab => "Shift+Tab".to_owned(),
                KeyCode::F(number) => format!("F{number}"),
                code => format!("{code:?}"),
            };
            let ctrl = if chord.ctrl { "Ctrl+" } else { "" };
            let alt = if chord.alt { "Alt+" } else { "" };
            all.push((format!("{ctrl}{alt}{code}"), *bound));
        }
    }
    all
}

/// The keys of each row of the table.
fn rows() -> Vec<Vec<&'static str>> {
    let table = README.split("| key | |").nth(1).unwrap();
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let keys = row.split('|').nth(1).unwrap();
        keys.split('`').skip(1).step_by(2).collect()
    })
    .collect()
}

#[test]
fn every_key_of_the_table_is_bound_and_a_row_means_one_thing() {
    let bound = bound();
    let meaning = |key: &str| {
        let found = bound.iter().find(|(name, _)| name == key);
        found
            .map(|(_, bound)| *bound)
            .unwrap_or_else(|| panic!("{key} does nothing"))
    };
    assert!(rows().len() > 10);
    for row in rows() {
        let mut meanings: Vec<Bound> = row.iter().map(|key| meaning(key)).collect();
        meanings.dedup();
        let there_and_back = meanings == [Bound::Tab, Bound::BackTab];
        assert!(
            meanings.len() == 1 || there_and_back,
            "{row:?}: {meanings:?}"
        );
    }
    for key in spans().into_iter().filter(|span| span.starts_with("Ctrl+")) {
        meaning(key);
    }
}

#[test]
fn every_key_that_is_no_plain_editing_is_in_the_table() {
    let told: Vec<&str> = rows().into_iter().flatten().collect();
    for (chords, bound) in TABLE {
        let plain = matches!(bound, Bound::Edit(edit) if !matches!(edit, Edit::Undo | Edit::Redo));
        let names: Vec<String> = self::bound()
            .into_iter()
            .filter(|(_, other)| other == bound)
            .map(|(name, _)| name)
            .collect();
        let is_told = names.iter().any(|name| told.contains(&name.as_str()));
        assert!(plain || is_told, "{chords:?} {bound:?}");
    }
}
