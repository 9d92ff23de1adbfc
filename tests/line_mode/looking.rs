//! The mirror in plain lines, as transcripts: what is typed, and what is said to it.

use crate::support::answers::fluent;
use crate::support::folder;
use crate::support::walker::{Asked, Walker};
use std::path::Path;
use tempfile::tempdir;

const SORRY: [&str; 7] = [
    "practise",
    "just_the_sorry",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];
const UNDERSTOOD: &str = "what do you understand now about why it hurt?";

/// Walks to the question with these words.
fn until(walker: &mut Walker, answer: &mut dyn FnMut(&Asked) -> String, words: &str) -> Asked {
    loop {
        let asked = walker.ask();
        if asked.text.contains(words) {
            return asked;
        }
        let reply = answer(&asked);
        walker.line(&reply);
    }
}

/// Somebody alone, at several lines of words in an apology.
fn at_words(home: &Path) -> Walker {
    let mut walker = Walker::piped(home, &SORRY);
    until(&mut walker, &mut fluent("early"), UNDERSTOOD);
    walker
}

/// The lines of what was said, without empty ones.
fn said(asked: &Asked) -> String {
    let lines = asked.text.lines().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Types lines that end with a question each, and holds what is said to the last.
fn hold(walker: &mut Walker, lines: &[&str], expected: &str) {
    let (last, before) = lines.split_last().unwrap();
    for line in before {
        walker.line(line);
    }
    assert_eq!(said(&walker.say(last)), expected, "after {lines:?}");
}

const STANDS: &str = "An empty line keeps it, new lines are added to it, /pass drops it.";

#[test]
fn a_question_is_about_a_phrase_in_brackets() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    hold(
        &mut walker,
        &[
            "I'm sorry if I hurt you.",
            "I will never lie again.",
            "/mirror",
        ],
        "The mirror, because you asked.\n\
         For Sam.\n\
         I'm [sorry if] I hurt you.\n\
         I will never lie again.\n\
         These are only words. Said with care, almost any of them can land well; said without, the best ones don't.\n\
         What is it that you did? Could the sentence stand without the rest?\n\
         1. Mend it\n\
         2. Keep it as it is\n\
         3. See an example\n\
         4. Not this kind again today\n\
         5. When the mirror comes\n\
         [choose 1-5] >",
    );
    walker.end();
}

#[test]
fn words_are_mended_taken_and_taken_back() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.line("I'm sorry if I hurt you.");
    walker.line("I will never lie again.");
    walker.say("/mirror");
    hold(
        &mut walker,
        &["1"],
        "What is it that you did? Could the sentence stand without the rest?\n\
         Mend it as far as you like. Your first words stay until you choose.\n\
         Several lines are fine. An empty line ends your answer.\n\
         So far:\n\
         I'm sorry if I hurt you.\n\
         I will never lie again.\n\
         An empty answer keeps it, new words replace it, /pass drops it.\n\
         [words] >",
    );
    hold(
        &mut walker,
        &["I told Leila. I'm sorry.", ""],
        "The first one\n\
         I'm sorry if I hurt you.\n\
         I will never lie again.\n\
         The new one\n\
         I told Leila. I'm sorry.\n\
         Two versions. Which one stands?\n\
         1. Take the new one\n\
         2. Keep the first one\n\
         3. Keep both, one after the other\n\
         [choose 1-3] >",
    );
    let taken = walker.say("1");
    assert!(
        taken
            .text
            .contains(&format!("So far:\nI told Leila. I'm sorry.\n{STANDS}")),
        "{}",
        taken.text
    );
    let undone = walker.say("/undo");
    let first = "So far:\nI'm sorry if I hurt you.\nI will never lie again.\n";
    assert!(undone.text.contains(first), "{}", undone.text);
    walker.say("");
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    assert!(
        saved.contains(r"m sorry if I hurt you.\nI will never lie again."),
        "{saved}"
    );
    for word in ["mirror", "sorry_if", "impossible"] {
        assert!(!saved.contains(word), "{word}: {saved}");
    }
}

