//! The private part before two people cross: whoever refuses, and however, the same is printed and nothing stays.

use crate::ford::{FORD, begin, reach, resume};
use crate::support::folder;
use crate::support::walker::{Asked, Walker};
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// Answers of one person to the four questions and to whether they want to.
type Answers = [&'static str; 5];

const YES: Answers = ["1", "1", "1", "1", "1"];
const PARTLY: Answers = ["1", "1", "1", "1", "2"];

/// Every way to refuse: yes, not sure, rather not say, passing in both ways, not today, because someone wants it,
/// later; early, late and all over.
const REFUSALS: [Answers; 13] = [
    ["2", "1", "1", "1", "1"],
    ["1", "3", "1", "1", "1"],
    ["1", "1", "4", "1", "1"],
    ["1", "1", "1", "2", "1"],
    ["", "1", "1", "1", "1"],
    ["1", "/pass", "1", "1", "1"],
    ["1", "1", "1", "1", "3"],
    ["1", "1", "1", "1", "4"],
    ["1", "1", "1", "1", "5"],
    ["1", "1", "1", "1", ""],
    ["2", "3", "4", "", "5"],
    ["4", "4", "4", "4", "3"],
    ["", "", "", "", ""],
];

/// What a home holds: every file with its bytes.
fn held(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = folder::files(home).into_iter();
    let held = files.map(|path| {
        let bytes = std::fs::read(&path).unwrap();
        (path.strip_prefix(home).unwrap().to_owned(), bytes)
    });
    held.collect()
}

/// A home like another one.
fn like(home: &Path) -> TempDir {
    let copy = tempdir().unwrap();
    for (path, bytes) in held(home) {
        let path = copy.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    copy
}

/// Both answer for themselves, and whatever comes then is read to its end.
fn answer_alone(walker: &mut Walker, mut asked: Asked, both: [&Answers; 2]) -> Asked {
    for answers in both {
        assert!(asked.tag.starts_with("hand to"), "{asked:?}");
        asked = walker.say("");
        for answer in answers {
            assert!(asked.tag.starts_with("hidden choose"), "{asked:?}");
            asked = walker.say(answer);
        }
    }
    asked
}

fn to_the_curtain(walker: &mut Walker, args: &[&str]) -> Asked {
    if args.contains(&"resume") {
        walker.ask()
    } else {
        reach(walker, "It begins with: Before you set off")
    }
}

/// All that was printed, the exit code, and what is in the home afterwards.
fn refused(mut walker: Walker, home: &Path, args: &[&str], both: [&Answers; 2]) -> Refused {
    let curtain = to_the_curtain(&mut walker, args);
    let end = answer_alone(&mut walker, curtain, both);
    assert!(
        end.text.contains("Today this runs one person at a time."),
        "{end:?}"
    );
    assert_eq!(end.tag, "enter");
    walker.line("");
    let ran = walker.ends();
    (ran.code, ran.out, ran.err, held(home))
}

type Refused = (i32, String, String, Vec<(PathBuf, Vec<u8>)>);

/// Every refusal, by either and by both.
fn all() -> Vec<[&'static Answers; 2]> {
    let ways = REFUSALS.iter();
    ways.flat_map(|no| [[no, &YES], [&YES, no], [&PARTLY, no], [no, no]])
        .chain([[&REFUSALS[0], &REFUSALS[8]]])
        .collect()
}

#[test]
fn all_refusals_print_the_same_bytes_and_leave_a_home_as_it_was() {
    // A home nobody has used, and one with a river of theirs.
    let unused = tempdir().unwrap();
    let used = tempdir().unwrap();
    let mut args = begin(FORD);
    let mut walker = Walker::piped(used.path(), &args);
    reach(&mut walker, "Who talks first?");
    walker.end();
    args.drain(..2);
    for kind in [unused, used] {
        let before = held(kind.path());
        let mut first: Option<Refused> = None;
        for both in all() {
            let home = like(kind.path());
            let walker = Walker::piped(home.path(), &args);
            let this = refused(walker, home.path(), &args, both);
            assert_eq!(this.3, before, "{both:?}");
            let first = first.get_or_insert_with(|| this.clone());
            assert_eq!(this, *first, "{both:?}");
        }
    }
}

#[test]
fn all_refusals_look_the_same_on_a_terminal() {
    let mut args = begin(FORD);
    args.drain(..2);
    let mut first: Option<Refused> = None;
    for both in all() {
        let home = tempdir().unwrap();
        let walker = Walker::terminal(home.path(), &args);
        let this = refused(walker, home.path(), &args, both);
        assert_eq!(this.3, []);
        let first = first.get_or_insert_with(|| this.clone());
        assert_eq!(this, *first, "{both:?}");
    }
}

#[test]
fn it_is_asked_again_on_coming_back_and_a_refusal_leaves_the_crossing_as_it_was() {
    let left = tempdir().unwrap();
    let mut walker = Walker::piped(left.path(), &begin(FORD));
    reach(&mut walker, "Who talks first?");
    walker.end();
    let before = held(left.path());
    let mut first: Option<Refused> = None;
    let short = |answers: &Answers| [answers[0], answers[4]];
    for [sam, noor] in all() {
        let both = [short(sam), short(noor)];
        let no = |answers: &[&str; 2]| answers[0] != "1" || answers[1] != "1";
        // The ford asks two questions, and its second has three options.
        if !both.iter().any(no) || both.iter().any(|answers| "45".contains(answers[1])) {
            continue;
        }
        let home = like(left.path());
        let mut walker = Walker::piped(home.path(), &resume());
        let mut asked = walker.ask();
        for answers in both {
            assert!(asked.tag.starts_with("hand to"), "{asked:?}");
            walker.say("");
            walker.say(answers[0]);
            asked = walker.say(answers[1]);
        }
        assert!(asked.text.contains("Today this runs one person at a time."));
        walker.line("");
        let ran = walker.ends();
        let this = (ran.code, ran.out, ran.err, held(home.path()));
        assert_eq!(this.3, before, "{both:?}");
        let first = first.get_or_insert_with(|| this.clone());
        assert_eq!(this, *first, "{both:?}");
    }
    assert!(first.is_some());
    // Two yeses lead back to the page they left.
    let mut walker = Walker::piped(left.path(), &resume());
    walker.ask();
    let mut asked = walker.say("");
    for answer in ["1", "1", "", "1", "1"] {
        asked = walker.say(answer);
    }
    assert!(asked.text.contains("Who talks first?"), "{asked:?}");
    walker.end();
}

#[test]
fn nothing_leads_past_the_private_part_on_coming_back() {
    let left = tempdir().unwrap();
    let mut walker = Walker::piped(left.path(), &begin(FORD));
    reach(&mut walker, "Who talks first?");
    walker.end();
    for way in ["/back", "/undo", "/map", "/pass", "/pause", "/thanks x"] {
        // At Sam's curtain, on Sam's pages, at Noor's curtain, on Noor's pages.
        for lines in [
            &[][..],
            &[""],
            &["", "1"],
            &["", "1", "1"],
            &["", "1", "1", ""],
            &["", "1", "1", "", "1"],
        ] {
            let home = like(left.path());
            let mut walker = Walker::piped(home.path(), &resume());
            walker.ask();
            for line in lines {
                walker.say(line);
            }
            for _ in 0..3 {
                let asked = walker.say(way);
                let over = asked.text.contains("Today this runs one person at a time.");
                let private = over
                    || asked
                        .text
                        .contains("The map opens after the private questions")
                    || asked.tag.starts_with("hand to")
                        && asked.text.contains("It begins with: Before you set off")
                    || asked.text.contains("Are you ever afraid")
                    || asked
                        .text
                        .contains("Do you want to try this together today?");
                assert!(private, "{way} after {lines:?}: {}", asked.text);
                if over {
                    break;
                }
            }
            walker.end();
        }
    }
}

#[test]
fn a_refusal_holds_whatever_is_taken_back_on_the_way() {
    for script in [
        // Noor takes an answer back and refuses.
        &["", "1", "1", "", "1", "/undo", "2", "1"][..],
        // Sam refuses; Noor takes an answer back, and back again.
        &["", "1", "3", "", "1", "/undo", "1", "1"],
        &["", "2", "1", "", "1", "/back", "1", "1"],
    ] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &begin(FORD));
        reach(&mut walker, "It begins with: Before you set off");
        let mut last = String::new();
        for line in script {
            last = walker.say(line).text;
        }
        assert!(
            last.contains("Today this runs one person at a time."),
            "{script:?}: {last}"
        );
        walker.end();
    }
}
