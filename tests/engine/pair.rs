//! Two people at one keyboard, walked by dice: what neither can do alone, and what neither sees of the other.

use super::files::written;
use super::walker::{
    Dice, answered_on, ask, begin_for_two, choose, pack, pass, passed_on, reply, step_here,
};
use floe::content::{By, Keep};
use floe::flow::{AskView, Cover, Detour, Event, Flow, Ice, Page, Reply, Saving};
use floe::session::{Seat, Stage};
use proptest::prelude::*;

/// Answers everything until the private part is over, each choice of it with what goes on.
pub(super) fn go_ahead(flow: &mut Flow) {
    for _ in 0..60 {
        let page = flow.page();
        if flow.saving() == Saving::On {
            return;
        }
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "go_want") => drop(choose(flow, "yes")),
            (_, go) if go.starts_with("go_") => drop(choose(flow, "no")),
            _ => drop(pass(flow)),
        }
    }
    panic!("the private part never ended: {:?}", flow.page());
}

pub(super) fn on_the_ice() -> Flow {
    let mut flow = begin_for_two();
    go_ahead(&mut flow);
    flow
}

/// What a number stands for, on this page: mostly what is asked, by the one who is asked.
fn legal(flow: &Flow, number: u64) -> Option<Event> {
    let mut dice = Dice(number);
    let page = flow.page();
    let seat = Seat::BOTH[dice.roll(2)];
    Some(match (dice.roll(100), &page.ask) {
        (0..80, AskView::Curtain { seat, .. }) => Event::Took(*seat),
        (0..80, AskView::Both { .. }) => match dice.roll(4) {
            0 => passed_on(&page),
            1 => Event::Released(seat),
            _ => Event::Pressed(seat),
        },
        (0..20, AskView::Keep { items }) => {
            let item = dice.one_of(items)?;
            Event::Marked(item.id.clone(), !item.keep)
        }
        (0..66, _) => answered_on(&page, marked(reply(&page, &mut dice)?, &page)),
        (66..78, _) => passed_on(&page),
        (78..83, _) => Event::Back,
        (83..86, _) => Event::Wobbled(seat),
        (86..92, _) => Event::Opened(seat, *dice.one_of(&Detour::ALL)?),
        (92..96, _) => Event::Jumped(dice.one_of(&flow.map())?.step.clone()),
        _ => return None,
    })
}

/// Words that tell who wrote them, and where.
fn marked(reply: Reply, page: &Page) -> Reply {
    match (reply, page.seat) {
        (Reply::Words(words), Some(seat)) => {
            Reply::Words(format!("{words} {}", mark(seat, page.key.ask.as_str())))
        }
        (reply, _) => reply,
    }
}

fn mark(seat: Seat, ask: &str) -> String {
    format!("ZQX{seat:?}@{ask}ZQX")
}

/// Every mark on a page: who wrote it, and to which ask.
fn marks_on(text: &str) -> Vec<(Seat, String)> {
    let mut found = Vec::new();
    for piece in text.split("ZQX") {
        for seat in Seat::BOTH {
            if let Some(ask) = piece.strip_prefix(&format!("{seat:?}@")) {
                found.push((seat, ask.to_owned()));
            }
        }
    }
    found
}

/// How often the keyboard changed hands, or something one did unseen was over.
fn hidden_since(flow: &Flow) -> usize {
    let shut = |event: &&Event| {
        matches!(
            event,
            Event::Took(_) | Event::Melted(_) | Event::Came { .. }
        )
    };
    super::files::events(flow).iter().filter(shut).count()
}

/// Walks by dice and looks at every page.
fn walk(numbers: &[u64], mut look: impl FnMut(&Flow, &Page, Option<&Event>)) -> Flow {
    let mut flow = on_the_ice();
    for number in numbers {
        let before = flow.page();
        let event = legal(&flow, *number);
        match &event {
            Some(event) => drop(flow.apply(event.clone())),
            None => drop(flow.undo()),
        }
        look(&flow, &before, event.as_ref());
        if flow.at_end() {
            break;
        }
    }
    flow
}

