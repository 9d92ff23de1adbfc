//! What is typed where only one of two should read it: it is never shown, never printed back, never lost, and the
//! terminal is itself again however floe ends.

use crate::ford::{FORD, begin, reach, resume, say};
use crate::support::answers::{MELTS, fluent, option};
use crate::support::folder;
use crate::support::walker::{Asked, Walker};
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::tempdir;

/// What each of them types at a hidden prompt, with everything that could make floe repeat it; the last line is
/// the answer.
fn all_sorts(asked: &Asked, number: usize) -> Vec<String> {
    let own = format!("ZQ{number}.");
    let unfit = [
        format!("{own} {own}"),
        format!("/{own}"),
        format!("/ {own}"),
    ];
    let mut lines = unfit.to_vec();
    match asked.tag.as_str() {
        "hidden line" => lines = vec![format!("/{own}"), "/why".to_owned(), own],
        "hidden words" => {
            lines = vec![own.clone(), "/hint".to_owned(), format!("//{own}\n{own}\n")];
        }
        "hidden choose any" if option(asked, "keep").or(option(asked, "melt")).is_some() => {
            lines.push(String::new());
        }
        "hidden choose any" => lines.extend([format!("{own},a,b,c"), format!("1, {own}")]),
        "hidden yes or no" => lines.push("y".to_owned()),
        _ => lines.push("1".to_owned()),
    }
    lines
}

/// Walks everything there is, with markers at every hidden prompt, and holds for each stretch of output what may
/// stand in it.
fn walk_unseen(walker: &mut Walker, mut sees: impl FnMut(&Asked)) -> usize {
    let mut plain = fluent("open");
    let mut hidden = 0;
    let mut asked = walker.ask();
    loop {
        sees(&asked);
        if !asked.tag.starts_with("hidden") {
            walker.line(&plain(&asked));
        } else {
            hidden += 1;
            assert!(!walker.echoes(), "{}", asked.text);
            let mut lines = all_sorts(&asked, hidden);
            let answer = lines.pop().unwrap();
            for line in lines {
                walker.line(&line);
                if !asked.tag.contains("words") || line.starts_with('/') {
                    asked = walker.ask();
                    sees(&asked);
                }
            }
            walker.line(&answer);
        }
        match walker.asked() {
            Some(next) => asked = next,
            None => return hidden,
        }
    }
}

#[test]
fn no_marker_typed_at_a_hidden_prompt_is_printed_where_it_would_be_for_one() {
    for args in [&begin(FORD)[2..], &begin(FORD)] {
        let home = tempdir().unwrap();
        let mut walker = Walker::terminal(home.path(), args);
        let hidden = walk_unseen(&mut walker, |asked| {
            let for_both = !asked.tag.starts_with("hidden") && !asked.tag.starts_with("hand to");
            assert!(for_both || !asked.text.contains("ZQ"), "{}", asked.text);
        });
        assert!(hidden > 20, "{hidden}");
        let ran = walker.ends();
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("You've landed."), "{}", ran.out);
    }
}

#[test]
fn only_what_both_read_later_is_ever_printed() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    let mut shown = Vec::new();
    walk_unseen(&mut walker, |asked| {
        if asked.text.contains("ZQ") {
            shown.push(asked.text.clone());
        }
    });
    // The two memories side by side, and what the watchmen say, once more on the next floe.
    let [memories, watchmen, again] = &shown[..] else {
        panic!("{shown:#?}");
    };
    assert!(memories.contains("Noor remembers\nZQ"), "{memories}");
    for text in [watchmen, again] {
        assert!(text.contains("Sam's watchman: \"ZQ"), "{text}");
        let told = text.lines().filter(|line| line.contains("ZQ"));
        assert_eq!(told.count(), 2, "{text}");
    }
    let all = walker.ends().out;
    assert_eq!(all.matches("ZQ").count(), 6 + 4, "{all}");
}

/// Walks to Sam's first page for words that stay.
fn at_a_hidden_page(walker: &mut Walker) -> Asked {
    let asked = reach(walker, "How do you remember it?");
    assert_eq!(asked.tag, "hidden words");
    asked
}

