//! Everything that can be done in line mode can be done on the full screen, and comes to the same.

use crate::frame::{SIZES, SMALLEST};
use crate::keyboard::Keyboard;
use crate::world::{Handed, begun};
use floe::flow::{AskView, Cover, Ice, MapRow, Page, Pane, PaneView};
use floe::runtime::{Act, Action, Ended, Guide, Reaction, Sitting};
use floe::tui::theme::Ink;
use floe::tui::{Bound, TABLE};
use floe::words::Words;
use ratatui::crossterm::event::{KeyEvent, KeyModifiers};

/// On a page in the middle of a crossing, with an answer to go back to.
fn on_a_page() -> (Keyboard<Sitting>, Handed) {
    let (sitting, handed) = begun("crossing");
    let mut keyboard = Keyboard::at(sitting, Ink::plain());
    keyboard.until("how_long_took");
    (keyboard, handed)
}

/// All an action could change.
#[derive(Debug, PartialEq)]
struct Came {
    page: Page,
    map: Option<Vec<MapRow>>,
    saved: usize,
    ended: Option<Ended>,
}

fn came(keyboard: Keyboard<Sitting>, handed: &Handed) -> Came {
    Came {
        page: keyboard.guide.page(),
        map: keyboard.guide.map(),
        saved: handed.borrow().len(),
        ended: keyboard.ended,
    }
}

/// What line mode does.
fn in_line_mode(action: Action) -> Came {
    let (mut keyboard, handed) = on_a_page();
    if let Some(act) = action.act(&keyboard.guide.page()) {
        keyboard.ended = keyboard.guide.act(act).ends;
    }
    came(keyboard, &handed)
}

/// Chooses an action in the menu.
fn choose(keyboard: &mut Keyboard<Sitting>, action: Action) {
    let row = offered(keyboard).position(|other| other == action);
    keyboard.press("\x1b");
    // It opens on what the page says is behind it.
    keyboard.press(&"↑".repeat(Action::ALL.len()));
    keyboard.press(&"↓".repeat(row.unwrap()));
    keyboard.press("\r");
}

/// The actions of this page, in the order of the menu.
fn offered(keyboard: &Keyboard<Sitting>) -> impl Iterator<Item = Action> + use<> {
    let page = keyboard.guide.page();
    Action::ALL
        .into_iter()
        .filter(move |action| action.is_offered(&page))
}

#[test]
fn every_action_in_the_menu_does_what_it_does_in_lines() {
    for action in offered(&on_a_page().0) {
        let (mut keyboard, handed) = on_a_page();
        choose(&mut keyboard, action);
        assert_eq!(came(keyboard, &handed), in_line_mode(action), "{action:?}");
    }
}

#[test]
fn the_menu_opens_on_what_the_page_says_is_behind_it() {
    let (mut keyboard, handed) = on_a_page();
    keyboard.press("\x1b\r");
    let (mut hinted, also_handed) = on_a_page();
    choose(&mut hinted, Action::Hint);
    assert_eq!(
        keyboard.frame(80, 24).text(),
        hinted.frame(80, 24).text(),
        "a hint, and nobody in the water"
    );
    assert_eq!(came(keyboard, &handed), came(hinted, &also_handed));
}

#[test]
fn every_key_of_an_action_does_what_it_does_in_lines() {
    for (chords, bound) in TABLE {
        let Bound::Do(action) = bound else {
            continue;
        };
        for chord in *chords {
            let (mut keyboard, handed) = on_a_page();
            let modifiers = match (chord.ctrl, chord.alt) {
                (true, false) => KeyModifiers::CONTROL,
                (false, false) => KeyModifiers::NONE,
                other => panic!("{action:?} needs {other:?}"),
            };
            let event = KeyEvent::new(chord.code, modifiers);
            let asked = keyboard.ui.key(&event, &mut keyboard.guide);
            keyboard.ended = asked.ends;
            assert_eq!(came(keyboard, &handed), in_line_mode(*action), "{action:?}");
        }
    }
}

#[test]
fn what_is_for_reading_opens_over_the_page() {
    for action in offered(&on_a_page().0) {
        let Some(pane) = action.pane() else { continue };
        let (mut keyboard, _) = on_a_page();
        choose(&mut keyboard, action);
        let view = keyboard.guide.pane(pane);
        let frame = keyboard.frame(120, 40);
        assert_eq!(frame.bold(), view.title, "{action:?}");
        let first: String = view.paragraphs[0].chars().take(30).collect();
        assert!(frame.text().contains(&first), "{action:?}");
    }
    for (action, seen) in [
        (Action::Help, "Ctrl+Q, Ctrl+C"),
        (Action::Map, "The hall of mirrors"),
    ] {
        let (mut keyboard, _) = on_a_page();
        choose(&mut keyboard, action);
        assert!(keyboard.frame(80, 24).text().contains(seen), "{action:?}");
    }
}

#[test]
fn the_map_leads_where_its_row_says() {
    let (mut keyboard, _) = on_a_page();
    choose(&mut keyboard, Action::Map);
    keyboard.press("↑↑↑\r");
    let at = keyboard.guide.page().at.unwrap();
    assert_eq!((at.floe, at.step), (4, 1));
}

