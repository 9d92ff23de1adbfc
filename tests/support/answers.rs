//! Answers for every question there is, so that a whole crossing can be walked without knowing its words.

use super::walker::{Asked, Walker};

/// More questions than any crossing has.
const MANY: usize = 2000;

/// The sentence by which line mode tells that nothing of an answer is kept.
pub(crate) const MELTS: &str = "What you write here melts";

/// Answers until floe ends or `stop` says so, and returns whether it was stopped.
pub(crate) fn walk(
    walker: &mut Walker,
    mut answer: impl FnMut(&Asked) -> String,
    stop: impl Fn(&Asked) -> bool,
) -> bool {
    for _ in 0..MANY {
        let Some(asked) = walker.asked() else {
            return false;
        };
        if stop(&asked) {
            return true;
        }
        let answer = answer(&asked);
        walker.line(&answer);
    }
    panic!("no end:\n{}", walker.all());
}

/// The first option everywhere, a numbered marker where words are asked for. To the private questions that
/// is four times no, and at the landing it is "the usual" and "land now". Of two, each does that.
pub(crate) fn fluent(marker: &'static str) -> impl FnMut(&Asked) -> String {
    let mut number = 0;
    move |asked| {
        number += 1;
        match asked.tag.strip_prefix("hidden ").unwrap_or(&asked.tag) {
            "enter" => String::new(),
            tag if tag.starts_with("hand to ") || tag.starts_with("both ") => String::new(),
            "yes or no" => "y".to_owned(),
            // A list of what is kept stays as it is, and of words two are picked.
            "choose any"
                if asked.text.contains("1. keep, ") || asked.text.contains("1. melt, ") =>
            {
                String::new()
            }
            "choose any" => "1, 2".to_owned(),
            "line" => format!("{marker}{number}."),
            "words" => format!("{marker}{number}.\nand more\n"),
            tag if tag.starts_with("choose 1-") => {
                let chosen = ["as long as it takes", "agreements, thanks", "land now"];
                let chosen = chosen.iter().find_map(|begins| option(asked, begins));
                chosen.unwrap_or_else(|| "1".to_owned())
            }
            tag => panic!("an unknown way to answer: {tag}"),
        }
    }
}

/// An empty line everywhere.
pub(crate) fn silent(_: &Asked) -> String {
    String::new()
}

/// The number of the option that begins so.
pub(crate) fn option(asked: &Asked, begins: &str) -> Option<String> {
    asked.text.lines().find_map(|line| {
        let (number, text) = line.split_once(". ")?;
        text.starts_with(begins).then(|| number.to_owned())
    })
}

/// Walks to the first question after the private ones, with saving on.
pub(crate) fn past_the_private_questions(walker: &mut Walker) -> Asked {
    let mut answer = fluent("early");
    let mut private = 0;
    loop {
        let asked = walker.ask();
        let is_private = option(&asked, "rather not say").is_some();
        if private > 0 && !is_private {
            return asked;
        }
        private += usize::from(is_private);
        let answer = answer(&asked);
        walker.line(&answer);
    }
}
