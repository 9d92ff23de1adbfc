//! The mirror over a page: what it asks, and what stands when it closes.

use super::{World, header, pack_of};
use crate::content::{Mode, Pack, source::File};
use crate::flow::{AskView, Flow, Glass, Page, Reply};
use crate::runtime::{Act, Action, Guide as _, Reaction, Sitting};
use crate::words::Key;
use std::sync::{Arc, OnceLock};

const PRACTICE: &str = r#"(format: 1, id: "ford", floes: [(
    id: "stones", title: "The stones", purpose: "Cross.", lean: Courage,
    slips: [(slip: "You hurry.", hand: "Breathe out.")],
    steps: [
        (id: "side", title: "Side", minutes: 1.0, why: "It begins.", asks: [
            (id: "stance", prompt: "Which?", is: Stance, keep: Private, ask: Choice([
                (id: "mine", text: "mine"), (id: "theirs", text: "theirs"),
                (id: "both", text: "both"), (id: "unsure", text: "unsure")])),
            (id: "needs", prompt: "What may matter?", is: Matters, label: "needs", ask: Pick(list: "needs", most: 3))]),
        (id: "raw", title: "Raw", minutes: 1.0, why: "Straight.", mirror: Raw, asks: [
            (id: "raw", prompt: "Straight?", ask: Line, label: "raw")]),
        (id: "sorry", title: "Sorry", minutes: 1.0, why: "Plain.", mirror: Apology, asks: [
            (id: "act", prompt: "What did you do?", ask: Text, label: "act"),
            (id: "line", prompt: "In one line?", ask: Line, label: "line"),
            (id: "melting", prompt: "Straight?", ask: Line, keep: Never),
            (id: "blanks", prompt: "Finish it.", label: "blanks", ask: Slots([(id: "a", label: "I hope to")]))]),
        (id: "say", title: "Say", minutes: 1.0, why: "Aloud.", mirror: Say, asks: [
            (id: "ask", prompt: "What would you say?", ask: Text, label: "said"),
            (id: "land", prompt: "What stays?", ask: Keep),
            (id: "landed", prompt: "Land?", ask: Choice([(id: "land", text: "land", then: Landed)]))]),
    ],
)])"#;

/// Two kinds of questions, the apology's first.
pub(super) const WORDS: &str = "I'm sorry if I hurt you.\nI will never lie again.";

/// On the page of an ask, for somebody on this side of what happened.
fn at_of(ask: &str, side: &str) -> World {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    at_in(PACK.get_or_init(|| pack_of(PRACTICE)), ask, side)
}

fn at_in(pack: &Arc<Pack>, ask: &str, side: &str) -> World {
    let pack = Arc::clone(pack);
    let flow = Flow::begin(pack, header(Mode::Solo), true).unwrap();
    let mut world = World::of(|env| Sitting::begin(flow, env, Vec::new()));
    world.chooses(side);
    world
        .sitting
        .act(Act::Reply(Reply::Picked(vec!["honesty".to_owned()])));
    while world.ask() != ask {
        world.sitting.act(Act::Pass);
    }
    world
}

pub(super) fn at(ask: &str) -> World {
    at_of(ask, "mine")
}

/// Looking at words on the page of an ask.
pub(super) fn looking(ask: &str, words: &str) -> World {
    let mut world = at(ask);
    world.looks(words);
    assert!(world.is_open(), "nothing was found in {words:?}");
    world
}

impl World {
    pub(super) fn looks(&mut self, words: &str) -> Reaction {
        self.sitting.act(Act::Mirror(words.to_owned()))
    }