#[test]
fn both_versions_stay_and_a_kind_is_set_aside() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.line("I'm sorry if I hurt you.");
    walker.say("/mirror");
    walker.say("1");
    walker.line("I'm sorry I hurt you.");
    walker.say("");
    let both = walker.say("3");
    let stands = "So far:\nI'm sorry if I hurt you.\nI'm sorry I hurt you.\n";
    assert!(both.text.contains(stands), "{}", both.text);
    walker.say("/mirror");
    let quiet = walker.say("4");
    assert_eq!(quiet.tag, "words");
    let quiet = walker.say("/mirror");
    let neutral = "The mirror asks nothing here, and its silence means nothing.";
    assert!(quiet.text.contains(neutral), "{}", quiet.text);
    assert!(quiet.text.contains(stands), "{}", quiet.text);
    walker.end();
}

#[test]
fn what_can_be_carried_is_said_blank_after_blank() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.line("I will never lie again.");
    walker.say("/mirror");
    hold(
        &mut walker,
        &["3"],
        "What may matter to Noor: safety, protection\n\
         What of it could be carried? Finish these, as far as you'd stand behind them. Empty ones are left out.\n\
         I hope and intend to\n\
         [line] >",
    );
    hold(
        &mut walker,
        &["tell you the hard thing."],
        "If I do something that hurts you, I'll\n[line] >",
    );
    hold(&mut walker, &[""], "I'll want to know\n[line] >");
    hold(
        &mut walker,
        &["what it did to you"],
        "so that we\n\
         So far:\n\
         can look after this together: safety, protection\n\
         An empty answer keeps it, new words replace it, /pass drops it.\n\
         [line] >",
    );
    let versions = walker.say("/pass");
    let new = "The new one\nI hope and intend to tell you the hard thing. I'll want to know what it did to you.\n";
    assert!(versions.text.contains(new), "{}", versions.text);
    walker.end();
    let (_, saved) = folder::only_crossing(home.path());
    let both = r"I will never lie again.\nI hope and intend to tell you the hard thing.";
    assert!(saved.contains(both), "nothing typed is lost: {saved}");
}

#[test]
fn put_away_it_offers_to_be_taken_out() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    walker.line("I will never lie again.");
    walker.say("/mirror");
    hold(
        &mut walker,
        &["6"],
        "When would you like the mirror, for the rest of today?\n\
         1. When I ask\n\
         2. Gently, after each text\n\
         3. Put it away\n\
         [choose 1-3] >",
    );
    let away = walker.say("3");
    assert!(
        away.text.contains("The mirror is put away."),
        "{}",
        away.text
    );
    hold(
        &mut walker,
        &["/mirror"],
        "The mirror, because you asked.\n\
         For Sam.\n\
         How you say it is up to you, so the mirror is put away.\n\
         1. Take it out\n\
         2. Leave it where it is\n\
         [choose 1-2] >",
    );
    let out = walker.say("1");
    assert!(
        out.text.contains("[I will never] lie again."),
        "{}",
        out.text
    );
    walker.say("6");
    walker.say("2");
    walker.say("/back");
    let gently = walker.say("");
    assert!(
        gently.text.contains("The mirror, as you wished."),
        "{}",
        gently.text
    );
    let on = walker.say("2");
    assert!(
        !on.text.contains(UNDERSTOOD),
        "it was handed in: {}",
        on.text
    );
    walker.end();
}

#[test]
fn without_words_it_says_how_they_are_brought_back() {
    let home = tempdir().unwrap();
    let mut walker = at_words(home.path());
    let asked = walker.say("/mirror");
    assert!(
        asked
            .text
            .contains("/back brings back what you wrote before"),
        "{}",
        asked.text
    );
    assert_eq!(asked.tag, "words");
    walker.line("I will never lie again.");
    walker.say("");
    let back = walker.say("/back");
    assert!(
        back.text.contains("I will never lie again."),
        "{}",
        back.text
    );
    let looked = walker.say("/mirror");
    assert!(
        looked.text.contains("[I will never] lie again."),
        "{}",
        looked.text
    );
    walker.end();
}

#[test]
fn behind_a_curtain_nothing_is_looked_at_in_lines() {
    let home = tempdir().unwrap();
    let pair = [
        "practise", "--line", "--pair", "--me", "Sam", "--other", "Noor",
    ];
    let mut walker = Walker::piped(home.path(), &pair);
    until(
        &mut walker,
        &mut fluent("early"),
        "what did you mean by what you said just now?",
    );
    walker.line("You never listen.");
    let asked = walker.say("/mirror");
    assert!(
        asked
            .text
            .contains("In lines nothing that is only for you is printed"),
        "{}",
        asked.text
    );
    assert!(!asked.text.contains("never"), "{}", asked.text);
    assert_eq!(asked.tag, "hidden words");
    walker.end();
}
