//! The river on top of a page: what the engine says of the scene, in the shapes of the drawing.

use super::super::clip::{Clip, Moves, Shot, Still};
use super::super::river::{Grid, IceShape, Scene, Side, draw as draw_river, fading, paint};
use super::super::ui::Ui;
use crate::flow::Ice;
use crate::session::Seat;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A river that was drawn, and what it was drawn from: while nothing changes in it, it stays the same.
pub(in super::super) struct Drawn {
    size: (u16, u16),
    still: Still,
    light: Option<f32>,
    shot: Option<Shot>,
    grid: Grid,
}

/// Where the far bank was let go, so many plates are gone as well, counted from the near bank.
const GONE: usize = 4;

pub(super) fn draw(ui: &mut Ui, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        ui.river = None;
        return;
    }
    let size = (area.width, area.height);
    let (light, shot) = (ui.light_left(), ui.shot());
    let still = Still::of(&ui.page);
    let same = |drawn: &Drawn| {
        (drawn.size, drawn.light, drawn.shot) == (size, light, shot) && drawn.still == still
    };
    let drawn = match ui.river.take().filter(same) {
        Some(drawn) => drawn,
        None => {
            let at_rest = scene(&still, size, light);
            let scene = match (&ui.clip, shot) {
                (Some(clip), Some(shot)) => moved(at_rest, clip, shot),
                _ => at_rest,
            };
            let grid = draw_river(&scene, ui.look.ink.fill());
            ui.cells = fading(&scene);
            Drawn {
                size,
                light,
                shot,
                grid,
                still,
            }
        }
    };
    paint(&drawn.grid, ui.look.ink, area, buffer);
    ui.river = Some(drawn);
}

/// The picture as it lies still.
fn scene(still: &Still, (w, rows): (u16, u16), light: Option<f32>) -> Scene<'_> {
    let told = &still.scene;
    let scene = Scene {
        w,
        rows,
        seed: told.seed,
        seats: told.seats,
        light,
        ..Scene::default()
    };
    if !told.far_bank {
        // Firm ground, and plates that drift off to the right, however long the practice is.
        return Scene {
            n: 9,
            no_far_bank: true,
            skip: GONE,
            ..scene
        };
    }
    Scene {
        n: told.places.saturating_sub(2),
        at: told.at,
        ice: shape(still.ice),
        arm: if told.reach { Scene::ARM } else { 0 },
        far_words: told.far_words.as_deref().unwrap_or_default(),
        ..scene
    }
}

fn shape(ice: Ice) -> IceShape {
    let side = |seat: Seat| {
        if seat == Seat::First {
            Side::Left
        } else {
            Side::Right
        }
    };
    match ice {
        Ice::Steady => IceShape::Steady,
        Ice::Tilting(seat) => IceShape::Tilt(side(seat)),
        Ice::Water(seat) => IceShape::Water(side(seat)),
        Ice::Banks => IceShape::Bank,
    }
}

/// The picture in a frame of a clip.
fn moved<'a>(to: Scene<'a>, clip: &Clip, shot: Shot) -> Scene<'a> {
    let frame = match shot {
        Shot::Moving(frame) => frame,
        Shot::Settling(frame) => return settling(to, frame),
    };
    let before = shape(clip.from.ice);
    let tilt = |seat, lean| Scene {
        ice: shape(Ice::Tilting(seat)),
        lean,
        arm: 0,
        ..to
    };
    // How far the one in the water is from where they will be.
    let slipping = |left: u32| Scene {
        pulled: u8::try_from(left).unwrap_or(0),
        ..to
    };
    match clip.moves {
        Moves::Settle => to,
        Moves::Jump | Moves::Shore => {
            let (frames, _) = clip.moves.pace();
            #[expect(clippy::cast_precision_loss, reason = "a dozen frames")]
            let f = (frame + 1) as f32 / frames as f32;
            Scene {
                at: clip.from.scene.at,
                to: Some(to.at),
                f,
                ice: IceShape::Steady,
                ..to
            }
        }
        Moves::Tilt => Scene { lean: true, ..to },
        Moves::Level => Scene {
            ice: before,
            lean: true,
            ..to
        },
        Moves::Fall(seat) if frame < 2 => tilt(seat, frame == 0),
        Moves::Fall(_) => slipping(4_u32.saturating_sub(frame)),
        Moves::Slip => slipping(2_u32.saturating_sub(frame)),
        Moves::Reach => Scene {
            arm: u8::try_from(frame + 1).unwrap_or(Scene::ARM),
            ..to
        },
        Moves::Out(seat) if frame > 1 => tilt(seat, true),
        Moves::Out(_) => {
            let pulled = u8::try_from(frame + 1).unwrap_or(2);
            let reaches = clip.from.scene.reach;
            Scene {
                ice: before,
                pulled,
                arm: if reaches { Scene::ARM - pulled } else { 0 },
                ..to
            }
        }
        Moves::LetGo => going(to, frame),
    }
}

/// Water runs out and comes back like a breath, and plates sway around their places.
fn settling(to: Scene<'_>, frame: u32) -> Scene<'_> {
    const BREATH: [u32; 15] = [1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1, 0];
    let at = usize::try_from(frame.saturating_sub(1)).unwrap_or(usize::MAX);
    Scene {
        flow: BREATH.get(at).copied().unwrap_or_default(),
        clip: u8::try_from(frame).unwrap_or_default(),
        ..to
    }
}

/// The far bank goes off to the right, and one plate after the other goes from the near bank.
fn going(to: Scene<'_>, frame: u32) -> Scene<'_> {
    let (frames, _) = Moves::LetGo.pace();
    // A bank is never wider than this.
    let bank = u32::from(to.w / 11 + to.rows + 1);
    let part = |whole: u32| whole * (frame + 1) / (frames + 1);
    Scene {
        no_far_bank: false,
        far_off: u16::try_from(part(bank)).unwrap_or_default(),
        skip: usize::try_from(part(5)).unwrap_or(GONE).min(GONE),
        ..to
    }
}
