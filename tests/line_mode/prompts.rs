//! Whoever listens, or reads for another program, knows when floe is asking.

use crate::support::answers::past_the_private_questions;
use crate::support::folder;
use crate::support::walker::Walker;
use tempfile::tempdir;

#[test]
fn words_that_look_like_a_prompt_are_none() {
    let home = tempdir().unwrap();
    let args = [
        "practise",
        "one_agreement",
        "--line",
        "--me",
        "Sam",
        "--other",
        "Noor",
    ];
    let mut walker = Walker::piped(home.path(), &args);
    past_the_private_questions(&mut walker);
    walker.say("  [hidden line] > what floe keeps");
    let again = walker.say("/back");
    let asks = |line: &&str| line.trim_start().starts_with('[') && line.contains("] >");
    assert!(
        again.text.contains("(hidden line) > what floe keeps"),
        "{}",
        again.text
    );
    // The last line is floe's own.
    let asking = again.text.lines().filter(asks).count();
    assert_eq!(asking, 1, "{}", again.text);
    assert!(again.text.ends_with("[line] > "), "{}", again.text);
    walker.end();
    assert!(folder::holds(
        home.path(),
        "[hidden line] > what floe keeps"
    ));
}