#[test]
fn a_long_answer_gets_a_new_line_and_undo_takes_back_typing() {
    let (sitting, _) = begun("crossing");
    let mut keyboard = Keyboard::at(sitting, Ink::plain());
    keyboard.until("camera");
    keyboard.press("one");
    choose(&mut keyboard, Action::Long);
    keyboard.press("two\x0athree");
    choose(&mut keyboard, Action::Undo);
    keyboard.press("3\r");
    keyboard.press("\x02");
    let so_far = keyboard.guide.page().so_far;
    assert_eq!(so_far.as_deref(), Some("one\ntwo\n3"));
}

#[test]
fn tilting_ice_is_steadied_by_tab_and_by_being_wobbly_again() {
    for again in ["\t", "\x1b↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↑↓\r"] {
        let (mut keyboard, _) = on_a_page();
        choose(&mut keyboard, Action::Wobbly);
        assert!(matches!(keyboard.guide.page().ice, Ice::Tilting(_)));
        keyboard.press(again);
        let page = keyboard.guide.page();
        assert!(matches!(page.ask, AskView::Quiet { .. }), "{again:?}");
        assert!(page.part.is_some());
        let caption = keyboard.frame(80, 24).text();
        assert!(!caption.contains("Tab steadies"), "it does so already");
    }
}

#[test]
fn half_typed_words_wait_on_their_page_while_one_is_elsewhere() {
    let (mut keyboard, _) = on_a_page();
    keyboard.press("about two ye");
    keyboard.press("\x14");
    assert_eq!(keyboard.guide.page().key.ask, *"thanks_now");
    keyboard.press("for asking\r");
    keyboard.press("ars\r\x02");
    let so_far = keyboard.guide.page().so_far;
    assert_eq!(so_far.as_deref(), Some("about two years"));
}

#[test]
fn typed_words_are_not_on_the_screen_that_says_nothing() {
    let (mut keyboard, _) = on_a_page();
    keyboard.press("ZQXMARK\x18");
    assert_eq!(keyboard.frame(80, 24).text().trim(), "");
    keyboard.press("b");
    let asking = keyboard.frame(80, 24).text();
    assert_eq!(asking.lines().count(), 1);
    assert!(!asking.contains("ZQX"));
    keyboard.press("no\x1b\x07");
    assert_eq!(keyboard.frame(80, 24).text(), asking);
    keyboard.press("\r");
    assert!(keyboard.frame(80, 24).text().contains("ZQXMARK\n"));
}

#[test]
fn a_hidden_field_shows_nothing_of_what_is_typed() {
    let mut keyboard = Keyboard::at(Covered(on_a_page().0.guide, Cover::Hidden), Ink::plain());
    keyboard.press("ZQXMARK");
    for (columns, rows) in SIZES {
        let frame = keyboard.frame(columns, rows);
        frame.shows_one_thing_to_act_on().unwrap();
        assert!(!frame.text().contains("ZQ"), "{}", frame.text());
    }
    keyboard.press("\r\x02");
    assert_eq!(keyboard.guide.page().so_far.as_deref(), Some("ZQXMARK"));
}

#[test]
fn half_an_answer_from_before_a_curtain_is_there_and_is_not_shown() {
    let mut sitting = on_a_page().0.guide;
    sitting.draft("ZQXMARK");
    let mut keyboard = Keyboard::at(Covered(sitting, Cover::Behind), Ink::plain());
    for (columns, rows) in SIZES {
        let frame = keyboard.frame(columns, rows).text();
        assert!(!frame.contains("ZQ"), "{frame}");
    }
    let frame = keyboard.frame(80, 24).text();
    assert!(frame.contains("Something you wrote before"), "{frame}");
    keyboard.press("\r\x02");
    assert_eq!(keyboard.guide.page().so_far.as_deref(), Some("ZQXMARK"));
}

#[test]
fn that_saving_failed_is_said_at_every_size() {
    let mut keyboard = Keyboard::at(Covered(on_a_page().0.guide, Cover::Hidden), Ink::plain());
    for (columns, rows) in SIZES.into_iter().chain([SMALLEST]) {
        let frame = keyboard.frame(columns, rows).text();
        assert!(frame.contains("not saved: no"), "{frame}");
    }
}

/// A crossing on which whatever is typed is covered, and can't be saved either.
struct Covered(Sitting, Cover);

impl Guide for Covered {
    fn page(&self) -> Page {
        Page {
            cover: self.1,
            ..self.0.page()
        }
    }

    fn act(&mut self, act: Act) -> Reaction {
        self.0.act(act)
    }

    fn draft(&mut self, text: &str) {
        self.0.draft(text);
    }

    fn half_typed(&self) -> Option<String> {
        self.0.half_typed()
    }

    fn pane(&self, pane: Pane) -> PaneView {
        self.0.pane(pane)
    }

    fn map(&self) -> Option<Vec<MapRow>> {
        self.0.map()
    }

    fn status(&self) -> String {
        "not saved: no storage space is left".to_owned()
    }

    fn farewell(&self) -> Vec<String> {
        self.0.farewell()
    }

    fn words(&self) -> Words<'_> {
        self.0.words()
    }
}
