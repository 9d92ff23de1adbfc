//! Steps, asks and options with what a story leaves out.

use crate::content::model::{
    self, By, Choice, Condition, Id, Keep, Kind, Mirror, Show, Source, Sway,
};
use std::sync::Arc;

/// What follows a talk, with one's own lines on the page that says that nothing is kept: whoever wants one of them takes
/// it along from there.
pub(in crate::content::check) fn with_own_lines(after: model::Floe, turns: &[Id]) -> model::Floe {
    let mut after = after;
    let lines = turns.iter().map(|turn| shown(&format!("{turn}_own")));
    let lines: Vec<_> = lines.collect();
    for step in &mut after.steps {
        let gone = |ask: &&mut model::Ask| ask.when == Condition::SavingOff;
        for ask in Arc::make_mut(step).asks.iter_mut().filter(gone) {
            ask.shows.extend(lines.iter().cloned());
        }
    }
    after
}

/// The beginning of what they say, to tell turns apart.
pub(super) fn shortened(cue: &str) -> String {
    const LONGEST: usize = 44;
    if cue.chars().count() <= LONGEST {
        return cue.to_owned();
    }
    let head: String = cue.chars().take(LONGEST).collect();
    let (words, _) = head.rsplit_once(' ').unwrap_or((&head, ""));
    format!("{}...", words.trim_end_matches(['.', ',', '?']))
}

pub(in crate::content::check) fn filled(text: &str, blanks: &[(&str, &str)]) -> String {
    blanks.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

pub(in crate::content::check) fn option(id: &str, text: &str) -> Choice {
    Choice {
        id: Id::new(id),
        text: text.to_owned(),
        when: Condition::Always,
        says: None,
        then: None,
    }
}

pub(in crate::content::check) fn shown(ask: &str) -> Show {
    let from = vec![Source {
        ask: Id::new(ask),
        field: None,
    }];
    Show {
        label: None,
        from,
        agreement: None,
        of: None,
    }
}

/// One's own line, after the word that says whose it is.
pub(in crate::content::check) fn mine(ask: &str, you: &str) -> Show {
    Show {
        label: Some(you.to_owned()),
        ..shown(ask)
    }
}

pub(in crate::content::check) fn ask(id: &str, prompt: &str, kind: Kind) -> model::Ask {
    model::Ask {
        id: Id::new(id),
        prompt: prompt.to_owned(),
        pair: None,
        kind,
        by: By::default(),
        unseen: false,
        part: None,
        keep: Keep::Private,
        guess: false,
        is: None,
        label: None,
        when: Condition::Always,
        shows: Vec::new(),
        panes: Vec::new(),
        notes: Vec::new(),
        run_on: false,
        says: None,
        then: None,
        loose: 0,
        ice: Some(Sway::Steady),
    }
}

pub(in crate::content::check) fn step(
    id: &str,
    title: &str,
    why: &str,
    hint: Option<String>,
    asks: Vec<model::Ask>,
) -> model::Step {
    model::Step {
        id: Id::new(id),
        title: title.to_owned(),
        minutes: 1.0,
        pair_minutes: 1.0,
        when: Condition::Always,
        why: why.to_owned(),
        hint,
        example: None,
        mirror: Mirror::Listen,
        asks,
    }
}
