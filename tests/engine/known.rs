//! The steps and asks of the bundled pack, and which of them one stands on.
#![allow(
    dead_code,
    reason = "each test file that borrows this room uses a part of it"
)]

use super::walker::pack;
use floe::content::{Ask, Detours, Id, Step};
use floe::flow::Flow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Every step a crossing and its tracks come to: those of all practices but the return visit, and the detours.
pub(crate) fn steps() -> &'static [Arc<Step>] {
    static STEPS: OnceLock<Vec<Arc<Step>>> = OnceLock::new();
    STEPS.get_or_init(|| steps_of(|practice| practice != "return"))
}

/// Every step of the pack.
pub(crate) fn all_steps() -> Vec<Arc<Step>> {
    steps_of(|_| true)
}

fn steps_of(walked: impl Fn(&Id) -> bool) -> Vec<Arc<Step>> {
    let pack = pack();
    // Stories are walked by themselves, in rehearsal.rs, and what is for two alone in gift.rs.
    let for_two = |id: &Id| {
        pack.offers
            .iter()
            .any(|offer| offer.for_two && offer.id == *id)
    };
    let mut practices: Vec<_> = pack.practices.iter().collect();
    practices.retain(|(id, practice)| walked(id) && !for_two(id) && practice.talk.is_none());
    let practices = practices.into_iter();
    let floes = practices.flat_map(|(_, practice)| &practice.floes);
    let mut steps: Vec<_> = floes.flat_map(|floe| floe.steps.iter().cloned()).collect();
    let Detours {
        hand,
        steady,
        pause,
        thanks,
        banks,
        jump,
        drift,
        watchman,
    } = &*pack.detours;
    let all = [hand, steady, pause, thanks, banks, jump, drift, watchman];
    steps.extend(all.map(Arc::clone));
    steps
}

type Asks = BTreeMap<String, (&'static Step, &'static Ask)>;

fn by_id(steps: &'static [Arc<Step>]) -> Asks {
    let mut asks = Asks::new();
    for step in steps {
        for ask in &step.asks {
            asks.entry(ask.id.to_string()).or_insert((step, ask));
        }
    }
    asks
}

/// An ask of a crossing and the step it stands in.
pub(crate) fn ask(id: &str) -> (&'static Step, &'static Ask) {
    static ASKS: OnceLock<Asks> = OnceLock::new();
    let asks = ASKS.get_or_init(|| by_id(steps()));
    asks.get(id)
        .copied()
        .unwrap_or_else(|| panic!("no ask is called {id}"))
}

/// An ask as it is known where a flow stands: a return visit has some of the same name.
pub(crate) fn ask_of(flow: &Flow, id: &str) -> (&'static Step, &'static Ask) {
    static STEPS: OnceLock<Vec<Arc<Step>>> = OnceLock::new();
    static ASKS: OnceLock<Asks> = OnceLock::new();
    let visit = || STEPS.get_or_init(|| steps_of(|practice| practice == "return"));
    let asks = ASKS.get_or_init(|| by_id(visit()));
    let here = asks.get(id).filter(|_| flow.header().practice == "return");
    here.copied().unwrap_or_else(|| ask(id))
}

/// The step one stands in, detours included; None at the end.
pub(crate) fn step_here(flow: &Flow) -> Option<&'static Step> {
    let key = flow.page().key;
    (!flow.at_end()).then(|| ask_of(flow, key.ask.as_str()).0)
}

/// Whether one stands in a step of which nothing is ever kept.
pub(crate) fn sealed_here(flow: &Flow) -> bool {
    step_here(flow).is_some_and(|step| step.sealed())
}
