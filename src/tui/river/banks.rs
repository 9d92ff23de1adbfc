//! The two banks, what grows on them, and the words over the far one. Both are alive; neither is uglier.

use crate::text::graphemes;
use unicode_width::UnicodeWidthStr;

use super::bed::Bed;
use super::chance::{Chance, below, bit};
use super::grid::{Fill, Grid, Role, Words};
use super::scene::Scene;

/// Draws both banks, or only the near one where the far one was let go.
pub(super) fn draw(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>, fill: Fill) {
    if fill == Fill::Strokes {
        for x in 0..=bed.edge(bed.sky) {
            grid.mark(x, bed.sky - 1, '_', Role::Bank);
            if !scene.no_far_bank {
                grid.mark(bed.w - 1 - x + bed.far_off, bed.sky - 1, '_', Role::Bank);
            }
        }
    }
    for y in bed.sky..bed.rows {
        ground(grid, bed, y, fill, scene.no_far_bank);
    }
    growth(grid, bed, scene);
}

fn ground(grid: &mut Grid, bed: &Bed, y: i32, fill: Fill, only_near: bool) {
    let edge = bed.edge(y);
    let (near, far) = match fill {
        Fill::Strokes => (Role::None, Role::None),
        Fill::Solid => (Role::GroundNear, Role::GroundFar),
    };
    for x in 0..edge {
        grid.lay(x, y, near);
        if !only_near {
            grid.lay(bed.w - 1 - x + bed.far_off, y, far);
        }
    }
    let (left, right) = match fill {
        Fill::Strokes => (('/', Role::Bank), ('\\', Role::Bank)),
        Fill::Solid => (('▛', near), ('▜', far)),
    };
    grid.mark(edge, y, left.0, left.1);
    if !only_near {
        grid.mark(bed.w - edge - 1 + bed.far_off, y, right.0, right.1);
    }
}

/// Reeds on the near bank and trees on the far one, never where people may stand.
fn growth(grid: &mut Grid, bed: &Bed, scene: &Scene<'_>) {
    let chance = Chance { seed: scene.seed };
    let room = bed.edge(bed.sky) - 1;
    let free = |x: i32, stand: i32| (x - stand).abs() > 2;
    for k in 0..4 {
        let r = chance.at(k, 50);
        let x = below(r, room);
        if free(x, bed.near_stand()) {
            grid.mark(x, bed.sky - 1, reed(r, in_gust(k, scene)), Role::Reed);
        }
        let x = bed.w - 1 - below(r >> 4, room);
        if !scene.no_far_bank && free(x, bed.far_stand()) {
            grid.mark(x + bed.far_off, bed.sky - 1, '^', Role::Tree);
        }
    }
}

/// The glyph of a reed; the wind shows its other side.
pub(super) const fn reed(r: u32, in_gust: bool) -> char {
    if bit(r, 9) == in_gust { '\'' } else { ',' }
}

/// A gust goes through the reeds while the plates sway, from one to the next.
fn in_gust(reed: i32, scene: &Scene<'_>) -> bool {
    let since = i32::from(scene.clip) - 3 - reed;
    (0..3).contains(&since)
}

/// The words over the far bank, cut to half of the picture, if it has room for them.
pub(super) fn words(bed: &Bed, scene: &Scene<'_>) -> Option<Words> {
    if bed.rows < 5 || scene.no_far_bank || scene.far_off > 0 {
        return None;
    }
    let text = cut(scene.far_words, usize::from(scene.w / 2));
    let end = bed.w - bed.edge(bed.sky) - 4;
    let x = end + 1 - i32::try_from(text.width()).ok()?;
    let x = u16::try_from(x).ok()?;
    (!text.is_empty()).then_some(Words { x, text })
}

/// Cuts a text to a width in columns and ends it with three dots.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for (_, letter) in graphemes(text) {
        if kept.width() + letter.width() + 3 > room {
            break;
        }
        kept.push_str(letter);
    }
    let kept = kept.trim_end();
    if kept.is_empty() {
        String::new()
    } else {
        format!("{kept}...")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_letters() {
        assert_eq!(cut("people round again", 18), "people round again");
        assert_eq!(cut("people round again", 16), "people round...");
        assert_eq!(cut("冰冰冰冰", 7), "冰冰...");
        assert_eq!(cut("冰冰", 3), "");
    }

    #[test]
    fn words_need_five_rows_and_a_far_bank() {
        let scene = Scene {
            w: 80,
            rows: 5,
            far_words: "home",
            ..Scene::default()
        };
        let of = |scene: &Scene<'_>| words(&Bed::of(scene), scene);
        assert_eq!(of(&scene).map(|w| w.x), Some(63));
        assert_eq!(of(&Scene { rows: 4, ..scene }), None);
        assert_eq!(
            of(&Scene {
                no_far_bank: true,
                ..scene
            }),
            None
        );
        assert_eq!(of(&Scene { w: 12, ..scene }), None);
    }
}