    pub(super) fn page(&self) -> Page {
        self.sitting.page()
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.page().glass, Glass::Open(_))
    }

    /// What stands in the field.
    pub(super) fn stands(&self) -> String {
        let words = self.sitting.half_typed();
        words.or_else(|| self.page().so_far).unwrap_or_default()
    }

    pub(super) fn options(&self) -> Vec<String> {
        match self.page().ask {
            AskView::Choice { options, .. } => {
                options.iter().map(|option| option.id.to_string()).collect()
            }
            other => panic!("no choice: {other:?}"),
        }
    }

    fn looked(&self) -> String {
        match self.page().glass {
            Glass::Open(Some(looked)) => looked.bracketed().0,
            other => panic!("no words: {other:?}"),
        }
    }

    /// All that is on the shelf, as text.
    pub(super) fn shelved(&self) -> String {
        self.kept
            .borrow()
            .iter()
            .map(|record| format!("{:?}", record.stage))
            .collect()
    }
}

#[test]
fn one_question_comes_after_the_other_and_then_the_words_stand_as_they_were() {
    let mut world = looking("act", WORDS);
    assert!(
        world.looked().starts_with("I'm [sorry if"),
        "{}",
        world.looked()
    );
    assert_eq!(world.page().foot.len(), 1, "words are only words, once");
    world.chooses("keep");
    assert!(
        world.looked().contains("[I will never"),
        "{}",
        world.looked()
    );
    assert_eq!(world.page().foot.len(), 0);
    world.chooses("keep");
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", WORDS)
    );
    world.looks(WORDS);
    assert_eq!(world.page().foot.len(), 0, "never twice in a sitting");
}

#[test]
fn what_is_mended_is_laid_beside_what_was_written_and_can_be_taken_back() {
    for (option, stands) in [
        ("new", "I'm sorry I hurt you.".to_owned()),
        ("first", WORDS.to_owned()),
        ("both", format!("{WORDS}\nI'm sorry I hurt you.")),
    ] {
        let mut world = looking("act", WORDS);
        world.chooses("mend");
        assert_eq!(world.page().so_far.as_deref(), Some(WORDS));
        world.says("I'm sorry I hurt you.");
        let panes: Vec<String> = world
            .page()
            .panes
            .into_iter()
            .map(|pane| pane.text)
            .collect();
        assert_eq!(panes, [WORDS, "I'm sorry I hurt you."]);
        world.chooses(option);
        assert_eq!((world.ask().as_str(), world.stands()), ("act", stands));
        let undone = world.sitting.act(Act::Undo);
        if option == "first" {
            assert_ne!(
                world.ask(),
                "act",
                "there was nothing of the mirror to take back"
            );
        } else {
            assert_eq!((undone.told, undone.anew), (Some(Key::Undone), true));
            assert_eq!(
                (world.ask().as_str(), world.stands().as_str()),
                ("act", WORDS)
            );
        }
    }
}

#[test]
fn in_one_line_both_versions_stay_one_line() {
    let mut world = looking("line", "I will never lie again.");
    world.chooses("mend");
    assert_eq!(world.page().ask, AskView::Line);
    world.says("I intend not to.");
    world.chooses("both");
    assert_eq!(world.stands(), "I will never lie again. I intend not to.");
}

#[test]
fn words_left_as_they_are_while_mending_lead_back_to_the_question() {
    for words in [WORDS, "", "  "] {
        let mut world = looking("act", WORDS);
        world.chooses("mend");
        world.says(words);
        assert!(world.options().contains(&"mend".to_owned()), "{words:?}");
    }
}

#[test]
fn a_kind_set_aside_is_not_asked_about_again_in_this_sitting() {
    let mut world = looking("act", WORDS);
    world.chooses("not_today");
    assert!(world.looked().contains("[I will never"));
    world.chooses("keep");
    world.looks("I'm sorry if I hurt you.");
    assert!(!world.is_open());
    world.looks(WORDS);
    assert!(world.looked().contains("[I will never"));
}

#[test]
fn silence_says_nothing_and_leaves_the_page_as_it_is() {
    let mut world = at("act");
    let told = world.looks("I told Leila.");
    assert_eq!(told, Reaction::told(Key::MirrorQuiet));
    assert_eq!(world.ask(), "act");
    assert_eq!(world.looks(" \n"), Reaction::told(Key::MirrorNoWords));
}