/// Comes back to it, with two yeses on the way.
fn back_again(home: &Path) -> (Walker, Asked) {
    let mut walker = Walker::terminal(home, &resume());
    walker.ask();
    let asked = say(&mut walker, &["", "1", "1", "", "1", "1", ""]);
    (walker, asked)
}

#[test]
fn however_it_ends_the_terminal_shows_again_what_is_typed_and_the_words_are_kept_unseen() {
    let ends = [
        "-INT",
        "-TERM",
        "-HUP",
        "-QUIT",
        "\x03",
        "\n\x04",
        "\n/leave\n",
    ];
    for end in ends {
        let home = tempdir().unwrap();
        let mut walker = Walker::terminal(home.path(), &begin(FORD));
        assert!(walker.echoes());
        at_a_hidden_page(&mut walker);
        assert!(!walker.echoes());
        walker.keys("ZQHALF");
        if end.starts_with('-') {
            held(home.path(), "ZQHALF");
            walker.signal(end);
        } else {
            walker.keys(end);
        }
        walker.see("floe resume");
        let start = Instant::now();
        while !walker.is_as_found() {
            assert!(start.elapsed() < Duration::from_secs(5), "settings stay");
        }
        assert!(walker.echoes());
        assert!(!walker.ends().out.contains("ZQ"));
        let (mut walker, asked) = back_again(home.path());
        assert!(
            asked
                .text
                .contains("kept out of sight. An empty answer keeps it"),
            "{}",
            asked.text
        );
        walker.say("");
        walker.line("/leave");
        assert!(!walker.ends().out.contains("ZQ"));
        assert!(folder::holds(home.path(), "Words(\"ZQHALF\")"), "{end:?}");
    }
}

