//! The river on top of a page: what the engine says of the scene, in the shapes of the drawing.

use super::super::river::{Grid, IceShape, Scene, Side, draw as draw_river, fading, paint};
use super::super::ui::Ui;
use crate::flow::{Ice, Scene as Told};
use crate::session::Seat;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A river that was drawn, and what it was drawn from: while somebody types, it stays the same.
pub(in super::super) struct Drawn {
    size: (u16, u16),
    told: Told,
    ice: Ice,
    light: Option<f32>,
    grid: Grid,
}

/// Where the far bank was let go: firm ground, and plates that drift off to the right, however long the practice is.
const LET_GO: Scene<'_> = Scene {
    w: 0,
    rows: 0,
    seed: 0,
    n: 9,
    at: 0,
    to: None,
    f: 0.0,
    ice: IceShape::Steady,
    reach: false,
    seats: 0,
    flow: 0,
    clip: 0,
    light: None,
    far_words: "",
    no_far_bank: true,
    skip: 4,
};

pub(super) fn draw(ui: &mut Ui, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let size = (area.width, area.height);
    let light = ui.light_left();
    let (told, ice) = (&ui.page.scene, ui.page.ice);
    let same = |drawn: &Drawn| {
        drawn.size == size && drawn.told == *told && drawn.ice == ice && drawn.light == light
    };
    let drawn = match ui.river.take().filter(same) {
        Some(drawn) => drawn,
        None => {
            let scene = scene(ui, size, light);
            let grid = draw_river(&scene, ui.look.ink.fill());
            let cells = fading(&scene);
            let told = told.clone();
            ui.cells = cells;
            Drawn {
                size,
                told,
                ice,
                light,
                grid,
            }
        }
    };
    paint(&drawn.grid, ui.look.ink, area, buffer);
    ui.river = Some(drawn);
}

fn scene(ui: &Ui, (w, rows): (u16, u16), light: Option<f32>) -> Scene<'_> {
    let told = &ui.page.scene;
    let side = |seat: Seat| {
        if seat == Seat::First {
            Side::Left
        } else {
            Side::Right
        }
    };
    if !told.far_bank {
        return Scene {
            w,
            rows,
            seed: told.seed,
            seats: told.seats,
            light,
            ..LET_GO
        };
    }
    Scene {
        w,
        rows,
        seed: told.seed,
        n: told.places.saturating_sub(2),
        at: told.at,
        ice: match ui.page.ice {
            Ice::Steady => IceShape::Steady,
            Ice::Tilting(seat) => IceShape::Tilt(side(seat)),
            Ice::Water(seat) => IceShape::Water(side(seat)),
            Ice::Banks => IceShape::Bank,
        },
        seats: told.seats,
        reach: told.reach,
        light,
        far_words: told.far_words.as_deref().unwrap_or_default(),
        ..Scene::default()
    }
}
