//! What comes of two unseen answers: whether they cross together, a size neither finds too big, the lines on both
//! lists. The answers themselves melt; only what they came to is left.

use super::state::{Ending, Given};
use super::{Effect, Event, Flow, Reply, Saving};
use crate::content::{Ask, By, Id, Kind, Outcome, Practice, Step};
use crate::session::{Detour, Seat, Sight};
use std::sync::Arc;

/// Whether a step is the private part before two people cross together.
pub(super) fn is_go_ahead(step: &Step) -> bool {
    step.asks
        .iter()
        .any(|ask| go_ahead_options(ask).next().is_some())
}

fn go_ahead_options(ask: &Ask) -> impl Iterator<Item = &Id> {
    let options = match &ask.kind {
        Kind::Choice(options) => options.as_slice(),
        _ => &[],
    };
    options
        .iter()
        .filter(|choice| choice.then == Some(Outcome::GoAhead))
        .map(|choice| &choice.id)
}

fn go_ahead_in(practice: &Practice) -> Option<&Arc<Step>> {
    let mut steps = practice.floes.iter().flat_map(|floe| &floe.steps);
    steps.find(|step| is_go_ahead(step))
}

impl Flow {
    /// The private part before two people cross together: of this practice, else of another one of the pack.
    pub(super) fn go_ahead_step(&self) -> Option<&Arc<Step>> {
        let all = self.pack.practices.values();
        go_ahead_in(&self.state.practice).or_else(|| all.into_iter().find_map(|it| go_ahead_in(it)))
    }

    /// Asks each, alone, whether they go on together, before anything of the crossing is seen.
    pub(super) fn ask_to_go_ahead(&mut self) {
        self.together = false;
        if self.may_save {
            self.saving = Saving::Held;
        }
        let place = self.state.sealed.take().unwrap_or(self.state.place);
        self.sealed_at = None;
        self.open_over(Detour::GoAhead, place);
        self.arrive();
    }

    /// Somebody left a step of which nothing is kept: what it came to is noted, before it melts.
    pub(super) fn note_unseen(&mut self, left: &Step, seat: Option<Seat>) {
        let Some(seat) = seat else { return };
        if is_go_ahead(left) {
            let put = left.asks.iter().filter(|ask| self.asked(ask, Some(seat)));
            let all = put.into_iter().all(|ask| self.goes_ahead(ask, seat));
            self.state.unseen.go_ahead.insert(seat, all);
        }
        for ask in left.asks.iter().filter(|ask| ask.by == By::Each) {
            match &ask.kind {
                Kind::Choice(options) => self.note_size(ask, options.len(), seat),
                Kind::List { .. } => self.note_lines(ask, seat),
                _ => {}
            }
        }
    }

    fn goes_ahead(&self, ask: &Ask, seat: Seat) -> bool {
        let reply = self
            .read(&ask.id, Some(seat))
            .and_then(|given| given.reply.as_ref());
        matches!(reply, Some(Reply::Chose(option)) if go_ahead_options(ask).any(|id| id == option))
    }

    /// Passing is as careful as the smallest, and so is a choice of the first one's that isn't known any more.
    fn note_size(&mut self, ask: &Ask, options: usize, seat: Seat) {
        let smallest = options.saturating_sub(1);
        let chosen = self.read(&ask.id, Some(seat));
        let size = chosen.map_or(smallest, |given| self.care(given).min(smallest));
        let smaller = &mut self.state.unseen.smaller;
        let both = match seat {
            Seat::First => size,
            Seat::Second => size.max(smaller.get(&ask.id).copied().unwrap_or(smallest)),
        };
        smaller.insert(ask.id.clone(), both);
    }

    fn note_lines(&mut self, ask: &Ask, seat: Seat) {
        let given = self.state.given.iter();
        let mine = given.filter(|given| given.ask == ask.id && given.turn == Some(seat));
        let lines: Vec<String> = mine
            .filter_map(|given| self.words_of(&ask.id, given.reply.as_ref()?))
            .collect();
        let unseen = &mut self.state.unseen;
        match (seat, unseen.lines.remove(&ask.id)) {
            (Seat::First, _) => {
                unseen.lines.insert(ask.id.clone(), lines);
            }
            (Seat::Second, first) => {
                let shared = on_both(first.unwrap_or_default(), &lines);
                unseen.shared.insert(ask.id.clone(), shared);
            }
        }
    }

