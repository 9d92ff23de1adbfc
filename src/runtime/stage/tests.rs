//! The moves of the stage, against the stories that come with floe.

use super::*;
use crate::content::{Id, Language, library};
use crate::time::Moment;
use chrono::NaiveDate;
use std::time::Duration;

fn show(story: &str) -> Show {
    let pack = std::sync::Arc::new(library::whole(Language::ENGLISH).unwrap());
    let day = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
    let moment = Moment(day.and_hms_opt(10, 0, 0).unwrap());
    Show::open(pack, Some(&Id::new(story)), 7, moment).unwrap()
}

fn at_first_cue() -> Show {
    let mut show = show("third_late_payment");
    show.take(Move::Jump(1));
    show
}

fn says(show: &Show) -> String {
    show.wall().says.join(" ")
}

/// The voice of this turn that gives back, and the number it has this time.
fn giving_back(show: &Show, beginning: &str) -> Move {
    let notes = show.notes();
    let lines = notes.sections.iter().flat_map(|section| &section.lines);
    let line = lines
        .filter(|line| line.contains(beginning))
        .find_map(|line| line.chars().next());
    Move::of_key(line.unwrap()).unwrap()
}

#[test]
fn a_talk_is_walked_from_its_first_page_to_its_last() {
    let mut show = show("third_late_payment");
    assert!(says(&show).contains("Money stress"));
    let mut seen = Vec::new();
    for _ in 0..60 {
        seen.push(says(&show));
        assert!(show.wall().fiction.contains("made-up story"));
        show.take(Move::Next);
    }
    for part in [
        "My rent bounced",
        "You knew on the twentieth",
        "So. When do I get paid",
        "one ordinary thing",
        "as yourselves",
    ] {
        assert!(seen.iter().any(|says| says.contains(part)), "{part}");
    }
    assert!(
        show.notes().told.is_some(),
        "the last page says that it is the last"
    );
}

#[test]
fn the_landings_are_shown_only_after_somebody_has_tried() {
    let mut show = at_first_cue();
    show.take(Move::Landings);
    assert!(says(&show).contains("My rent bounced"), "{}", says(&show));
    show.take(Move::Tried);
    show.take(Move::Landings);
    assert_eq!(show.wall().says.len(), 4);
    show.take(Move::Jump(2));
    show.take(Move::Landings);
    assert_eq!(
        show.wall().says.len(),
        1,
        "each turn wants a try of its own"
    );
}

#[test]
fn staying_changes_what_is_answered_and_rewinding_takes_it_back() {
    let mut show = at_first_cue();
    let back = giving_back(&show, "You heard it from your landlord");
    show.take(back);
    assert_eq!(show.wall().label.as_deref(), Some("Tomas"));
    show.take(Move::Next);
    assert!(says(&show).contains("coaching course"));
    show.take(Move::Next);
    let back = giving_back(&show, "You stood there selling");
    show.take(back);
    show.take(Move::Next);
    assert!(
        says(&show).contains("I keep going back over it"),
        "{}",
        says(&show)
    );
    show.take(Move::Rewind);
    assert!(says(&show).contains("You knew on the twentieth"));
    show.take(Move::Rewind);
    assert!(says(&show).contains("My rent bounced"));
    show.take(Move::Jump(2));
    show.take(back);
    show.take(Move::Next);
    assert!(
        says(&show).contains("...That whole year"),
        "{}",
        says(&show)
    );
}

#[test]
fn a_frozen_story_stands_until_it_is_let_go() {
    let mut show = at_first_cue();
    show.take(Move::Freeze);
    let frozen = show.wall();
    assert!(frozen.frozen.is_some());
    show.take(Move::Say(0));
    show.take(Move::Slip);
    assert_eq!(show.wall(), frozen);
    show.take(Move::Inner);
    assert!(says(&show).contains("last to know"));
    show.take(Move::Inner);
    show.take(Move::Next);
    assert_eq!(show.wall().frozen, None);
    assert_eq!(show.wall().says, frozen.says);
}

#[test]
fn a_slip_can_be_planted_and_a_hand_follows() {
    let mut show = at_first_cue();
    show.take(Move::Slip);
    assert!(says(&show).contains("Tomas is in the water"));
    show.take(Move::Next);
    assert!(says(&show).contains("mentor"));
    show.take(Move::Next);
    assert!(says(&show).contains("My rent bounced"));
}

#[test]
fn the_notes_tell_what_comes_next_truly() {
    let mut show = show("half_past_one");
    for _ in 0..40 {
        let notes = show.notes();
        let title = "Next";
        let next = notes.sections.iter().find(|section| section.title == title);
        let next = next.map(|section| section.lines.join(" "));
        show.take(Move::Next);
        if let Some(next) = next {
            for part in &show.wall().says {
                assert!(next.contains(part), "{next}: {part}");
            }
        }
    }
}

#[test]
fn seats_change_and_change_back() {
    let mut show = at_first_cue();
    let seats = |show: &Show| {
        show.notes()
            .sections
            .iter()
            .find(|s| s.title == "Seats")
            .unwrap()
            .lines[0]
            .clone()
    };
    let before = seats(&show);
    show.take(Move::Swap);
    assert!(says(&show).contains("Change seats"));
    assert_ne!(seats(&show), before);
    show.take(Move::Swap);
    assert_eq!(seats(&show), before);
}

