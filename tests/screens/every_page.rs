//! What holds on every page of whole walks, at every size.

use crate::frame::{Frame, SIZES, SMALLEST, squeezed};
use crate::keyboard::{Choose, Keyboard, leading_on};
use crate::world::{bank, bank_of, begun, begun_together, letting_go, river_page};
use floe::content::{Id, theme};
use floe::flow::Page;
use floe::runtime::{Guide, Sitting};
use floe::tui::Colours;
use floe::tui::theme::Ink;

/// The ink of a theme.
fn ink(name: &str, colours: Colours) -> Ink {
    Ink::of(&theme::named(name).unwrap(), colours).unwrap()
}

/// Every ink there is.
fn inks() -> Vec<Ink> {
    let all = [Colours::Few, Colours::Some256, Colours::Millions];
    let themes = theme::names().map(|name| theme::named(name).unwrap());
    let themed = themes.flat_map(|theme| all.map(|colours| Ink::of(&theme, colours)));
    let mut inks: Vec<_> = [Ink::plain()].into_iter().chain(themed.flatten()).collect();
    inks.dedup();
    inks
}

/// Walks a practice to its end or for so many pages, and looks at every one of them.
fn look_at_all(
    sitting: Sitting,
    ink: Ink,
    pages: usize,
    choose: Choose<'_>,
    mut look: impl FnMut(&mut Keyboard<Sitting>, usize),
) {
    let mut keyboard = Keyboard::at(sitting, ink);
    for at in 0..pages {
        look(&mut keyboard, at);
        keyboard.answer(choose);
        if keyboard.ended.is_some() {
            return;
        }
    }
}

/// Looks at the pages of every practice, of crossings on which somebody chooses by chance, and of two for two.
fn look_everywhere(mut look: impl FnMut(&mut Keyboard<Sitting>, usize)) {
    let inks = inks();
    let inks = inks.iter().cycle();
    for (practice, ink) in crate::world::practices().iter().zip(inks.clone()) {
        look_at_all(begun(practice).0, *ink, 300, &mut leading_on, &mut look);
    }
    for (practice, ink) in [
        ("crossing", ink("night", Colours::Millions)),
        ("gift", ink("day", Colours::Millions)),
    ] {
        let (together, _) = begun_together(practice);
        look_at_all(together, ink, 400, &mut leading_on, &mut look);
    }
    for (seed, ink) in (1..=3).zip(inks) {
        let mut chance: u32 = seed;
        let mut by_chance = |page: &Page, options: &[Id]| {
            chance = chance.wrapping_mul(0x7feb_352d).rotate_left(11) ^ 0x846c;
            match page.key.ask.as_str() {
                // As long as it takes, so that the deeper steps come too.
                "time" => 2,
                "want" => 1,
                _ => chance as usize % options.len(),
            }
        };
        look_at_all(begun("crossing").0, *ink, 120, &mut by_chance, &mut look);
    }
}

/// Says where it was when something doesn't hold.
fn held(what: Result<(), String>, keyboard: &Keyboard<impl Guide>, frame: &Frame) {
    if let Err(what) = what {
        let key = keyboard.guide.page().key;
        panic!("{key:?}: {what}\n{}", frame.text());
    }
}

fn shows_one_thing_to_act_on(keyboard: &mut Keyboard<impl Guide>) {
    for (columns, rows) in SIZES
        .into_iter()
        .chain([SMALLEST, (41, 13), (59, 17), (71, 22)])
    {
        let frame = keyboard.frame(columns, rows);
        held(frame.is_sound(), keyboard, &frame);
        held(frame.shows_one_thing_to_act_on(), keyboard, &frame);
    }
}

#[test]
fn every_page_shows_its_whole_ask_and_one_thing_to_act_on() {
    look_everywhere(|keyboard, _| {
        shows_one_thing_to_act_on(keyboard);
        if keyboard.frame(80, 24).bold() == "Safety" {
            // It was opened by an answer, and lies over the page.
            keyboard.press("\x1b");
        }
        let prompt = squeezed(&keyboard.guide.page().prompt);
        for (columns, rows) in SIZES {
            let frame = keyboard.frame(columns, rows);
            let bold = frame.bold();
            let whole = if bold == prompt {
                Ok(())
            } else {
                Err(format!("bold is {bold:?}"))
            };
            held(whole, keyboard, &frame);
        }
    });
}

#[test]
fn so_does_whatever_opens_over_a_page_or_beside_it() {
    look_everywhere(|keyboard, at| {
        if at % 5 > 0 {
            return;
        }
        // The menu, help, the safety page, and the map where there is one.
        for keys in ["\x1b", "↓↓↓↓↓↓↓↓↓↓", "\x1b\x07", "↓↓↓↓", "!", "\x1b"]
        {
            keyboard.press(keys);
            shows_one_thing_to_act_on(keyboard);
        }
        for _ in 0..4 {
            keyboard.press("\t");
            shows_one_thing_to_act_on(keyboard);
        }
        keyboard.press("\x1b");
    });
}

