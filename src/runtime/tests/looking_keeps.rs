//! Whatever is done in the mirror, the words stay, and nothing of it is kept.

use super::looking::{WORDS, looking};
use crate::content::Id;
use crate::flow::{AskView, Detour, Reply};
use crate::runtime::{Act, Guide as _};

#[test]
fn what_is_half_mended_or_half_carried_is_saved_with_the_words() {
    let mut world = looking("act", "I will never lie again.");
    world.chooses("mend");
    world.sitting.draft("I intend");
    assert_eq!(world.drafts()[0].text, "I will never lie again.\nI intend");
    world.sitting.act(Act::Back);
    world.chooses("carry");
    assert_eq!(
        world.options(),
        ["new", "first", "both"],
        "what was begun isn't dropped"
    );
    world.chooses("first");
    world.looks("I will never lie again.");
    world.chooses("carry");
    world.sitting.draft("tell you");
    let so_far = "I will never lie again.\nI hope and intend to tell you.";
    assert_eq!(world.drafts()[0].text, so_far);
    world.sitting.act(Act::Open(Detour::Pause));
    assert!(!world.is_open());
    world.sitting.act(Act::Back);
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", so_far)
    );
}

#[test]
fn leaving_for_the_shell_and_back_still_looks() {
    let mut world = looking("act", WORDS);
    world.sitting.act(Act::Leave);
    assert!(world.is_open());
    assert_eq!(world.drafts()[0].text, WORDS);
}

/// Every way of answering, and what leads elsewhere.
fn acts() -> Vec<Act> {
    let chosen = [
        "mend",
        "keep",
        "carry",
        "example",
        "not_today",
        "ways",
        "new",
        "both",
        "out",
        "away",
        "asked",
        "gently",
    ];
    let chosen = chosen.map(|option| Act::Reply(Reply::Chose(Id::new(option))));
    let others = [
        Act::Reply(Reply::Words("ZQXNEW".to_owned())),
        Act::Reply(Reply::Went),
        Act::Pass,
        Act::Back,
        Act::Leave,
        Act::Open(Detour::Pause),
        Act::Thanks("for the tea".to_owned()),
        Act::Wobble,
        Act::Mirror(WORDS.to_owned()),
        Act::Elapsed,
    ];
    chosen.into_iter().chain(others).collect()
}

#[test]
fn whatever_is_done_in_the_mirror_the_words_stay_and_nothing_of_it_is_kept() {
    let acts = acts();
    let mut closed = 0;
    for seed in 1..=60_u64 {
        let mut world = looking("act", WORDS);
        let mut chance = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut took_new = false;
        while world.is_open() && !took_new {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            if matches!(world.page().ask, AskView::Text | AskView::Blank { .. }) {
                world.sitting.draft("ZQXHALF");
            }
            assert!(world.drafts()[0].text.starts_with(WORDS), "{seed}");
            let act = acts[usize::try_from(chance % acts.len() as u64).unwrap()].clone();
            let new = Act::Reply(Reply::Chose(Id::new("new")));
            took_new = act == new && world.page().panes.len() == 2;
            world.sitting.act(act);
        }
        let stands = world.drafts();
        assert!(took_new || stands[0].text.starts_with(WORDS), "{seed}");
        assert!(!stands[0].text.is_empty(), "{seed}");
        closed += usize::from(world.ask() == "act");
        // Ids and sentences of the mirror are in nothing that was handed over.
        let shelved = world.shelved();
        for told in [
            "mirror",
            "sorry_if",
            "impossible",
            "gently",
            "not_today",
            "worst day",
        ] {
            assert!(!shelved.contains(told), "{seed}: {told}");
        }
    }
    assert!(closed > 20, "{closed}");
}