#[test]
fn time_is_counted_in_every_way() {
    let mut show = at_first_cue();
    let words = crate::words::Words::of(&show.pack.clone()).say(crate::words::Key::StageNext, &[]);
    assert_eq!(words, "Next");
    let pack = show.pack.clone();
    let words = crate::words::Words::of(&pack);
    show.at(60);
    let told = |show: &Show, later| show.notes().time(later, words);
    assert_eq!(told(&show, 5), "1 min in");
    show.take(Move::Clock(Clock::Down(2)));
    assert_eq!(told(&show, 5), "1 min in   1:55 left");
    assert_eq!(told(&show, 120), "3 min in   the time is over");
    show.take(Move::Clock(Clock::Up));
    assert_eq!(told(&show, 61), "2 min in   1:01 since it was set");
    show.take(Move::Clock(Clock::Each));
    show.at(100);
    show.take(Move::Jump(2));
    assert_eq!(told(&show, 3), "1 min in   0:03 in this exercise");
}

#[test]
fn any_keys_in_any_order_keep_it_a_made_up_story() {
    let mut show = show("the_deposit");
    let mut chance = 1_u32;
    for _ in 0..2000 {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let row = TABLE
            .get(chance as usize >> 8 & 0xff)
            .or_else(|| TABLE.get((chance as usize >> 8) % TABLE.len()));
        let mut does = row.unwrap().does;
        if let Move::Jump(_) = does {
            does = Move::Jump(1 + (chance as usize >> 20) % 9);
        }
        show.take(does);
        let wall = show.wall();
        assert!(wall.fiction.contains("ade-up stor"), "{wall:?}");
        assert!(
            !wall.says.is_empty() && wall.says.iter().all(|line| !line.trim().is_empty()),
            "{does:?}: {wall:?}"
        );
        assert!(!show.notes().sections.is_empty());
    }
}

#[test]
fn the_plan_of_twenty_minutes_is_followed_by_its_own_clock() {
    let mut show = show("third_late_payment");
    let pack = show.pack.clone();
    let words = crate::words::Words::of(&pack);
    let plan = pack.plans.iter().find(|plan| plan.minutes == 20).unwrap();
    assert_eq!(
        pack.plans
            .iter()
            .map(|plan| plan.minutes)
            .collect::<Vec<_>>(),
        [20, 90]
    );
    show.take(Move::Plan);
    show.take(Move::Clock(Clock::Each));
    let mut seconds = 0;
    for (at, part) in plan.parts.iter().enumerate() {
        let planned = |show: &Show| show.notes().sections[1].lines.join(" ");
        assert!(
            planned(&show).contains(&part.does),
            "{at}: {}",
            planned(&show)
        );
        let next = plan.parts.get(at + 1);
        assert_eq!(next.is_some(), planned(&show).contains("After that"));
        // A turn that is played within a part doesn't begin its time anew.
        show.at(seconds + 30);
        show.take(Move::Next);
        let whole = u64::from(part.minutes) * 60;
        let told = show.notes().time(whole - 31, words);
        assert!(told.ends_with("0:01 left"), "{told}");
        assert!(
            show.notes()
                .time(whole - 30, words)
                .ends_with("the time is over")
        );
        seconds += whole;
        show.at(seconds);
        show.take(Move::Part);
        assert_eq!(show.notes().told.is_some(), next.is_none());
    }
    assert_eq!(seconds, 20 * 60);
}

#[test]
fn every_story_plays_to_its_end_by_itself() {
    let stories: Vec<Id> = {
        let show = show("the_deposit");
        show.pack
            .scenarios
            .iter()
            .map(|offer| offer.id.clone())
            .collect()
    };
    for story in stories {
        let mut show = show(story.as_str());
        let mut spoken = 0;
        for moves in 0.. {
            assert!(moves < 60, "{story}");
            assert!(
                show.wall().reading() < Duration::from_secs(25),
                "{:?}",
                show.wall()
            );
            let Some(does) = show.by_itself() else {
                break;
            };
            spoken += usize::from(matches!(does, Move::Say(_)));
            show.take(does);
            assert_eq!(show.notes().told, None, "{story}: {does:?}");
        }
        assert!(
            spoken >= 2 && says(&show).contains("as yourselves"),
            "{story}"
        );
    }
}

#[test]
fn what_somebody_says_is_typed_at_reading_speed_a_few_letters_at_a_time() {
    let mut show = at_first_cue();
    let wall = show.wall();
    let all = says(&show).chars().count();
    let (mut stood, mut before, mut frames) = (Duration::ZERO, 0, 0);
    while let Some(typed) = wall.typed(stood) {
        assert!((before + 1..all).contains(&typed.letters), "{typed:?}");
        assert!(typed.letters - before < 6, "{typed:?}");
        (before, stood, frames) = (typed.letters, stood + typed.next, frames + 1);
    }
    assert!(stood < wall.reading() && stood * 2 > wall.reading());
    assert!(frames > 8 && frames <= stood.as_millis() / 125);
    show.take(Move::Ask);
    assert_eq!(show.wall().typed(Duration::ZERO), None, "nobody says it");
    show.take(Move::Tried);
    show.take(Move::Landings);
    assert_eq!(show.wall().typed(Duration::ZERO), None, "a list");
}

#[test]
fn a_part_of_a_plan_tells_what_its_floe_says_for_a_room() {
    let mut show = show("third_late_payment");
    let mut told = Vec::new();
    for _ in 0..2 {
        show.take(Move::Plan);
        loop {
            told.push(show.notes().sections[1].lines.join(" "));
            show.take(Move::Part);
            if show.notes().told.is_some() {
                break;
            }
        }
    }
    for line in [
        "Put an impossible promise and a doable statement on the wall.",
        "Two chairs: one for the wish to trust",
    ] {
        assert!(told.iter().any(|part| part.contains(line)), "{line}");
    }
    let pack = show.pack.clone();
    let named = pack.plans.iter().flat_map(|plan| &plan.parts);
    let named = named.filter(|part| part.floe.is_some()).count();
    let about = told.iter().filter(|part| part.contains("a way to do it"));
    assert_eq!((named, about.count()), (9, 9), "each of them is found");
}
