//! A stage and those who follow it, over a real socket.

use super::*;
use crate::runtime::Bell;
use crate::runtime::stage::{FORMAT, Move, Notes};
use crate::store::rooms::Rooms;
use std::io::Write as _;
use std::thread;
use std::time::Duration;

fn notes(place: &str) -> Notes {
    Notes {
        format: FORMAT,
        place: place.to_owned(),
        ..Notes::default()
    }
}

fn until(what: &str, done: impl Fn() -> bool) {
    for _ in 0..2000 {
        if done() {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("it never came to this: {what}");
}

fn place(follower: &Follower) -> Option<String> {
    follower.notes().map(|(notes, _)| notes.place)
}

#[test]
fn a_stage_that_goes_and_comes_back_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let rooms = Rooms::at(folder.path().join("floe"));
    let follower = Follower::of(rooms.clone(), None, &Bell::default()).unwrap();
    assert!(!follower.ask(Move::Next), "nobody is there to be asked");
    for told in ["one", "two"] {
        let host = Host::open(&rooms, &Bell::default()).unwrap();
        host.tell(&notes(told));
        until("notes", || place(&follower).as_deref() == Some(told));
        assert!(follower.ask(Move::Jump(3)));
        until("a move", || host.asked() == Some(Move::Jump(3)));
        drop(host);
        until("no stage", || place(&follower).is_none());
        assert!(follower.had_one());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn rooms_do_not_mix() {
    let folder = tempfile::tempdir().unwrap();
    let rooms = Rooms::at(folder.path().join("floe"));
    let bell = Bell::default();
    let hosts = [1, 2].map(|_| Host::open(&rooms, &bell).unwrap());
    hosts[0].tell(&notes("one"));
    hosts[1].tell(&notes("two"));
    let follower = Follower::of(rooms, Some(2), &bell).unwrap();
    until("notes", || place(&follower).as_deref() == Some("two"));
    assert!(follower.ask(Move::Freeze));
    until("a move", || hosts[1].asked() == Some(Move::Freeze));
    assert_eq!(hosts[0].asked(), None);
}

#[test]
fn whoever_says_something_else_moves_nothing_and_harms_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let rooms = Rooms::at(folder.path().join("floe"));
    let host = Host::open(&rooms, &Bell::default()).unwrap();
    host.tell(&notes("one"));
    let mut odd = rooms.enter(1).unwrap();
    odd.write_all(b"\xff\xfe\nresume\njump 0\n\nfreeze\n")
        .unwrap();
    until("a move", || host.asked() == Some(Move::Freeze));
    // Longer than any move is: the door is shut.
    let _ = odd.write_all(&[b'x'; 100_000]);
    let follower = Follower::of(rooms, Some(1), &Bell::default()).unwrap();
    until("notes", || place(&follower).is_some());
    assert_eq!(host.asked(), None);
}

#[test]
fn somebody_who_never_reads_keeps_nobody_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let rooms = Rooms::at(folder.path().join("floe"));
    let host = Host::open(&rooms, &Bell::default()).unwrap();
    let _silent = rooms.enter(1).unwrap();
    let follower = Follower::of(rooms, Some(1), &Bell::default()).unwrap();
    let long = "x".repeat(50_000);
    for n in 0..200 {
        host.tell(&notes(&format!("{n} {long}")));
    }
    until("the last", || {
        place(&follower).is_some_and(|place| place.starts_with("199 "))
    });
}
