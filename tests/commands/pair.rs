//! Two people at one keyboard, from outside: whose names and rivers they find, and what is said of what they kept.

use crate::support::answers::{option, walk};
use crate::support::walker::{Asked, Walker};
use crate::support::{Ran, folder, run};
use serde_json::Value;
use std::path::Path;
use tempfile::tempdir;

pub(crate) const PAIR: [&str; 7] = [
    "practise", "--pair", "--line", "--me", "Sam", "--other", "Noor",
];
const ALONE: [&str; 7] = [
    "practise",
    "one_agreement",
    "--line",
    "--me",
    "Sam",
    "--other",
    "Noor",
];

/// Whether this is one of the questions each of two answers alone before they go on together.
pub(crate) fn is_private(asked: &Asked) -> bool {
    let offers = |text| option(asked, text).is_some();
    asked.tag.contains("choose") && (offers("rather not say") || offers("later"))
}

/// What two people answer who go ahead and take their time.
pub(crate) fn together(asked: &Asked) -> String {
    let tag = asked.tag.trim_start_matches("hidden ");
    match tag {
        "line" => "ZQWORDS".to_owned(),
        "words" => "ZQWORDS\n".to_owned(),
        "choose any" if asked.text.contains("1. melt, ") => String::new(),
        "choose any" => "1".to_owned(),
        "yes or no" => "y".to_owned(),
        tag if tag.starts_with("choose") => "1".to_owned(),
        _ => String::new(),
    }
}

/// Walks on until a question, which is left unanswered.
pub(crate) fn until(walker: &mut Walker, stop: impl Fn(&Asked) -> bool) -> Asked {
    loop {
        let asked = walker.ask();
        if stop(&asked) {
            return asked;
        }
        walker.line(&together(&asked));
    }
}

/// The first question after both have said yes.
pub(crate) fn past_the_go_ahead(walker: &mut Walker) -> Asked {
    let mut private = 0;
    loop {
        let asked = walker.ask();
        private += usize::from(is_private(&asked));
        if private == 10 && !is_private(&asked) {
            return asked;
        }
        walker.line(&together(&asked));
    }
}

/// Two people cross for a while and leave. Answers the id of their river.
pub(crate) fn crossed_together(home: &Path, args: &[&str], title: &str) -> String {
    let before = rivers(home);
    let mut walker = Walker::piped(home, args);
    let asked = walker.ask();
    let is_new = asked.text.contains("What would you like to mend");
    walker.line(if is_new { title } else { "1" });
    past_the_go_ahead(&mut walker);
    assert_eq!(walker.end().code, 0);
    new_river(home, &before)
}

/// Somebody crosses alone for a while and leaves. Answers the id of their river.
fn crossed_alone(home: &Path, args: &[&str], title: &str) -> String {
    let before = rivers(home);
    let mut walker = Walker::piped(home, args);
    let named = |asked: &Asked| match asked.text.contains("What would you like to mend") {
        true => title.to_owned(),
        false => together(asked),
    };
    walk(&mut walker, named, |asked| asked.text.contains("Floe 3 of"));
    assert_eq!(walker.end().code, 0);
    new_river(home, &before)
}

fn rivers(home: &Path) -> Vec<Value> {
    let ran = run(home, &["rivers", "--json"], "");
    serde_json::from_str(&ran.out).unwrap()
}

/// The id of the river with one crossing more than before.
fn new_river(home: &Path, before: &[Value]) -> String {
    let crossings = |river: &Value| river["crossings"].as_array().unwrap().len();
    let known = |id: &Value| before.iter().find(|river| river["id"] == *id);
    let now = rivers(home);
    let mut grown = now
        .iter()
        .filter(|river| crossings(river) > known(&river["id"]).map_or(0, crossings));
    let id = grown.next().unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(grown.next(), None);
    id
}

fn river(home: &Path, id: &str) -> Value {
    let mut rivers = rivers(home).into_iter();
    rivers.find(|river| river["id"] == id).unwrap()
}

fn told_in_two_lines(ran: &Ran, says: &str) {
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(ran.err.contains(says), "{}", ran.err);
}

