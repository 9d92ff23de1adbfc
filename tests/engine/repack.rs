//! The pack is written while it is walked: with another one, one stands on the same step by its id.

use super::known::step_here;
use super::met::met;
use super::walker::{
    Dice, Move, answered_on, begin, begin_for_two, begin_visit, choose, legal, make, on_the_ice,
    pack, passed_on, reply, say, walk_to,
};
use floe::content::{Ask, Condition, Id, Kind, Mode, Pack, Step};
use floe::flow::{AskView, Detour, Event, Flow, Page, PageKey, Reply, Stands};
use floe::session::Seat;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// The bundled pack, every practice of which was changed like this.
fn with_steps(change: impl Fn(&mut Vec<Arc<Step>>)) -> Arc<Pack> {
    let mut changed = Pack::clone(&pack());
    for practice in changed.practices.values_mut() {
        let mut one = floe::content::Practice::clone(practice);
        one.floes
            .iter_mut()
            .for_each(|floe| change(&mut floe.steps));
        *practice = Arc::new(one);
    }
    Arc::new(changed)
}

fn with_asks(change: impl Fn(&mut Vec<Ask>)) -> Arc<Pack> {
    with_steps(|steps| {
        for step in steps {
            let mut one = Step::clone(step);
            change(&mut one.asks);
            *step = Arc::new(one);
        }
    })
}

/// Every question is asked in other words.
fn reworded() -> Arc<Pack> {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    let say = |ask: &mut Ask| {
        ask.prompt = format!("Once more: {}", ask.prompt);
        ask.pair = ask.pair.as_ref().map(|pair| format!("Once more: {pair}"));
    };
    let pack = || with_asks(|asks| asks.iter_mut().for_each(say));
    Arc::clone(PACK.get_or_init(pack))
}

/// An ask of another name, put to everybody.
fn new_ask(like: &Ask) -> Ask {
    Ask {
        id: Id::new(&format!("new_{}", like.id)),
        prompt: "Something new.".to_owned(),
        kind: Kind::Line,
        when: Condition::Always,
        then: None,
        is: None,
        ..like.clone()
    }
}

/// Before every step stands a new one, and before every ask of a step a new one too.
fn longer() -> Arc<Pack> {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    let pack = || {
        with_steps(|steps| {
            let twice = steps.iter().flat_map(|step| {
                let mut new = Step::clone(step);
                new.id = Id::new(&format!("new_{}", step.id));
                new.asks = vec![new_ask(&step.asks[0])];
                let mut old = Step::clone(step);
                let first = Ask {
                    id: Id::new(&format!("too_{}", step.asks[0].id)),
                    ..new_ask(&step.asks[0])
                };
                old.asks.insert(0, first);
                [Arc::new(new), Arc::new(old)]
            });
            *steps = twice.collect();
        })
    };
    Arc::clone(PACK.get_or_init(pack))
}

/// Without these steps.
fn without(gone: &BTreeSet<Id>) -> Arc<Pack> {
    with_steps(|steps| steps.retain(|step| !gone.contains(&step.id)))
}

fn taken_up(flow: &Flow, pack: Arc<Pack>) -> (Flow, Stands) {
    flow.with_pack(pack).expect("the practice is there")
}

/// What a page is, whatever it says.
fn asks(flow: &Flow) -> (PageKey, Option<Id>) {
    let page = flow.page();
    (page.key, page.at.map(|at| at.step_id))
}

#[test]
fn with_the_same_pack_nothing_changes_on_any_step() {
    assert!(met().stood.len() > 30, "the walks came nowhere");
    for (id, flow) in &met().stood {
        let (again, stands) = taken_up(flow, pack());
        assert_eq!(stands, Stands::There, "{id}");
        assert_eq!(again.page(), flow.page(), "{id}");
        let (mut undone, mut before) = (again, flow.clone());
        undone.undo();
        before.undo();
        assert_eq!(undone.page(), before.page(), "{id}: taken back");
    }
}