fn held(home: &Path, what: &str) {
    let start = Instant::now();
    while !folder::holds(home, what) {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "{what} is never saved"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_stopped_job_leaves_a_sane_terminal_and_goes_on_unseen() {
    let home = tempdir().unwrap();
    let mut walker = Walker::job(home.path(), &begin(FORD));
    at_a_hidden_page(&mut walker);
    walker.keys("ZQHALF\x1a");
    walker.see("stopped");
    assert!(walker.is_as_found() && walker.echoes());
    walker.keys("\r");
    let start = Instant::now();
    while walker.echoes() {
        assert!(start.elapsed() < Duration::from_secs(10), "echo stays");
        std::thread::sleep(Duration::from_millis(5));
    }
    walker.keys(" and more\n\n");
    walker.see("What's it like in you?");
    walker.line("/leave");
    assert!(!walker.ends().out.contains("ZQ"));
    assert!(folder::holds(home.path(), "Words(\"ZQHALF and more\")"));
}

#[test]
fn what_is_typed_ahead_is_neither_shown_nor_lost_nor_does_it_open_the_curtain() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    reach(&mut walker, "It begins with: The memory");
    // The curtain, the memory, and then a line too many for each page up to Noor's.
    walker.keys("\nZQONE\nZQTWO\n\n1\ny\nZQSAW\nZQWANT\nZQRAW\n\nZQSPILT\nZQSPILT\nZQ");
    walker.see(
        "Noor, press Enter when the screen is yours.\r\n[hand to Noor, enter] > \r\nNoor, press",
    );
    std::thread::sleep(Duration::from_millis(200));
    assert!(!walker.all().contains("It begins with: Side"));
    walker.keys("\x15\n");
    walker.see("For Noor.");
    assert_eq!(walker.ask().tag, "hidden words");
    walker.line("/leave");
    assert!(!walker.ends().out.contains("ZQ"));
    for kept in [
        r#"Words("ZQONE\nZQTWO")"#,
        "Words(\"ZQSAW\")",
        "Words(\"ZQWANT\")",
    ] {
        assert!(folder::holds(home.path(), kept), "{kept}");
    }
    for gone in ["ZQRAW", "ZQSPILT"] {
        assert!(!folder::holds(home.path(), gone), "{gone}");
    }
}

#[test]
fn an_empty_answer_keeps_what_is_hidden_and_pass_drops_it() {
    for (again, kept) in [("", 1), ("/pass", 0), ("new", 0)] {
        let home = tempdir().unwrap();
        let mut walker = Walker::piped(home.path(), &begin(FORD));
        reach(&mut walker, "Finish these.");
        walker.say("ZQSAW");
        let back = walker.say("/back");
        assert_eq!(back.tag, "hidden line");
        assert!(back.text.contains("kept out of sight"), "{}", back.text);
        walker.say(again);
        let all = walker.end().out;
        assert!(!all.contains("ZQ"), "{all}");
        let (_, saved) = folder::only_crossing(home.path());
        let last = saved.rfind(if again == "/pass" {
            "Passed("
        } else {
            "Words("
        });
        let after = &saved[last.unwrap()..];
        assert_eq!(after.matches("ZQSAW").count(), kept, "{again:?}: {saved}");
    }
}

#[test]
fn new_lines_take_the_place_of_an_older_answer_and_add_to_this_one() {
    let home = tempdir().unwrap();
    let mut walker = Walker::piped(home.path(), &begin(FORD));
    at_a_hidden_page(&mut walker);
    walker.line("ZQOLD");
    walker.say("");
    walker.say("/back");
    walker.line("ZQNEW");
    let why = walker.say("/why");
    assert!(
        why.text
            .contains("So far:\n(hidden)\nAn empty line keeps it, new lines are added"),
        "{}",
        why.text
    );
    walker.line("ZQMORE");
    walker.say("");
    walker.say("/back");
    walker.say("/long");
    walker.line("ZQLONG\n\nZQEND");
    walker.say(".");
    let all = walker.end().out;
    assert!(!all.contains("ZQ"), "{all}");
    let (_, saved) = folder::only_crossing(home.path());
    for words in [r#""ZQOLD""#, r#""ZQNEW\nZQMORE""#, r#""ZQLONG\n\nZQEND""#] {
        assert!(
            saved.contains(&format!("Words({words})")),
            "{words}: {saved}"
        );
    }
}

/// A question about one of the words that were picked would tell the other which one it was.
#[test]
fn picked_words_leave_no_trace_whatever_they_are() {
    let mut all = Vec::new();
    for picked in ["1", "betrayed", "3, betrayed", "ZQOWN"] {
        let home = tempdir().unwrap();
        let mut walker = Walker::terminal(home.path(), &begin(FORD));
        reach(&mut walker, "What's it like in you?");
        let from = walker.all().len();
        let on = walker.say(picked);
        assert_eq!(on.tag, "hidden yes or no", "{picked}");
        say(&mut walker, &["y", "/back", "/back", "/undo"]);
        all.push(walker.all()[from..].to_owned());
        walker.end();
    }
    all.dedup();
    assert_eq!(all.len(), 1, "{all:#?}");
}

#[test]
fn raw_words_of_two_are_never_on_disk_not_even_half_typed() {
    let home = tempdir().unwrap();
    let mut walker = Walker::terminal(home.path(), &begin(FORD));
    let mut plain = fluent("open");
    let mut raw = 0;
    while let Some(asked) = walker.asked() {
        if !asked.text.contains(MELTS) {
            walker.line(&plain(&asked));
            continue;
        }
        raw += 1;
        assert!(asked.tag.starts_with("hidden"), "{}", asked.text);
        walker.keys("ZQRAW");
        std::thread::sleep(Duration::from_millis(1200));
        assert!(!folder::holds(home.path(), "ZQRAW"), "{}", asked.text);
        walker.line(if asked.tag == "hidden words" {
            "\n"
        } else {
            ""
        });
        assert!(!folder::holds(home.path(), "ZQRAW"), "{}", asked.text);
    }
    assert!(raw >= 4, "{raw}");
    assert!(!folder::holds(home.path(), "ZQRAW"));
}
