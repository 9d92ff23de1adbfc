//! What was met on many walks over everything there is for one person.

use super::walker::{
    Dice, Move, PRACTICES, answered_on, begin, legal, make, passed_on, reply, step_here,
};
use floe::content::Id;
use floe::flow::{AskView, Flow, Page, Reply, Saving};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What was met on a few hundred walks over everything there is for one person.
#[derive(Debug, Default)]
pub(crate) struct Met {
    pub(crate) asks: BTreeSet<String>,
    pub(crate) steps: BTreeSet<String>,
    /// Everything that was read: prompts, notes, what was said back, options, labels.
    pub(crate) read: BTreeSet<String>,
    /// Where each step was met first, with saving on.
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
        let shown = page.shows.into_iter().filter_map(|shown| shown.label);
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
        if let Some(step) = step_here(flow) {
            self.steps.insert(step.id.to_string());
            let on = flow.saving() == Saving::On;
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
        met
    })
}

fn walk_and_look(met: &mut Met, mut dice: Dice) {
    let practice = PRACTICES.get(dice.roll(9)).unwrap_or(&"crossing");
    let mut flow = begin(practice, dice.roll(2) == 0);
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