fn look_for_marks(flow: &Flow) {
    let page = flow.page();
    let told = format!("{page:?} {:?}", flow.map());
    for (writer, id) in marks_on(&told) {
        let (_, source) = ask(&id);
        let curtain = matches!(page.ask, AskView::Curtain { .. });
        assert!(!curtain, "words of {id} on the curtain");
        let unseen = source.unseen || source.by == By::Each;
        if unseen && source.keep != Keep::Ask {
            assert_ne!(page.cover, Cover::Open, "{id} on the open {:?}", page.key);
            assert_eq!(
                page.seat,
                Some(writer),
                "{id} seen by the other on {:?}",
                page.key
            );
        }
        if unseen && page.cover != Cover::Open {
            assert_eq!(
                page.seat,
                Some(writer),
                "{id} on the other's page {:?}",
                page.key
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_takes_two_keys_happens_with_one(numbers in proptest::collection::vec(any::<u64>(), 1..220)) {
        let mut pressed: Vec<Seat> = Vec::new();
        walk(&numbers, |flow, before, event| {
            let AskView::Both { pressed: shown, .. } = &before.ask else {
                pressed.clear();
                return;
            };
            let moved = flow.page().key != before.key;
            match event {
                Some(Event::Pressed(seat)) => {
                    let both = shown.is_some_and(|first| first != *seat);
                    assert_eq!(moved, both, "{:?} with {shown:?} and {seat:?}", before.key);
                }
                Some(Event::Answered { .. } | Event::Released(_) | Event::Took(_) | Event::Marked(..)) => {
                    assert!(!moved, "{event:?} on {:?}", before.key);
                }
                _ => {}
            }
        });
    }

    #[test]
    fn nobody_puts_the_other_in_the_water(numbers in proptest::collection::vec(any::<u64>(), 1..220)) {
        let mut said: Vec<Seat> = Vec::new();
        let mut ice = Ice::Steady;
        walk(&numbers, |flow, _, event| {
            if let Some(Event::Opened(seat, Detour::Hand)) = event {
                said.push(*seat);
            }
            let now = flow.page().ice;
            if now != ice && event.is_some() {
                match now {
                    Ice::Water(seat) => assert!(said.contains(&seat), "{seat:?} never said so"),
                    Ice::Tilting(seat) => assert!(matches!(event, Some(Event::Wobbled(who)) if *who == seat)),
                    Ice::Banks => assert!(Seat::BOTH.iter().all(|seat| said.contains(seat))),
                    Ice::Steady => {}
                }
            }
            if now == Ice::Steady {
                said.clear();
            }
            ice = now;
        });
    }

    #[test]
    fn what_one_wrote_unseen_is_on_no_page_of_the_other(numbers in proptest::collection::vec(any::<u64>(), 1..260)) {
        walk(&numbers, |flow, _, _| look_for_marks(flow));
    }

    #[test]
    fn nothing_before_a_curtain_is_taken_back(numbers in proptest::collection::vec(any::<u64>(), 1..200)) {
        let flow = walk(&numbers, |_, _, _| {});
        for undo in [true, false] {
            let mut flow = flow.clone();
            let (page, hidden) = (flow.page(), hidden_since(&flow));
            for _ in 0..40 {
                match undo {
                    true => drop(flow.undo()),
                    false => drop(flow.apply(Event::Back)),
                }
                let now = flow.page();
                let theirs = now.cover == Cover::Open || now.seat == page.seat
                    || matches!(now.ask, AskView::Curtain { .. });
                assert!(theirs, "undo {undo} from {:?} to {:?} {:?} {:?}", page.key, now.key, flow.keys(), super::files::events(&flow));
                assert_eq!(hidden_since(&flow), hidden, "undo {undo} from {:?} to {:?}", page.key, now.key);
                look_for_marks(&flow);
            }
        }
    }

    #[test]
    fn what_melts_of_two_is_in_no_file(numbers in proptest::collection::vec(any::<u64>(), 1..260)) {
        walk(&numbers, |flow, _, _| {
            if flow.saving() == Saving::On {
                for (_, id) in marks_on(&written(flow, "")) {
                    assert_ne!(ask(&id).1.keep, Keep::Never, "{id} is in the file");
                }
            }
        });
    }

    #[test]
    fn taken_up_again_it_stands_where_it_stood_once_both_go_on(numbers in proptest::collection::vec(any::<u64>(), 1..200)) {
        let mut was_sealed = false;
        let flow = walk(&numbers, |flow, _, _| {
            let curtain = flow.page().key.ask == *"curtain";
            was_sealed = !curtain && step_here(flow).is_some_and(floe::content::Step::sealed);
        });
        if flow.at_end() || was_sealed || flow.saving() != Saving::On {
            return Ok(());
        }
        let Stage::Crossing { events, .. } = flow.stage(&[]) else { panic!("not landed") };
        // Between the two turns of the private part, walked anew: taken up again both have just been asked.
        let half_asked = flow.page().key.ask == *"curtain"
            && matches!(events.last(), Some(Event::Melted(step)) if *step == *"go_ahead");
        if half_asked {
            return Ok(());
        }
        let mut again = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
        prop_assert!(again.remembers(&events), "all of it fits");
        prop_assert_eq!(again.saving(), Saving::Held, "nothing is written before both have said so");
        go_ahead(&mut again);
        let (live, again_page) = (flow.page(), again.page());
        prop_assert_eq!(flow.map(), again.map());
        prop_assert_eq!(flow.kept(), again.kept());
        if live.cover == Cover::Open && !matches!(live.ask, AskView::Both { .. }) {
            prop_assert_eq!(live.key, again_page.key);
            prop_assert_eq!(live.shows, again_page.shows);
            prop_assert_eq!(live.edge, again_page.edge);
        } else if live.cover != Cover::Open {
            prop_assert!(matches!(again_page.ask, AskView::Curtain { .. }), "a curtain");
            prop_assert_eq!(live.seat, again_page.seat);
        }
        let Stage::Crossing { events: rewritten, .. } = again.stage(&[]) else { panic!("not landed") };
        prop_assert_eq!(events, rewritten, "the private part leaves no trace");
    }
}
