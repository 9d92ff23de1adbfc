//! The light of a quiet stretch waits for those who step aside.

use super::World;
use crate::content::Mode;
use crate::flow::{AskView, Detour, Pane, Reply};
use crate::runtime::{Act, Guide as _};

/// What somebody is told who asks how much of the light is left.
fn told(world: &World) -> String {
    world.sitting.pane(Pane::Light).paragraphs.concat()
}

fn is_over(world: &World) -> bool {
    matches!(world.sitting.page().ask, AskView::Quiet { over: true, .. })
}

#[test]
fn it_goes_on_from_what_was_left_after_a_detour() {
    for mode in [Mode::Solo, Mode::Pair] {
        let mut world = World::new(mode);
        world.says("a lunch");
        world.passes(50);
        world.sitting.act(Act::Open(Detour::Pause));
        assert_eq!(told(&world), "No light is burning here.");
        world.passes(600);
        let back = world.sitting.act(Act::Back);
        assert_eq!((world.ask().as_str(), back.quiet), ("quiet", Some(130)));
        world.passes(10);
        assert_eq!(told(&world), "About 2 minutes of it are left.");
    }
}

#[test]
fn it_waits_while_they_say_who_is_in_the_water() {
    let mut world = World::new(Mode::Pair).at_quiet();
    world.passes(60);
    let asked = world.sitting.act(Act::Wobble);
    assert_eq!(asked.quiet, None);
    world.passes(1000);
    assert_eq!(world.sitting.act(Act::Elapsed).quiet, None);
    let nobody = world.sitting.act(Act::Back);
    assert_eq!((world.ask().as_str(), nobody.quiet), ("quiet", Some(120)));
    assert!(!is_over(&world));
}

#[test]
fn gone_out_it_stays_out_until_it_is_lit_again() {
    let mut world = World::new(Mode::Pair).at_quiet();
    world.passes(180);
    world.sitting.act(Act::Elapsed);
    assert!(is_over(&world));
    assert!(told(&world).starts_with("The light is low."));
    world.sitting.act(Act::Open(Detour::Pause));
    let back = world.sitting.act(Act::Back);
    assert_eq!((back.quiet, is_over(&world)), (None, true));
    let lit = world.sitting.act(Act::Light);
    assert_eq!((lit.quiet, is_over(&world)), (Some(60), false));
    assert_eq!(told(&world), "Less than a minute of it is left.");
}

#[test]
fn going_on_ends_it_and_coming_back_later_lights_it_anew() {
    let mut world = World::new(Mode::Pair).at_quiet();
    world.passes(100);
    let on = world.sitting.act(Act::Reply(Reply::Went));
    assert_eq!((world.ask().as_str(), on.quiet), ("both", None));
    assert_eq!(told(&world), "No light is burning here.");
    for back in [Act::Back, Act::Undo] {
        let again = world.sitting.act(back);
        assert_eq!((world.ask().as_str(), again.quiet), ("quiet", Some(180)));
        world.sitting.act(Act::Reply(Reply::Went));
    }
}