#[test]
fn every_step_comes_up_by_its_id_in_other_words() {
    for (id, flow) in &met().stood {
        let (again, stands) = taken_up(flow, reworded());
        assert_eq!(stands, Stands::There, "{id}");
        assert_eq!(asks(&again), asks(flow), "{id}");
        assert_eq!(again.page().so_far, flow.page().so_far, "{id}");
        let on_a_floe = !matches!(flow.page().ask, AskView::Curtain { .. }) && !beside(flow);
        let renamed = again.page().prompt.starts_with("Once more: ");
        assert!(renamed || !on_a_floe, "{id}: {}", again.page().prompt);
    }
}

/// Whether one is in a detour, whose words weren't changed.
fn beside(flow: &Flow) -> bool {
    let id = step_here(flow).map(|step| step.id.clone());
    let mut floes = pack();
    let practices = Arc::make_mut(&mut floes).practices.values();
    let mut steps = practices.flat_map(|practice| practice.floes.iter().flat_map(|f| &f.steps));
    !steps.any(|step| Some(&step.id) == id.as_ref())
}

#[test]
fn every_step_comes_up_by_its_id_among_new_ones() {
    for (id, flow) in &met().stood {
        let (again, stands) = taken_up(flow, longer());
        assert_eq!(stands, Stands::There, "{id}");
        assert_eq!(asks(&again), asks(flow), "{id}");
        // Once more, as for somebody who saves again and again.
        let (third, _) = taken_up(&again, longer());
        assert_eq!(asks(&third), asks(flow), "{id}");
        let (back, _) = taken_up(&again, pack());
        assert_eq!(asks(&back), asks(flow), "{id}: as it was");
    }
}

#[test]
fn where_a_step_is_gone_one_stands_on_the_nearest_before_it() {
    let mut tried = 0;
    for practice in ["crossing", "just_the_sorry", "before_a_talk", "letting_go"] {
        let mut flow = on_the_ice(practice);
        let mut walked: Vec<Id> = Vec::new();
        while !flow.at_end() {
            let Some(here) = flow.page().at.filter(|_| !beside(&flow)) else {
                break;
            };
            let here = here.step_id;
            if walked.last() != Some(&here) {
                walked.push(here);
                tried += gone_from_under(&flow, &walked);
            }
            let page = flow.page();
            flow.apply(passed_on(&page));
        }
    }
    assert!(tried > 30, "only {tried} steps lay behind another one");
}

/// Takes the step one stands on out of the pack, then the one before it as well; how many of both could be tried.
fn gone_from_under(flow: &Flow, walked: &[Id]) -> usize {
    let mut gone = BTreeSet::new();
    let mut tried = 0;
    for two in walked.windows(2).rev().take(2) {
        gone.insert(two[1].clone());
        let (again, stands) = taken_up(flow, without(&gone));
        assert_eq!(stands, Stands::Before, "without {gone:?}");
        let now = again.page().at.map(|at| at.step_id);
        assert_eq!(now.as_ref(), Some(&two[0]), "without {gone:?}");
        tried += 1;
    }
    tried
}

#[test]
fn what_was_answered_stays_answered_behind_a_new_step() {
    let mut flow = begin("just_the_sorry", false);
    let mut said = 0;
    for _ in 0..12 {
        let page = flow.page();
        match page.ask {
            AskView::Line | AskView::Text | AskView::Blank { .. } => {
                said += 1;
                say(&mut flow, &format!("mine {said}"));
            }
            _ => drop(flow.apply(passed_on(&page))),
        }
    }
    let (mut again, _) = taken_up(&flow, longer());
    // Back over the way: the words stand where they stood.
    let mut stood = BTreeSet::new();
    for _ in 0..40 {
        stood.extend(again.page().so_far);
        again.apply(Event::Back);
    }
    let kept = flow.stage(&[]);
    let text = format!("{kept:?}");
    let written: Vec<_> = (1..=said).map(|n| format!("mine {n}")).collect();
    let known: Vec<_> = written
        .iter()
        .filter(|words| text.contains(*words))
        .collect();
    assert!(known.len() > 2, "{text}");
    let after = format!("{:?}", taken_up(&flow, longer()).0.stage(&[]));
    for words in known {
        assert!(after.contains(words), "{words} is lost: {after}");
    }
}

