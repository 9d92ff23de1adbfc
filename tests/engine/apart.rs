//! Stepping aside, taking back and coming back on another day, where two cross together: nothing leads behind the
//! private part, and nothing one did alone is lost, told or done twice.

use super::pair::go_ahead;
use super::walker::{events, header, open, pack, pass};
use floe::content::Mode;
use floe::flow::{Detour, Flow};
use floe::session::Header;

/// A track for two, past their private part.
fn on_a_track(practice: &str) -> Flow {
    let header = Header {
        mode: Mode::Pair,
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header(practice, true)
    };
    let mut flow = Flow::begin(pack(), header, true).unwrap();
    go_ahead(&mut flow);
    flow
}

/// Taken up on another day: both have said again that they go on.
fn another_day(flow: &Flow) -> Flow {
    let events = events(flow);
    let mut again = Flow::resume(pack(), flow.header().clone(), &events).unwrap();
    assert!(again.remembers(&events), "all of it fits");
    go_ahead(&mut again);
    again
}

#[test]
fn a_track_for_two_is_taken_up_wherever_somebody_stepped_aside() {
    for detour in [Detour::Pause, Detour::Hand] {
        let mut flow = on_a_track("before_a_talk");
        open(&mut flow, detour);
        assert_eq!(another_day(&flow).page().key, flow.page().key);
    }
}

#[test]
fn on_a_track_for_two_taking_one_thing_back_leaves_every_way_open() {
    let mut flow = on_a_track("before_a_talk");
    let before = flow.page();
    pass(&mut flow);
    flow.undo();
    assert_eq!(flow.page(), before);
    assert!(flow.map_is_open());
    open(&mut flow, Detour::Pause);
    assert_ne!(flow.page().key, before.key);
}
