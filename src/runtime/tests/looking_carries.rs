//! A promise in the mirror, made so small that it can be carried.

use super::looking::looking;
use crate::runtime::{Act, Guide as _};

#[test]
fn a_promise_is_made_small_enough_to_carry() {
    let mut world = looking("act", "I will never lie again.");
    world.chooses("carry");
    world.says("tell you the hard thing.");
    world.sitting.act(Act::Pass);
    world.says("what it did to you");
    let so = "can look after this together: honesty";
    assert_eq!(
        world.page().so_far.as_deref(),
        Some(so),
        "known from listening"
    );
    world.says(so);
    let new = "I hope and intend to tell you the hard thing. I'll want to know what it did to you, so that we can \
        look after this together: honesty.";
    assert_eq!(world.page().panes[1].text, new);
    world.chooses("new");
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", new)
    );
}

#[test]
fn the_rest_of_what_was_written_stays_around_a_smaller_promise() {
    let mut world = looking(
        "act",
        "I lied to you about the money. I will never lie again! I love you.",
    );
    world.chooses("carry");
    world.says("tell you within a day");
    for _ in 0..2 {
        world.sitting.act(Act::Pass);
    }
    world.says(".");
    let new =
        "I lied to you about the money. I hope and intend to tell you within a day. I love you.";
    assert_eq!(world.page().panes[1].text, new);
}

#[test]
fn a_promise_asked_of_the_other_becomes_a_request_with_room_for_a_no() {
    let mut world = looking("ask", "Promise me you'll never lie again.");
    assert!(world.options().contains(&"carry".to_owned()));
    world.chooses("carry");
    world.says("tell me within a day?");
    for _ in 0..3 {
        world.sitting.act(Act::Pass);
    }
    let new = "Would you be willing to tell me within a day? You can say no to any of it.";
    assert_eq!(world.page().panes[1].text, new);
}

#[test]
fn what_is_no_sentence_by_itself_has_nothing_to_carry() {
    let carry = "carry".to_owned();
    assert!(
        !looking("blanks", "I will never lie again.")
            .options()
            .contains(&carry)
    );
    assert!(
        !looking("ask", "I will never lie again.")
            .options()
            .contains(&carry)
    );
    assert!(
        !looking("act", "I'm sorry if I hurt you.")
            .options()
            .contains(&carry)
    );
}
