//! Return visits walked by dice: they stand where they stood, they end, and every step is met.

use super::files::resumed;
use super::pages::{check_page, tellable};
use super::returning::{agreed, visit};
use super::visit_two::pair_of_two;
use super::walker::{Dice, choose, legal, make, pass, passed, sealed_here};
use floe::content::Mode;
use floe::flow::{AskView, Event, Flow, Saving};
use floe::session::{Brought, Seat, Status};
use proptest::prelude::*;

/// Agreements of every kind, for walks by dice.
fn all_kinds() -> Vec<Brought> {
    let mut all = pair_of_two();
    all.push(agreed(3, Seat::First, "a third one"));
    all.push(agreed(4, Seat::Second, "a fourth one"));
    all[0].broken_twice = true;
    all[1].wish = Some("a day later".to_owned());
    all[2].standing.status = Status::Offered;
    all[3].offered = Some(all[0].standing.clone());
    all
}

fn alike(live: &Flow, again: &Flow, what: &str) {
    let [mut one, mut other] = [live, again].map(|flow| tellable(flow.page()));
    // What was said once after a sealed step is in no file.
    one.notice = None;
    other.notice = None;
    assert_eq!(one, other, "{what}");
    assert_eq!(live.map(), again.map(), "{what}");
    assert_eq!(live.kept(), again.kept(), "{what}");
    assert_eq!(live.far(), again.far(), "{what}");
}

/// One walk by dice: taken up again anywhere it stands where it stood, and an undone answer is as if never given.
fn walk_by(mode: Mode, numbers: &[u64]) {
    let mut flow = visit(mode, all_kinds());
    for number in numbers {
        let before = flow.clone();
        let what = legal(&flow, *number);
        make(&mut flow, &what);
        look(&flow);
        let behind = |flow: &Flow| matches!(flow.page().ask, AskView::Curtain { .. });
        let sealed = |flow: &Flow| behind(flow) || sealed_here(flow);
        let sealed = sealed(&flow) || sealed(&before);
        if flow.saving() != Saving::On || sealed || flow.has_landed() {
            continue;
        }
        let mut again = resumed(&flow);
        go_ahead(&mut again);
        if mode == Mode::Solo {
            alike(&flow, &again, &format!("after {what:?}"));
            let mut undone = flow.clone();
            make(&mut undone, &super::walker::Move::Do(passed(&flow)));
            let moved = undone.page().key != flow.page().key && !sealed_here(&undone);
            if moved && !undone.at_end() {
                undone.undo();
                alike(&flow, &undone, &format!("undone after {what:?}"));
            }
        }
        // Whoever sat alone at the keyboard has to take it again.
        assert_eq!(flow.map().len(), again.map().len());
        assert_eq!(flow.far(), again.far());
    }
}

fn look(flow: &Flow) {
    let page = flow.page();
    assert!(!page.prompt.contains('{'), "{}", page.prompt);
    if !matches!(page.ask, AskView::Curtain { .. }) {
        check_page(flow);
    }
}

/// Both say yes, each alone, to going on.
fn go_ahead(flow: &mut Flow) {
    for _ in 0..12 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) if flow.map_is_open() => {
                let _ = seat;
                return;
            }
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "still_unafraid" | "still_readable") => drop(choose(flow, "no")),
            (_, "still_want") => drop(choose(flow, "yes")),
            _ => return,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_visit_taken_up_again_shows_the_page_it_was_left_on(
        numbers in proptest::collection::vec(any::<u64>(), 1..90),
    ) {
        walk_by(Mode::Solo, &numbers);
    }

    #[test]
    fn a_visit_of_two_taken_up_again_stands_where_it_stood(
        numbers in proptest::collection::vec(any::<u64>(), 1..90),
    ) {
        walk_by(Mode::Pair, &numbers);
    }
}

#[test]
fn a_visit_ends_when_everything_is_passed() {
    for mode in [Mode::Solo, Mode::Pair] {
        for seed in 0..12 {
            let mut flow = visit(mode, all_kinds());
            let mut dice = Dice(seed);
            for _ in 0..40 + 8 * seed {
                let number = u64::try_from(dice.roll(usize::MAX)).unwrap();
                let what = legal(&flow, number);
                make(&mut flow, &what);
            }
            let mut left = 600;
            while !flow.at_end() {
                left -= 1;
                assert!(left > 0, "{mode:?} {seed}: {:?}", flow.page().key);
                let page = flow.page();
                let effects = match page.ask {
                    AskView::Curtain { seat, .. } => flow.apply(Event::Took(seat)),
                    _ => pass(&mut flow),
                };
                if effects.contains(&floe::flow::Effect::Leave) {
                    break;
                }
            }
        }
    }
}
