//! A crossing taken up again is the crossing that was left.

use super::files::{events, resumed};
use super::pages::{check_page, tellable};
use super::walker::{PRACTICES, begin, legal, make, passed, sealed_here};
use floe::flow::{Event, Flow, Page, Saving};
use proptest::prelude::*;

/// What was said once after a sealed step may tell what was answered there, so no file tells it.
fn forgets_notice(flow: &Flow) -> bool {
    let stays = |event: &&Event| matches!(event, Event::Wobbled(_) | Event::Marked(..));
    let events = events(flow);
    let last = events.iter().rev().find(|event| !stays(event));
    matches!(last, Some(Event::Melted(_)))
}

fn alike(live: Page, again: Page, forgets_notice: bool, what: &str) {
    let (mut live, mut again) = (tellable(live), tellable(again));
    if forgets_notice {
        live.notice = None;
        again.notice = None;
    }
    let short = |page: &Page| (page.key.clone(), page.ice, page.notice.clone());
    assert_eq!(short(&live), short(&again), "{what}");
    assert_eq!(live, again, "{what}");
}

/// One walk: at every step of it the crossing is taken up again, and stands where it stood.
fn walk(practice: &str, first_visit: bool, numbers: &[u64]) {
    let mut flow = begin(practice, first_visit);
    let mut entry = flow.page();
    let mut was_off = false;
    for number in numbers {
        let before = flow.page().key;
        let was_sealed = sealed_here(&flow);
        let what = legal(&flow, *number);
        make(&mut flow, &what);
        check_page(&flow);
        was_off |= flow.saving() == Saving::Off;
        let sealed = sealed_here(&flow);
        let entered = flow.page().key != before && !was_sealed;
        if entered {
            entry = flow.page();
        }
        // A stage is written only while saving is on.
        if flow.saving() != Saving::On || was_off {
            continue;
        }
        let again = resumed(&flow);
        check_page(&again);
        let what = format!("after {what:?}");
        if sealed {
            assert!(sealed_here(&again), "{what}");
            if entered {
                alike(entry.clone(), again.page(), forgets_notice(&flow), &what);
            }
            continue;
        }
        alike(flow.page(), again.page(), forgets_notice(&flow), &what);
        assert_eq!(flow.map(), again.map(), "{what}");
        assert_eq!(flow.kept(), again.kept(), "{what}");
        assert_eq!(events(&flow), events(&again), "{what}");
        if number % 4 == 0 {
            goes_on_alike(flow.clone(), again, &what);
        }
    }
}

/// The way back, and the way on, lead both to the same pages.
fn goes_on_alike(mut live: Flow, mut again: Flow, what: &str) {
    let (mut live_on, mut again_on) = (live.clone(), again.clone());
    for _ in 0..3 {
        live.apply(Event::Back);
        again.apply(Event::Back);
        alike(
            live.page(),
            again.page(),
            false,
            &format!("{what}, and back"),
        );
    }
    for _ in 0..3 {
        let (one, other) = (passed(&live_on), passed(&again_on));
        live_on.apply(one);
        again_on.apply(other);
        alike(
            live_on.page(),
            again_on.page(),
            true,
            &format!("{what}, and on"),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_crossing_taken_up_again_shows_the_page_it_was_left_on(
        practice in 0..PRACTICES.len() + 2,
        first_visit in any::<bool>(),
        numbers in proptest::collection::vec(any::<u64>(), 1..90),
    ) {
        // The whole crossing is walked more often than its tracks: it leads to all of them.
        walk(PRACTICES.get(practice).copied().unwrap_or("crossing"), first_visit, &numbers);
    }
}
