//! The river on top of a page: what the engine says of the scene, in the shapes of the drawing.

use super::super::river::{IceShape, Scene, Side, draw as draw_river, paint};
use super::super::ui::Ui;
use crate::flow::{AskView, Ice};
use crate::session::Seat;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(super) fn draw(ui: &Ui, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let told = &ui.page.scene;
    let side = |seat: Seat| {
        if seat == Seat::First {
            Side::Left
        } else {
            Side::Right
        }
    };
    let scene = Scene {
        w: area.width,
        rows: area.height,
        seed: told.seed,
        n: told.places.saturating_sub(2),
        at: told.at,
        ice: match ui.page.ice {
            Ice::Steady => IceShape::Steady,
            Ice::Tilting(seat) => IceShape::Tilt(side(seat)),
            Ice::Water(seat) => IceShape::Water(side(seat)),
        },
        seats: told.seats,
        light: matches!(ui.page.ask, AskView::Quiet { .. }).then_some(ui.light),
        far_words: told.far_words.as_deref().unwrap_or_default(),
        ..Scene::default()
    };
    paint(
        &draw_river(&scene, ui.look.ink.fill()),
        ui.look.ink,
        area,
        buffer,
    );
}