    /// Once both have been asked: whether they go on together; None as long as one of them hasn't been.
    pub(super) fn go_together(&self) -> Option<bool> {
        let said = &self.state.unseen.go_ahead;
        let both = Seat::BOTH.map(|seat| said.get(&seat).copied());
        let [Some(first), Some(second)] = both else {
            return None;
        };
        Some(first && second)
    }

    /// Today this runs one person at a time. Nothing of it is left, here or on disk.
    pub(super) fn part(&mut self) {
        self.melt_all();
        self.log.clear();
        self.barrier = 0;
        self.saving = Saving::Off;
        self.state = super::State::new(Arc::clone(&self.state.practice));
        self.state.place = super::Place::at(super::Spot::End, 0);
        self.state.ending = Some(Ending::Apart);
    }

    /// What two unseen answers came to is due on the page one has come to.
    pub(super) fn come(&mut self, effects: &mut Vec<Effect>) {
        let Some(ask) = self.current_ask() else {
            return;
        };
        let round = self.state.place.round;
        if self.given_at(&ask.id, 0, round, None).is_some() {
            return;
        }
        match &ask.kind {
            Kind::Drawn { from } => {
                let smaller = self.state.unseen.smaller.remove(from);
                let options = self.options_from(from, smaller);
                if !options.is_empty() {
                    effects.push(Effect::Draw {
                        ask: ask.id,
                        options,
                    });
                }
            }
            Kind::Shared { from } => {
                let shared = self.state.unseen.shared.remove(from).unwrap_or_default();
                let reply = Reply::Picked(shared);
                if !self.replaying && self.came(&ask.id, &reply) {
                    self.log.push(Event::Came { ask: ask.id, reply });
                }
            }
            _ => {}
        }
    }

    /// The options from one on; the smallest if it isn't known any more what was chosen.
    fn options_from(&self, ask: &Id, smaller: Option<usize>) -> Vec<Id> {
        let found = self.find_ask(ask);
        let kind = found.and_then(|(step, at)| step.asks.get(at).map(|ask| ask.kind.clone()));
        let Some(Kind::Choice(options)) = kind else {
            return Vec::new();
        };
        let smallest = options.len().saturating_sub(1);
        let from = smaller.unwrap_or(smallest).min(smallest);
        options
            .into_iter()
            .skip(from)
            .map(|choice| choice.id)
            .collect()
    }

    /// It has come.
    pub(super) fn came(&mut self, id: &Id, reply: &Reply) -> bool {
        let Some(ask) = self.current_ask().filter(|ask| ask.id == *id) else {
            return false;
        };
        let reply = match (&ask.kind, reply) {
            (Kind::Drawn { from }, Reply::Chose(option)) => {
                if !self.options_from(from, Some(0)).contains(option) {
                    return false;
                }
                Some(reply.clone())
            }
            (Kind::Shared { .. }, Reply::Picked(lines)) => {
                (!lines.is_empty()).then(|| reply.clone())
            }
            _ => return false,
        };
        self.write_down(Seat::First, Sight::Open, id, reply);
        true
    }

    /// What came, in words, for the page that shows it.
    pub(super) fn what_came(&self, ask: &Ask) -> Option<String> {
        let given = self.given_at(&ask.id, 0, self.state.place.round, None)?;
        self.what_came_of(ask, given)
    }

    pub(super) fn what_came_of(&self, ask: &Ask, given: &Given) -> Option<String> {
        let reply = given.reply.as_ref()?;
        match &ask.kind {
            Kind::Drawn { from } => self.words_of(from, reply),
            Kind::Shared { .. } => self.words_of(&ask.id, reply),
            _ => None,
        }
    }

    /// Whether the page only tells what came of unseen answers.
    pub(super) const fn tells(kind: &Kind) -> bool {
        matches!(kind, Kind::Drawn { .. } | Kind::Shared { .. })
    }
}

/// The lines of the second list that stand on the first one too, however they are spelt.
fn on_both(first: Vec<String>, second: &[String]) -> Vec<String> {
    let plain = |line: &String| {
        let words: Vec<String> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.join(" ")
    };
    let known: Vec<String> = first.iter().map(plain).collect();
    let mut shared: Vec<String> = Vec::new();
    for line in second {
        let is_new = !shared.iter().any(|other| plain(other) == plain(line));
        if is_new && !plain(line).is_empty() && known.contains(&plain(line)) {
            shared.push(line.trim().to_owned());
        }
    }
    for mut line in first {
        zeroize::Zeroize::zeroize(&mut line);
    }
    shared
}