#[test]
fn what_does_not_fit_can_be_read_with_the_key_that_is_named() {
    let mut times = 0;
    look_everywhere(|keyboard, _| {
        for (columns, rows) in [(60, 18), SMALLEST] {
            if !keyboard.frame(columns, rows).text().contains("(more: Tab)") {
                continue;
            }
            times += 1;
            let page = keyboard.guide.page();
            let named = [page.title, page.prompt];
            let title = squeezed(named.iter().find(|name| !name.is_empty()).unwrap());
            keyboard.press("\t");
            let frame = keyboard.frame(columns, rows);
            if frame.bold() != title {
                held(Err("nothing to read".to_owned()), keyboard, &frame);
            }
            keyboard.press("\x1b");
        }
    });
    assert!(times > 50, "{times}");
}

#[test]
fn no_size_is_too_odd() {
    let tiny = (1..=30).flat_map(|columns| (1..=15).map(move |rows| (columns, rows)));
    let odd = [
        (500, 200),
        (1000, 12),
        (40, 500),
        (39, 12),
        (40, 11),
        (200, 12),
        (0, 0),
        (1, 0),
        (0, 1),
    ];
    let sizes: Vec<(u16, u16)> = tiny.chain(odd).collect();
    look_everywhere(|keyboard, at| {
        if at % 16 > 0 {
            return;
        }
        for keys in ["", "\x1b", "\x1b\x07", "\x1b\x18", "a", "\r"] {
            keyboard.press(keys);
            for (columns, rows) in &sizes {
                let frame = keyboard.frame(*columns, *rows);
                if *columns > 0 && *rows > 0 {
                    held(frame.is_sound(), keyboard, &frame);
                }
            }
        }
    });
}

#[test]
fn plain_ink_has_no_colour_anywhere() {
    look_at_all(
        begun("crossing").0,
        Ink::plain(),
        300,
        &mut leading_on,
        |keyboard, _| {
            for (columns, rows) in SIZES {
                assert!(keyboard.frame(columns, rows).is_colourless());
            }
        },
    );
}

#[test]
fn the_bank_holds_to_the_same_rules() {
    let rivers = [
        "After Sunday lunch",
        "",
        "A title that goes on and on until no screen has room for it, ever",
        "d",
        "e",
    ];
    for titles in [&rivers[..0], &rivers[..1], &rivers] {
        let mut keyboard = Keyboard::at(bank(titles), ink("pen", Colours::Few));
        for keys in ["", "\x1b", "\x1b", "↓↓", "\r", "\x02"] {
            keyboard.press(keys);
            shows_one_thing_to_act_on(&mut keyboard);
        }
    }
}

#[test]
fn so_do_the_page_of_a_river_and_the_way_to_let_its_far_bank_go() {
    let mut page = river_page();
    for is_let_go in [false, true] {
        page.is_let_go = is_let_go;
        page.agreements.extend(river_page().agreements);
        for (next, row) in [(12, "1\r"), (0, "2\r")] {
            let mut keyboard =
                Keyboard::at(bank_of(page.clone(), next), ink("day", Colours::Some256));
            for keys in [
                "",
                row,
                "↓↓↓↓↓↓",
                "\x1b",
                "\x1b",
                "↑↑↑↑↑↑3\r",
                "\x02",
                "6\r",
            ] {
                keyboard.press(keys);
                shows_one_thing_to_act_on(&mut keyboard);
            }
        }
    }
    look_at_all(
        letting_go(),
        ink("night", Colours::Millions),
        9,
        &mut leading_on,
        |keyboard, _| {
            shows_one_thing_to_act_on(keyboard);
        },
    );
}

#[test]
fn the_line_of_a_river_stands_still() {
    let mut keyboard = Keyboard::at(bank_of(river_page(), 12), ink("pen", Colours::Few));
    keyboard.press("1\r");
    let before = keyboard.frame(80, 24).text();
    keyboard.wait(60_000);
    assert_eq!(keyboard.frame(80, 24).text(), before);
}

#[test]
fn words_never_stand_where_floe_speaks() {
    for (columns, rows) in [(80, 24), (60, 18), (120, 40)] {
        let mut keyboard = Keyboard::at(begun("crossing").0, Ink::plain());
        keyboard.until("camera");
        let spoken = |keyboard: &mut Keyboard<Sitting>| {
            let frame = keyboard.frame(columns, rows);
            let place = (0..rows).map(|y| frame.row(y));
            let place = place.into_iter().find(|row| row.contains("Floe "));
            let cut = place.and_then(|row| row.split("  ").next().map(str::to_owned));
            (cut, frame.row(rows - 1))
        };
        let before = spoken(&mut keyboard);
        assert!(
            before.0.is_some() && before.1.contains("Ctrl+X"),
            "{before:?}"
        );
        let words = "Ctrl+Q leave   Esc save   saved 14:02   The passphrase, please.\n";
        keyboard.ui.paste(&words.repeat(40));
        assert_eq!(spoken(&mut keyboard), before);
    }
}
