//! What was met on many walks over everything there is, for one person and for two.

use super::walker::{
    Dice, Move, PRACTICES, answered_on, begin, begin_for_two, begin_visit, legal, make, passed_on,
    reply, step_here,
};
use floe::content::{Id, Mode};
use floe::flow::{AskView, Detour, Event, Flow, Ice, Page, Reply, Saving};
use floe::session::Seat;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What was met on a few hundred walks over everything there is, for one person and for two.
#[derive(Debug, Default)]
pub(crate) struct Met {
    pub(crate) asks: BTreeSet<String>,
    pub(crate) steps: BTreeSet<String>,
    /// The steps one person meets.
    pub(crate) alone: BTreeSet<String>,
    /// Everything that was read: prompts, notes, what was said back, options, labels.
    pub(crate) read: BTreeSet<String>,
    /// Where one person met each step first, with saving on.
    pub(crate) stood: Vec<(Id, Flow)>,
}

impl Met {
    fn look(&mut self, flow: &Flow) -> Page {
        let page = flow.page();
        assert!(
            !page.prompt.contains('{'),
            "an unfilled blank: {}",
            page.prompt
        );
        let now = page.clone();
        let drawer = page.drawer;
        let panes = page.panes.into_iter().chain(page.shows);
        let shown = panes.filter_map(|shown| shown.label);
        let options = match page.ask {
            AskView::Choice { options, .. } => options.into_iter().map(|o| o.text).collect(),
            AskView::Blank { blanks, .. } => blanks.into_iter().map(|b| b.label).collect(),
            _ => Vec::new(),
        };
        let one = [
            page.notice,
            page.part,
            page.so_far,
            drawer.why,
            drawer.hint,
            drawer.example,
        ];
        self.read.insert(page.prompt);
        self.read.extend(one.into_iter().flatten());
        self.read
            .extend(page.notes.into_iter().chain(shown).chain(options));
        self.asks.insert(page.key.ask.to_string());
        if matches!(now.ask, AskView::Curtain { .. }) {
            return now;
        }
        if let Some(step) = step_here(flow) {
            self.steps.insert(step.id.to_string());
            if flow.header().mode == Mode::Solo {
                self.alone.insert(step.id.to_string());
            }
            let on = flow.saving() == Saving::On && flow.header().mode == Mode::Solo;
            if on && self.stood.iter().all(|(at, _)| *at != step.id) {
                self.stood.push((step.id.clone(), flow.clone()));
            }
        }
        now
    }
}

/// Walks by the same dice every time.
pub(crate) fn met() -> &'static Met {
    static MET: OnceLock<Met> = OnceLock::new();
    MET.get_or_init(|| {
        let mut met = Met::default();
        for seed in 0..150 {
            walk_and_look(&mut met, Dice(seed));
        }
        for seed in 0..150 {
            walk_for_two(&mut met, begin_for_two(), Dice(seed));
        }
        for seed in 0..250 {
            wander(&mut met, begin_visit(Mode::Solo), Dice(seed));
        }
        for seed in 0..100 {
            walk_for_two(&mut met, begin_visit(Mode::Pair), Dice(seed));
        }
        met
    })
}

/// Two people who go on together, and then wherever the dice lead.
fn walk_for_two(met: &mut Met, mut flow: Flow, mut dice: Dice) {
    let mut page = met.look(&flow);
    for _ in 0..330 {
        let what = match (page.key.ask.as_str(), &page.ask, dice.roll(20)) {
            (go, AskView::Choice { options, .. }, _)
                if go.starts_with("go_") || go.starts_with("still_") =>
            {
                let yes = Reply::Chose(options[0].id.clone());
                Move::Do(answered_on(&page, yes))
            }
            (_, AskView::Curtain { seat, .. }, _) => Move::Do(Event::Took(*seat)),
            // Now and then both fall.
            (_, _, 19) if matches!(page.ice, Ice::Water(_)) => {
                Move::Do(Event::Opened(Seat::Second, Detour::Hand))
            }
            (_, _, 19) => Move::Do(Event::Opened(Seat::First, Detour::Hand)),
            ("banks_hello", _, 0..10) => Move::Do(passed_on(&page)),
            (_, AskView::Both { pressed, .. }, 0..16) => {
                let next = pressed.map_or(Seat::First, Seat::other);
                Move::Do(Event::Pressed(next))
            }
            (_, AskView::Both { .. }, _) => Move::Do(passed_on(&page)),
            (_, _, 0..3) => Move::Do(passed_on(&page)),
            (_, _, 3..17) => {
                let reply = reply(&page, &mut dice);
                Move::Do(reply.map_or(passed_on(&page), |reply| answered_on(&page, reply)))
            }
            _ => legal(&flow, u64::try_from(dice.roll(usize::MAX)).unwrap()),
        };
        make(&mut flow, &what);
        page = met.look(&flow);
        if flow.at_end() {
            break;
        }
    }
}

fn walk_and_look(met: &mut Met, mut dice: Dice) {
    let practice = PRACTICES.get(dice.roll(9)).unwrap_or(&"crossing");
    let first_visit = dice.roll(2) == 0;
    wander(met, begin(practice, first_visit), dice);
}

fn wander(met: &mut Met, mut flow: Flow, mut dice: Dice) {
    let mut page = met.look(&flow);
    for _ in 0..130 {
        let what = match (page.key.ask.as_str(), dice.roll(10)) {
            // Wandering about would seldom come far: most of the time it goes on.
            ("time", 0..6) => Move::Do(answered_on(&page, Reply::Chose(Id::new("long")))),
            (_, 7) => Move::Do(passed_on(&page)),
            (_, 0..7) => {
                let reply = reply(&page, &mut dice);
                Move::Do(reply.map_or(passed_on(&page), |reply| answered_on(&page, reply)))
            }
            _ => legal(&flow, u64::try_from(dice.roll(usize::MAX)).unwrap()),
        };
        make(&mut flow, &what);
        page = met.look(&flow);
        if flow.at_end() {
            break;
        }
    }
}
