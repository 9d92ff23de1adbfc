//! floe: a guided practice in the terminal.
//!
//! One library with a thin binary, and two front ends over one engine. This page is the map: which room
//! holds what, and who may look into whose.
//!
//! ```text
//! content (RON) ──► flow ──► Page ──► line mode
//!                   ▲  │        └───► full screen
//!             Event │  │ Effect
//!                   └─ runtime ──► store (files, locks)
//! ```
//!
//! # Three ideas
//!
//! **Events in, effects out.** [`flow`] is the engine. `Flow::apply` takes an event, something a person did,
//! and gives back effects, things the world is asked to do. It knows no clock, no chance, no files and no screen,
//! so the same events always give the same page. A crossing under way *is* its events: taking it up again is
//! replaying them, and undoing is replaying all but the last.
//!
//! **A page between engine and screen.** `Flow::page` says what a person sees and is asked now, in words no
//! front end owns. [`mod@line`] prints it, `tui` lays it out, and every action exists in both.
//!
//! **Content is written, then checked.** People write [`content::schema`], the engine reads
//! [`content::model`], and only [`content::check`] turns one into the other, telling every problem at once with its
//! line. Every sentence a person reads comes from there; [`words`] finds the ones floe itself says.
//!
//! # The rooms, from top to bottom
//!
//! * [`cli`] and [`commands`]: the command line, and one file for each of its subcommands.
//! * [`mod@line`] and `tui`: the two front ends. They talk to a [`runtime::Guide`] and never see each other.
//!   `tui` is behind the feature of its name, and the only room that knows a terminal can be drawn on.
//! * [`export`]: what was kept, as pages to take along.
//! * [`runtime`]: the world behind the engine. It carries out effects, asks the time, draws chance, hears signals.
//! * [`store`]: the only room that writes files: atomic, locked, on a thread of its own.
//! * [`flow`]: the engine.
//! * [`words`]: every sentence floe itself says, by its name.
//! * [`session`] and [`ledger`]: a crossing as it is remembered, and the agreements made on it.
//! * [`mirror`]: what there is to see in somebody's words, for those who ask.
//! * [`content`]: practices and sentences, as text.
//! * [`mod@text`], [`time`], [`chance`]: width and wrapping, days, short ids.
//!
//! Rooms look downwards only, so no two look into each other. From [`flow`] down everything is arithmetic: no
//! files, clocks, threads or chance; those come in as data. `tests/architecture.rs` holds this, and the other
//! rules of the house, each with a message that says what to do.
//!
//! # Where to begin
//!
//! Read `flow/mod.rs`, then `session/event.rs` and `flow/effect.rs`: what can happen, and what can follow. Then
//! `flow/page.rs`. A practice to hold beside them is `content/en/tracks/before_a_talk.ron`, and the crossing its
//! steps come from. What a step does when it is answered stands in `flow/take.rs`.
//!
//! Words of people's are the one thing that can't be replaced here. They are wiped from memory where that is
//! possible, never part of an error, a log or a file's name, and what is never to be kept is never on disk: see
//! `flow/sealed.rs` and `store/atomic.rs`.

pub mod chance;
pub mod cli;
pub mod commands;
pub mod content;
pub mod export;
pub mod flow;
pub mod ledger;
pub mod line;
pub mod mirror;
pub mod runtime;
pub mod session;
pub mod store;
pub mod text;
pub mod time;
#[cfg(feature = "tui")]
pub mod tui;
pub mod words;