#[test]
fn undoing_stops_where_the_pack_began_to_ask_something_else() {
    let mut flow = begin("crossing", false);
    walk_to(&mut flow, "time", &[]);
    choose(&mut flow, "long");
    let before = asks(&flow);
    let (mut again, _) = taken_up(&flow, longer());
    assert!(again.undo().is_empty());
    assert_eq!(asks(&again), before);
    let (mut same, _) = taken_up(&flow, reworded());
    same.undo();
    assert_eq!(asks(&same).0.ask, *"time");
}

#[test]
fn a_pack_without_the_practice_is_not_walked() {
    let mut none = Pack::clone(&pack());
    none.practices.clear();
    let flow = begin("crossing", true);
    assert!(flow.with_pack(Arc::new(none)).is_none());
}

#[test]
fn in_a_detour_one_stays_in_it() {
    let mut flow = begin("crossing", false);
    walk_to(&mut flow, "time", &[]);
    flow.apply(Event::Opened(Seat::First, Detour::Hand));
    for pack in [pack(), reworded(), longer()] {
        let (mut again, stands) = taken_up(&flow, pack);
        assert_eq!(stands, Stands::There);
        assert_eq!(asks(&again), asks(&flow));
        again.apply(Event::Back);
        assert_eq!(again.page().key.ask, *"time", "and back where one was");
    }
}

/// Two people, or one on a return visit, wherever the dice lead: at every page the pack is another one.
fn everywhere(mut flow: Flow, mut dice: Dice, moves: usize) {
    let pair = flow.header().mode == Mode::Pair;
    for _ in 0..moves {
        let page = flow.page();
        let (same, stands) = taken_up(&flow, pack());
        assert_eq!(stands, Stands::There);
        if page.part.is_none() || !pair {
            assert_eq!(same.page().key, page.key);
            assert_eq!(same.page().prompt, page.prompt);
        }
        let (other, _) = taken_up(&flow, longer());
        let at = |page: &Page| page.at.as_ref().map(|at| at.step_id.clone());
        assert_eq!(at(&other.page()), at(&page), "{:?}", page.key);
        let what = match (&page.ask, dice.roll(12)) {
            (AskView::Curtain { seat, .. }, _) => Move::Do(Event::Took(*seat)),
            (AskView::Both { pressed, .. }, _) => {
                Move::Do(Event::Pressed(pressed.map_or(Seat::First, Seat::other)))
            }
            (AskView::Choice { options, .. }, _) if page.key.ask.as_str().starts_with("go_") => {
                let yes = Reply::Chose(options[0].id.clone());
                Move::Do(answered_on(&page, yes))
            }
            (_, 0..9) => {
                let reply = reply(&page, &mut dice);
                Move::Do(reply.map_or(passed_on(&page), |reply| answered_on(&page, reply)))
            }
            _ => legal(
                &flow,
                u64::try_from(dice.roll(usize::MAX)).expect("a number"),
            ),
        };
        make(&mut flow, &what);
        if flow.at_end() {
            return;
        }
    }
}

#[test]
fn two_people_stay_where_they_are() {
    for seed in 0..12 {
        everywhere(begin_for_two(), Dice(seed), 60);
        everywhere(begin_visit(Mode::Pair), Dice(seed), 40);
    }
}

#[test]
fn whoever_comes_back_stays_where_they_are() {
    for seed in 0..12 {
        everywhere(begin_visit(Mode::Solo), Dice(seed), 60);
    }
}
