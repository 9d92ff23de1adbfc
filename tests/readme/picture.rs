//! The picture at the head of the README: a real page of the crossing, drawn by the real screen.

use crate::blocks;
use crate::walk;
use floe::flow::Reply;
use floe::runtime::{Act, Guide};
use floe::tui::theme::Ink;
use floe::tui::{Look, Ui};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SCREEN: Rect = Rect::new(0, 0, 80, 24);

const THEIRS: &str =
    "You told my secret and then lied about it to my face. At the table I wanted to disappear.";
const MINE: &str = "You trusted me with it, and you found out at the table. And when you asked me straight, I lied.";

/// The screen while somebody says back what they heard.
fn drawn() -> String {
    let (mut sitting, _) = walk::sit_down(&walk::pack(), "crossing");
    for (ask, words) in [("far_bank", "people round again"), ("their_words", THEIRS)] {
        walk::walk(&mut sitting, |page| page.key.ask == ask);
        sitting.act(Act::Reply(Reply::Words(words.to_owned())));
    }
    let look = Look {
        ink: Ink::plain(),
        motion: false,
    };
    let mut ui = Ui::new(look, &sitting);
    ui.paste(MINE);
    ui.save_draft(&mut sitting);
    ui.sync(&sitting);
    let mut buffer = Buffer::empty(SCREEN);
    ui.draw(&sitting, SCREEN, &mut buffer);
    let row = |y| {
        (0..SCREEN.width)
            .map(|x| buffer[(x, y)].symbol())
            .collect::<String>()
    };
    let rows: Vec<String> = (0..SCREEN.height)
        .map(|y| row(y).trim_end().to_owned())
        .collect();
    format!("{}\n", rows.join("\n").trim_end())
}

#[test]
fn the_picture_is_what_the_screen_draws() {
    let drawn = drawn();
    let shown = blocks("text").into_iter().next().unwrap();
    assert!(
        shown == drawn,
        "the screen has changed; the picture in README.md would now be:\n{drawn}"
    );
}
