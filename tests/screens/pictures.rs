//! Pictures of the screens, at the three sizes of the design.

use crate::frame::SIZES;
use crate::keyboard::Keyboard;
use crate::world::{bank, bank_of, begun, letting_go, river_page};
use floe::runtime::RiverPage;
use floe::runtime::{Guide, Sitting};
use floe::tui::theme::Ink;
use std::fmt::Write as _;

/// Holds the screen at every size against `NAME.snap`.
pub(crate) fn hold<G: Guide>(name: &str, keyboard: &mut Keyboard<G>) {
    hold_at(name, keyboard, &SIZES);
}

fn hold_at<G: Guide>(name: &str, keyboard: &mut Keyboard<G>, sizes: &[(u16, u16)]) {
    let mut pictures = String::new();
    for (columns, rows) in sizes {
        let frame = keyboard.frame(*columns, *rows);
        let cursor = frame.cursor;
        writeln!(
            pictures,
            "{columns}x{rows}, cursor in column {} of row {}",
            cursor.x, cursor.y
        )
        .unwrap();
        writeln!(pictures, "{}", frame.text()).unwrap();
    }
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("pictures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, pictures));
}

fn at_bank(titles: &[&str]) -> Keyboard<floe::runtime::Bank> {
    Keyboard::at(bank(titles), Ink::plain())
}

/// On the page of this ask of the crossing.
fn on(ask: &str) -> Keyboard<Sitting> {
    let (sitting, _) = begun("crossing");
    let mut keyboard = Keyboard::at(sitting, Ink::plain());
    keyboard.until(ask);
    keyboard
}

const MINE: &str = "You trusted me with it, and you found out at the table. And when you asked me straight, I lied.";

fn text_step() -> Keyboard<Sitting> {
    let mut keyboard = on("give_back");
    keyboard.press(MINE);
    keyboard.ui.save_draft(&mut keyboard.guide);
    keyboard
}

#[test]
fn the_first_screen() {
    hold("first", &mut at_bank(&[]));
}

#[test]
fn the_bank_with_rivers() {
    let rivers = [
        "After Sunday lunch",
        "The third payment",
        "",
        "Leila and the flat",
        "Fifth",
    ];
    hold("bank", &mut at_bank(&rivers));
    let mut practices = at_bank(&[]);
    practices.press("After Sunday lunch\r");
    hold("practices", &mut practices);
}

/// On the page of a river whose next day is so many days away.
fn ashore(page: RiverPage, next: i64) -> Keyboard<floe::runtime::Bank> {
    let mut keyboard = Keyboard::at(bank_of(page, next), Ink::plain());
    keyboard.press(if next > 0 { "1\r" } else { "2\r" });
    keyboard
}

#[test]
fn a_river() {
    let mut river = ashore(river_page(), 12);
    hold("river", &mut river);
    river.press("4\r");
    hold("river_outings", &mut river);
    river.press("1\r6\r");
    hold("river_forget", &mut river);
    let mut bank = Keyboard::at(bank_of(river_page(), 0), Ink::plain());
    hold("bank_due", &mut bank);
    let mut many = river_page();
    many.agreements.extend(river_page().agreements);
    many.agreements.extend(river_page().agreements);
    hold("river_due", &mut ashore(many, 0));
    hold("river_new", &mut ashore(RiverPage::default(), 12));
    let let_go = RiverPage {
        is_let_go: true,
        ..river_page()
    };
    hold("river_let_go", &mut ashore(let_go, 12));
}

#[test]
fn letting_the_far_bank_go() {
    let mut keyboard = Keyboard::at(letting_go(), Ink::plain());
    keyboard.press("That I could tell her things without thinking first.\r");
    keyboard.press("How she reads the last page first.");
    hold("letting_go", &mut keyboard);
    keyboard.until("stays");
    hold("letting_go_landing", &mut keyboard);
    for (columns, rows) in SIZES {
        let frame = keyboard.frame(columns, rows);
        frame.shows_one_thing_to_act_on().unwrap();
    }
}

#[test]
fn the_first_page_of_a_crossing() {
    hold("greeting", &mut on("title"));
}

#[test]
fn a_text_step_and_its_drawer() {
    let mut keyboard = text_step();
    hold("step", &mut keyboard);
    keyboard.press("\t");
    hold("drawer", &mut keyboard);
}

#[test]
fn blanks_to_fill() {
    let mut keyboard = on("agreed");
    keyboard.press("not to tell anyone about her health\r");
    keyboard.press("And this line");
    hold("slots", &mut keyboard);
}

#[test]
fn words_to_pick() {
    let mut keyboard = on("weather");
    hold("pick", &mut keyboard);
    keyboard.press("↓↓  →→ ");
    hold("pick_open", &mut keyboard);
    keyboard.press("be");
    hold("pick_search", &mut keyboard);
    keyboard.press("trayed in a way");
    hold("pick_own", &mut keyboard);
}

#[test]
fn a_choice() {
    hold("choice", &mut on("relation"));
}

#[test]
fn a_hand() {
    let mut keyboard = text_step();
    keyboard.press("\x0f");
    hold("hand_stop", &mut keyboard);
    keyboard.press("\r");
    hold("hand_which", &mut keyboard);
    keyboard.press("2\r");
    hold("hand_reach", &mut keyboard);
}

#[test]
fn tilting_ice() {
    let mut keyboard = text_step();
    keyboard.press("\x1b↑↑↑↑↑↑↑↑↑↑↑↑↓\r");
    hold("tilting", &mut keyboard);
    keyboard.press("\t");
    hold("steady", &mut keyboard);
}

#[test]
fn what_takes_the_pages_place() {
    let mut keyboard = text_step();
    keyboard.press("\x1b");
    hold("menu", &mut keyboard);
    keyboard.press("↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓");
    hold("menu_below", &mut keyboard);
    keyboard.press("\x1b\x07");
    hold("help", &mut keyboard);
    keyboard.press("!");
    hold("safety", &mut keyboard);
    keyboard.press("\x1b\x1b↑↑↑↑↑↑↑↑↑↑↑↑↓↓↓↓↓↓\r");
    hold("map", &mut keyboard);
}

#[test]
fn landing() {
    let mut keyboard = on("keep_items");
    hold("landing", &mut keyboard);
    keyboard.press("↓↓ ↓");
    hold("landing_marked", &mut keyboard);
    keyboard.press("\r");
    hold("land", &mut keyboard);
    keyboard.press("3\r");
    hold("landed", &mut keyboard);
}

#[test]
fn the_quiet_exit() {
    let mut keyboard = text_step();
    keyboard.press("\x18");
    hold("hidden", &mut keyboard);
    keyboard.press("a");
    hold("asking", &mut keyboard);
}

#[test]
fn more_pasted_than_fits() {
    let mut keyboard = on("give_back");
    keyboard
        .ui
        .paste(&"So for you it was a betrayal. ".repeat(3_000));
    hold("full", &mut keyboard);
}

#[test]
fn too_small() {
    hold_at(
        "small",
        &mut text_step(),
        &[(48, 10), (39, 30), (20, 6), (48, 12), (40, 12)],
    );
}

#[test]
fn more_above_than_fits() {
    let mut keyboard = on("their_words");
    keyboard.press(&"And then you said something I hadn't heard before. ".repeat(12));
    keyboard.press("\r");
    keyboard.until("give_back");
    hold("long", &mut keyboard);
    keyboard.press("\t");
    hold("long_read", &mut keyboard);
}
