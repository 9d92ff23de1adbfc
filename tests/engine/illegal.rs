//! Whatever is thrown at it, the engine stays on a page, and can be taken up again on it.

use super::files::{events, resumed};
use super::pages::{check_page, tellable};
use super::walker::{
    DETOURS, Dice, Move, PRACTICES, begin, legal, make, passed, sealed_here, steps,
};
use floe::content::Id;
use floe::flow::{AskView, Effect, Event, Flow, Reply, Saving};
use floe::session::{Seat, Sight};
use proptest::prelude::*;

fn strange_words(dice: &mut Dice) -> String {
    match dice.roll(8) {
        0 => String::new(),
        1 => " \t\n ".to_owned(),
        2 => "{other} {me} {nothing} {".to_owned(),
        3 => "\u{0}\u{1b}[2J\u{202e}\u{feff}\r\n\"\\#\"#".to_owned(),
        4 => "e\u{301}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{5d0}\u{fffd}".to_owned(),
        5 => "long ".repeat(20_000),
        6 => "yes".to_owned(),
        _ => format!("{}#{}", dice.roll(9), dice.roll(9)),
    }
}

fn any_id(dice: &mut Dice) -> Id {
    let steps = steps();
    match dice.roll(4) {
        0 => Id::new(&strange_words(dice)),
        1 => steps[dice.roll(steps.len())].id.clone(),
        _ => {
            let asks: Vec<_> = steps.iter().flat_map(|step| &step.asks).collect();
            asks[dice.roll(asks.len())].id.clone()
        }
    }
}

fn any_reply(dice: &mut Dice) -> Reply {
    match dice.roll(7) {
        0 => Reply::Went,
        1 => Reply::Gone,
        2 => Reply::Chose(Id::new(&strange_words(dice))),
        3 => Reply::Chose(Id::new(["yes", "no", "long", "land", "off"][dice.roll(5)])),
        4 => Reply::Picked((0..dice.roll(6)).map(|_| strange_words(dice)).collect()),
        _ => Reply::Words(strange_words(dice)),
    }
}

fn any_event(flow: &Flow, dice: &mut Dice) -> Event {
    let key = flow.page().key;
    let seat = [Seat::First, Seat::Second][dice.roll(2)];
    let here = dice.roll(3) > 0;
    let ask = if here { key.ask } else { any_id(dice) };
    let field = if dice.roll(4) > 0 {
        key.field
    } else {
        [0, 1, 7, usize::MAX][dice.roll(4)]
    };
    match dice.roll(12) {
        0..4 => Event::Answered {
            seat,
            sight: [Sight::Open, Sight::Own][dice.roll(2)],
            ask,
            field,
            reply: any_reply(dice),
        },
        4 => Event::Passed { seat, ask, field },
        5 => Event::Back,
        6 => Event::Jumped(any_id(dice)),
        7 => Event::Opened(seat, DETOURS[dice.roll(4)]),
        8 => Event::Wobbled(seat),
        9 => Event::Marked(strange_words(dice), dice.roll(2) == 0),
        10 => Event::Melted(any_id(dice)),
        _ => Event::Elapsed,
    }
}

/// Every second move is a strange one, so that the walk gets about.
fn strange_walk(practice: &str, first_visit: bool, numbers: &[u64]) {
    let mut flow = begin(practice, first_visit);
    let mut decided = None;
    let mut twice = false;
    for number in numbers {
        let mut dice = Dice(*number);
        let what = match dice.roll(4) {
            0 | 1 => Move::Do(any_event(&flow, &mut dice)),
            2 if dice.roll(4) == 0 => Move::Undo,
            _ => legal(&flow, number.rotate_left(17)),
        };
        let effects = make(&mut flow, &what);
        check_page(&flow);
        if flow.saving() != Saving::Held {
            twice |= decided.is_some_and(|decided| decided != flow.saving());
            decided = Some(flow.saving());
        }
        if effects.contains(&Effect::Land) || twice {
            break;
        }
    }
    stands_again(&flow, twice);
}

