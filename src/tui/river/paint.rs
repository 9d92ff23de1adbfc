//! From cells with a meaning to a screen: the last step, where an ink gives them colours.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::grid::{Grid, Role};
use crate::tui::cells;
use crate::tui::theme::Ink;

/// Paints a picture into the upper left of `area`, in an ink. What doesn't fit is left out.
pub fn paint(grid: &Grid, ink: Ink, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for (y, row) in (area.y..area.bottom()).zip(grid.rows()) {
        for (x, cell) in (area.x..area.right()).zip(row) {
            cells::sign(buf, Position { x, y }, cell.ch, ink.cell(cell));
        }
    }
    if let Some(words) = &grid.words
        && words.x < area.width
        && area.height > 0
    {
        let room = usize::from(area.width - words.x);
        let style = ink.style(Role::Words);
        let at = Position::new(area.x + words.x, area.y);
        cells::write(buf, at, &words.text, room, style);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::super::{Scene, draw};
    use super::*;
    use crate::tui::look::Colours;
    use crate::tui::theme::ink;

    fn pen() -> Ink {
        ink("pen", Colours::Few)
    }

    fn night() -> Ink {
        ink("night", Colours::Millions)
    }

    fn painted(ink: Ink, area: Rect) -> Buffer {
        let scene = Scene {
            w: 80,
            rows: 5,
            seed: 7,
            n: 9,
            at: 3,
            seats: 1,
            far_words: "home",
            ..Scene::default()
        };
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 5));
        paint(&draw(&scene, ink.fill()), ink, area, &mut buf);
        buf
    }

    #[test]
    fn words_stand_in_the_pages_own_colours() {
        for ink in [pen(), night(), ink("day", Colours::Some256)] {
            let buf = painted(ink, Rect::new(0, 0, 80, 5));
            let cell = &buf[(63, 0)];
            assert_eq!(
                (cell.symbol(), cell.fg, cell.bg),
                ("h", Color::Reset, Color::Reset)
            );
        }
    }

    #[test]
    fn night_fills_the_water_and_pen_leaves_the_page() {
        let (night, pen) = (night(), pen());
        let area = Rect::new(0, 0, 80, 5);
        assert_eq!(
            painted(night, area)[(40, 1)].bg,
            Color::Rgb(0x10, 0x22, 0x2b)
        );
        assert_eq!(painted(pen, area)[(40, 1)].bg, Color::Reset);
    }

    #[test]
    fn an_area_that_is_too_small_or_elsewhere_is_left_in_peace() {
        let buf = painted(pen(), Rect::new(70, 3, 40, 9));
        assert_eq!(buf[(70, 3)].symbol(), ",");
        assert_eq!(buf[(0, 0)].symbol(), " ");
        painted(night(), Rect::new(200, 200, 9, 9));
    }
}