/// A pack of one page that asks nobody first.
const PACK: &str = r#"(format: 1, id: "p", title: "P", language: "en", credits: [],
    practices: [(id: "hop", title: "A hop", about: "One page.", minutes: 1)])"#;
const HOP: &str = r#"(format: 1, id: "hop", floes: [(
    id: "bank", title: "The bank", purpose: "Begin.", lean: Courage, slips: [],
    steps: [(id: "one", title: "One", minutes: 1.0, why: "It begins somewhere.",
        asks: [
            (id: "one", prompt: "What is it about?", ask: Line),
            (id: "keep", prompt: "What stays?", ask: Keep),
            (id: "land", prompt: "Land?", ask: Choice([(id: "land", text: "land", then: Landed)])),
        ])],
)])"#;

#[test]
fn two_in_a_pack_without_a_private_part_are_asked_with_floes_own() {
    let dir = tempdir().unwrap();
    let (home, pack) = (dir.path().join("home"), dir.path().join("pack"));
    std::fs::create_dir_all(pack.join("practices")).unwrap();
    std::fs::write(pack.join("pack.ron"), PACK).unwrap();
    std::fs::write(pack.join("practices/hop.ron"), HOP).unwrap();
    let pack = pack.to_str().unwrap();
    let args = ["practise", "hop", "--line", "--no-save", "--pack", pack];
    assert_eq!(run(&home, &args, "").code, 0, "alone it is walked");
    let ran = run(&home, &[&args[..], &["--pair"]].concat(), "");
    assert!(
        ran.out.contains("The next page is only for you."),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("What is it about?"), "{}", ran.out);
    let ran = run(&home, &["practise", "nothing", "--line", "--pair"], "");
    told_in_two_lines(&ran, "There is no practice called nothing.");
    let mut walker = Walker::piped(&home, &["--line", "--pack", pack]);
    walker.ask();
    let practices = walker.say("the late rent");
    assert!(option(&practices, "Cross together").is_some());
    walker.end();
    assert!(!home.exists());
}

#[test]
fn two_people_find_the_river_they_have_crossed_together() {
    let home = tempdir().unwrap();
    let id = crossed_together(home.path(), &PAIR, "the late rent");
    let by_names = crossed_together(home.path(), &PAIR, "never asked for");
    assert_eq!(by_names, id);
    let args = ["practise", "--pair", "--line", "--river", &id];
    let mut walker = Walker::piped(home.path(), &args);
    let first = walker.ask();
    assert!(
        first.text.contains("For Sam and Noor."),
        "its names are known: {}",
        first.text
    );
    walker.end();
    let river = river(home.path(), &id);
    assert_eq!(river["title"], "the late rent");
    assert_eq!(river["seats"], serde_json::json!(["Sam", "Noor"]));
    assert_eq!(river["crossings"][0]["mode"], "pair");
    assert_eq!(river["crossings"].as_array().unwrap().len(), 2);
}

#[test]
fn a_river_that_was_crossed_alone_shows_nothing_of_itself_to_two() {
    let home = tempdir().unwrap();
    let alone = crossed_alone(home.path(), &ALONE, "ZQALONE");
    let mut files = folder::files(home.path());
    files.retain(|path| path.file_name().is_some_and(|name| name != "index.ron"));
    let before: Vec<_> = files.iter().map(|path| std::fs::read(path).ok()).collect();
    let args = ["practise", "--pair", "--line", "--river", &alone];
    told_in_two_lines(&run(home.path(), &args, ""), &alone);

    let mut walker = Walker::piped(home.path(), &PAIR);
    let first = walker.ask();
    assert!(first.text.contains("What would you like to mend"));
    assert!(
        first
            .text
            .contains("It was made for two people who are both free to say no."),
        "to them the home is as new"
    );
    walker.line("ours");
    past_the_go_ahead(&mut walker);
    let ran = walker.end();
    assert!(!ran.out.contains("ZQALONE"), "{}", ran.out);
    assert_eq!(rivers(home.path()).len(), 2, "a river of their own");
    let after: Vec<_> = files.iter().map(|path| std::fs::read(path).ok()).collect();
    assert_eq!(before, after, "the river of one alone stays as it was");
}