fn stands_again(flow: &Flow, decided_twice: bool) {
    if flow.saving() != Saving::On || decided_twice {
        return;
    }
    let again = resumed(flow);
    check_page(&again);
    assert_eq!(events(flow), events(&again));
    if sealed_here(flow) {
        assert!(sealed_here(&again));
        return;
    }
    let (mut live, mut taken_up) = (tellable(flow.page()), tellable(again.page()));
    live.notice = None;
    taken_up.notice = None;
    assert_eq!(live, taken_up);
    assert_eq!(flow.kept(), again.kept());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_thrown_at_it_the_engine_stays_on_a_page(
        practice in 0..PRACTICES.len(),
        first_visit in any::<bool>(),
        numbers in proptest::collection::vec(any::<u64>(), 1..100),
    ) {
        strange_walk(PRACTICES[practice], first_visit, &numbers);
    }
}

/// What doesn't fit the page one is on.
fn misfits(flow: &Flow) -> Vec<Event> {
    let page = flow.page();
    let key = page.key.clone();
    let answer = |ask: &str, field: usize, reply: Reply| Event::Answered {
        seat: Seat::First,
        sight: Sight::Open,
        ask: Id::new(ask),
        field,
        reply,
    };
    let here = key.ask.as_str();
    let mut misfits = vec![
        answer("nowhere", 0, Reply::Went),
        answer(here, key.field + 1, Reply::Went),
        answer(here, key.field, Reply::Chose(Id::new("no_such_option"))),
        answer(here, key.field, Reply::Picked(Vec::new())),
        answer(here, key.field, Reply::Picked(vec!["word".to_owned(); 99])),
        Event::Passed {
            seat: Seat::First,
            ask: Id::new("nowhere"),
            field: 0,
        },
        Event::Passed {
            seat: Seat::First,
            ask: key.ask.clone(),
            field: key.field + 1,
        },
        Event::Jumped(Id::new("nowhere")),
        Event::Marked("nowhere#0".to_owned(), true),
        Event::Melted(Id::new("nowhere")),
    ];
    let words = matches!(
        page.ask,
        AskView::Line | AskView::Text | AskView::Blank { .. }
    );
    if !words {
        misfits.push(answer(here, key.field, Reply::Words("words".to_owned())));
    }
    if !matches!(
        page.ask,
        AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. }
    ) {
        misfits.push(answer(here, key.field, Reply::Went));
    }
    misfits
}

#[test]
fn what_does_not_fit_changes_nothing_at_all() {
    for (_, flow) in &super::met::met().stood {
        let page = flow.page();
        for misfit in misfits(flow) {
            let mut thrown_at = flow.clone();
            assert!(thrown_at.apply(misfit.clone()).is_empty(), "{misfit:?}");
            assert_eq!(thrown_at.page(), page, "{misfit:?}");
            assert_eq!(events(&thrown_at), events(flow), "{misfit:?}");
        }
    }
}

#[test]
fn a_page_of_words_takes_as_many_as_there_are() {
    let mut flow = super::walker::on_the_ice("crossing");
    super::walker::walk_to(&mut flow, "camera", &[]);
    let many = "words \u{1f9ca} ".repeat(100_000);
    super::walker::say(&mut flow, &many);
    let again = resumed(&flow);
    assert_eq!(again.page(), flow.page());
    let kept = flow.kept();
    assert!(format!("{kept:?}").len() > 1_000_000);
}

#[test]
fn events_that_no_longer_fit_the_content_are_left_out() {
    let mut flow = super::walker::on_the_ice("crossing");
    super::walker::walk_to(&mut flow, "topic", &[]);
    let mut old = events(&flow);
    let at = old.len() / 2;
    old.insert(at, passed(&begin("crossing", true)));
    old.insert(at, Event::Jumped(Id::new("a_step_of_an_older_pack")));
    old.insert(at, Event::Melted(Id::new("a_step_of_an_older_pack")));
    let again = Flow::resume(super::walker::pack(), flow.header().clone(), &old).unwrap();
    assert_eq!(again.page(), flow.page());
    assert_eq!(events(&again), events(&flow));
}
