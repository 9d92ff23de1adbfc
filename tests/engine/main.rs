//! The engine walked by dice over the bundled pack: what holds on every walk, and what one walk shows.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod apart;
mod files;
mod gift;
mod ice;
mod illegal;
mod known;
mod landing;
mod melting;
mod met;
mod own_talk;
mod pages;
mod pair;
mod reach;
mod rehearsal;
mod repack;
mod resume;
mod returning;
mod shelf;
mod sitting;
mod together;
mod visit;
mod visit_dice;
mod visit_two;
mod voices;
mod walker;
mod ways;
mod whose;