#[test]
fn alone_nobody_renames_the_river_of_two() {
    let home = tempdir().unwrap();
    let id = crossed_together(home.path(), &PAIR, "the late rent");
    let told = river(home.path(), &id);
    let args = [
        "practise",
        "one_agreement",
        "--line",
        "--river",
        &id,
        "--me",
        "S",
        "--other",
        "ZQLIAR",
    ];
    assert_eq!(crossed_alone(home.path(), &args, ""), id);
    let mut walker = Walker::piped(home.path(), &["resume", "--line"]);
    walker.say("/thanks for the tea");
    walker.end();
    let river = river(home.path(), &id);
    assert_eq!(
        (&river["title"], &river["seats"]),
        (&told["title"], &told["seats"])
    );
    let mut walker = Walker::piped(
        home.path(),
        &["practise", "--pair", "--line", "--river", &id],
    );
    until(&mut walker, is_private);
    let ran = walker.end();
    assert!(!ran.out.contains("ZQLIAR"), "{}", ran.out);
}

#[test]
fn the_bank_offers_to_cross_together_and_knows_what_is_of_two() {
    let home = tempdir().unwrap();
    crossed_alone(home.path(), &ALONE, "ZQALONE");
    let mut walker = Walker::piped(home.path(), &["--line"]);
    let first = walker.ask();
    let way = option(&first, "Cross together: two people, one keyboard").unwrap();
    let title = walker.say(&way);
    assert!(!title.text.contains("ZQALONE"), "{}", title.text);
    assert!(title.text.contains("What would you like to mend"));
    let practices = walker.say("the late rent");
    assert!(
        option(&practices, "A line as a gift").is_some(),
        "{}",
        practices.text
    );
    let inside = walker.say(&option(&practices, "The whole crossing").unwrap());
    assert!(
        inside.text.contains("Floe 1 of 11") && !inside.text.contains("isn't therapy"),
        "what floe is was read already: {}",
        inside.text
    );
    walker.line("Sam");
    past_the_go_ahead(&mut walker);
    walker.end();

    let mut walker = Walker::piped(home.path(), &["--line"]);
    let first = walker.ask();
    assert!(option(&first, "ZQALONE").is_some(), "{}", first.text);
    let way = option(&first, "Cross together").unwrap();
    let rivers = walker.say(&way);
    assert!(!rivers.text.contains("ZQALONE"), "{}", rivers.text);
    let ours = option(&rivers, "the late rent").unwrap();
    let choices = walker.say(&ours);
    let go_on = option(&choices, "Go on where you were").unwrap();
    let gate = walker.say(&go_on);
    assert_eq!(gate.tag, "hand to Sam, enter", "they are asked again");
    walker.end();
}

#[test]
fn somebody_new_finds_the_way_for_two_among_the_practices() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &["--line"]);
    walker.ask();
    let practices = walker.say("the late rent");
    assert!(
        option(&practices, "A line as a gift").is_none(),
        "one person alone is offered what takes two"
    );
    let way = option(&practices, "Cross together").unwrap();
    let for_two = walker.say(&way);
    let inside = walker.say(&option(&for_two, "The whole crossing").unwrap());
    assert!(
        inside.text.contains("Whoever's at the keyboard"),
        "{}",
        inside.text
    );
    walker.end();
    assert!(folder::files(home.path()).is_empty());
}

/// Stories are for one, lines as a gift for two.
#[test]
fn what_takes_two_and_what_is_for_one_say_so() {
    let home = tempdir().unwrap();
    for (args, next) in [
        (
            ["rehearse", "the_deposit", "--pair"],
            "floe rehearse --pair own",
        ),
        (["practise", "gift", "--solo"], "floe practise gift --pair"),
    ] {
        let ran = crate::support::run(home.path(), &[&args[..], &["--line"]].concat(), "");
        assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{}", ran.err);
        assert!(ran.err.contains(next), "{}", ran.err);
    }
    let mut walker = Walker::piped(home.path(), &["rehearse", "--pair", "own", "--line"]);
    assert!(walker.ask().text.contains("Two chairs"), "{}", walker.all());
    walker.end();
    assert!(folder::files(home.path()).is_empty());
}