#[test]
fn it_opens_only_over_words_that_are_not_raw() {
    for (ask, offered) in [
        ("raw", false),
        ("act", true),
        ("line", true),
        ("melting", false),
        ("blanks", true),
        ("ask", true),
        ("land", false),
        ("landed", false),
    ] {
        let mut world = at(ask);
        assert_eq!(Action::Mirror.is_offered(&world.page()), offered, "{ask}");
        let told = world.looks(WORDS);
        assert_eq!(
            told == Reaction::told(Key::MirrorNotHere),
            !offered,
            "{ask}"
        );
    }
}

#[test]
fn the_one_who_was_hurt_takes_it_out_first() {
    let mut world = at_of("act", "theirs");
    assert_eq!(world.page().glass, Glass::Away);
    world.looks(WORDS);
    assert_eq!(world.options(), ["out", "away"]);
    world.chooses("away");
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", WORDS)
    );
    world.looks(WORDS);
    world.chooses("out");
    assert!(world.options().contains(&"mend".to_owned()));
    world.chooses("ways");
    world.chooses("away");
    assert_eq!(world.page().glass, Glass::Away);
    for side in ["mine", "both", "unsure"] {
        assert_eq!(at_of("act", side).page().glass, Glass::Near, "{side}");
    }
}

#[test]
fn gently_it_comes_after_a_text_and_what_is_chosen_goes_on() {
    let mut world = looking("act", WORDS);
    world.chooses("ways");
    world.chooses("gently");
    world.sitting.act(Act::Back);
    world.says(WORDS);
    assert!(world.is_open());
    world.chooses("mend");
    world.says("I'm sorry I hurt you.");
    world.chooses("new");
    assert_eq!(world.ask(), "line", "it was handed in before");
    world.says("I told Leila.");
    assert_eq!(world.ask(), "melting", "nothing to ask, nothing in the way");
    world.sitting.act(Act::Back);
    world.says("You never listen.");
    assert!(world.is_open());
    world.sitting.act(Act::Back);
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("line", "You never listen.")
    );
    world.says("You never listen.");
    assert_eq!(world.ask(), "melting", "the same words once more mean it");
}

#[test]
fn words_that_were_looked_at_when_asked_are_not_asked_about_again() {
    let mut world = looking("act", WORDS);
    world.chooses("ways");
    world.chooses("gently");
    world.chooses("keep");
    world.chooses("keep");
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", WORDS)
    );
    world.says(WORDS);
    assert_eq!(world.ask(), "line", "they were looked at already");
}

#[test]
fn there_is_no_mirror_in_another_language() {
    let pack = Pack {
        language: "de".to_owned(),
        ..(*pack_of(PRACTICE)).clone()
    };
    let mut world = at_in(&Arc::new(pack), "act", "mine");
    assert_eq!(world.looks(WORDS), Reaction::told(Key::MirrorNone));
    assert_eq!(
        (world.ask().as_str(), world.stands().as_str()),
        ("act", WORDS)
    );
}

#[test]
fn what_is_there_already_is_named_first_and_by_itself_only_to_those_who_asked() {
    const GLINTS: &str = r#"(format: 1, glints: [(id: "part", line: "You named your own part.", on: [Apology],
        says: ["i told"], fires: ["I told Leila."], quiet: ["You told Leila."])])"#;
    let mut pack = (*pack_of(PRACTICE)).clone();
    let glints = File::new("mirror/glints.ron", GLINTS);
    let others = pack.mirror.iter().filter(|file| file.name != glints.name);
    pack.mirror = others.cloned().chain([glints.clone()]).collect();
    let mut world = at_in(&Arc::new(pack), "act", "mine");
    world.looks("I told Leila. I will never do it again.");
    assert_eq!(world.page().notes, ["You named your own part."]);
    world.chooses("keep");
    world.looks("I told Leila.");
    assert_eq!(world.page().prompt, "You named your own part.");
    assert_eq!(world.options(), ["mend", "keep", "ways"]);
    world.chooses("ways");
    world.chooses("gently");
    world.chooses("keep");
    world.says("I told Leila.");
    assert_eq!(world.ask(), "line", "it doesn't come in between for that");
}
