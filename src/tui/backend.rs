//! A terminal that is told only what it doesn't know yet: position and pen are remembered between frames, a frame
//! is one write, and the terminal is never asked anything.
//!
//! A typed letter costs its own byte. Rows are erased one by one: erasing the whole screen at once would push the
//! page into the scrollback of some terminals.

use crate::runtime::env::Stopwatch;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use std::time::Duration;

/// Frames longer than this are marked as one, so that no half of them is seen.
const LONG: usize = 512;

/// What a cell is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    bold: bool,
    underlined: bool,
}

const PLAIN: Pen = Pen {
    fg: Color::Reset,
    bg: Color::Reset,
    bold: false,
    underlined: false,
};

impl Pen {
    fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }
}

/// The terminal behind the screen.
pub(super) struct Quiet<W> {
    out: W,
    frame: Vec<u8>,
    size: Size,
    /// Where the terminal's cursor is; None after something whose width terminals disagree about.
    at: Option<Position>,
    pen: Pen,
    shown: bool,
    took: Duration,
}

impl<W: Write> Quiet<W> {
    /// A terminal of this size, its cursor shown and its pen plain.
    pub(super) fn new(out: W, size: Size) -> Self {
        Self {
            out,
            frame: Vec::with_capacity(8192),
            size,
            at: None,
            pen: PLAIN,
            shown: true,
            took: Duration::ZERO,
        }
    }

    /// How long the last frame took to be written.
    pub(super) const fn took(&self) -> Duration {
        self.took
    }

    /// The terminal has another size, or somebody else wrote on it: nothing is known of it any more.
    pub(super) fn anew(&mut self, size: Size) {
        self.size = size;
        self.at = None;
        self.frame.extend_from_slice(b"\x1b[m");
        self.pen = PLAIN;
        if !self.shown {
            self.frame.extend_from_slice(b"\x1b[?25l");
        }
    }

    fn go(&mut self, x: u16, y: u16) {
        let to = Position::new(x, y);
        match self.at {
            Some(at) if at == to => return,
            Some(at) if at.y == y && at.x == x + 1 => self.frame.push(8),
            Some(at) if at.y == y && at.x < x && x - at.x < 5 => {
                self.write(format_args!("\x1b[{}C", x - at.x))
            }
            _ => self.write(format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some(to);
    }

    fn take(&mut self, pen: Pen) {
        if (self.pen.bold && !pen.bold) || (self.pen.underlined && !pen.underlined) {
            self.frame.extend_from_slice(b"\x1b[m");
            self.pen = PLAIN;
        }
        if pen.bold && !self.pen.bold {
            self.frame.extend_from_slice(b"\x1b[1m");
        }
        if pen.underlined && !self.pen.underlined {
            self.frame.extend_from_slice(b"\x1b[4m");
        }
        if pen.fg != self.pen.fg {
            self.colour(pen.fg, 30);
        }
        if pen.bg != self.pen.bg {
            self.colour(pen.bg, 40);
        }
        self.pen = pen;
    }

    fn colour(&mut self, colour: Color, base: u8) {
        let few = match colour {
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::Indexed(index) => {
                return self.write(format_args!("\x1b[{};5;{index}m", base + 8));
            }
            Color::Rgb(r, g, b) => {
                return self.write(format_args!("\x1b[{};2;{r};{g};{b}m", base + 8));
            }
            // Bright colours are in no ink: they fail on too many pages.
            _ => 9,
        };
        self.write(format_args!("\x1b[{}m", base + few));
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into memory doesn't fail.
        let _ = self.frame.write_fmt(text);
    }
}

impl<W: Write> Backend for Quiet<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, cells: I) -> io::Result<()> {
        for (x, y, cell) in cells {
            self.go(x, y);
            self.take(Pen::of(cell));
            let symbol = cell.symbol();
            self.frame.extend_from_slice(symbol.as_bytes());
            let certain = symbol.len() == 1 && x + 1 < self.size.width;
            self.at = certain.then(|| Position::new(x + 1, y));
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.shown = false;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.shown {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.shown = true;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or(Position::ORIGIN))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.go(x, y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.take(PLAIN);
        for y in 0..self.size.height {
            self.go(0, y);
            self.frame.extend_from_slice(b"\x1b[K");
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.took = Duration::ZERO;
        if self.frame.is_empty() {
            return Ok(());
        }
        if self.frame.len() > LONG {
            self.frame.splice(0..0, b"\x1b[?2026h".iter().copied());
            self.frame.extend_from_slice(b"\x1b[?2026l");
        }
        let watch = Stopwatch::start();
        let written = self
            .out
            .write_all(&self.frame)
            .and_then(|()| self.out.flush());
        self.took = watch.elapsed();
        self.frame.clear();
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use ratatui::{Terminal, TerminalOptions, Viewport};

    /// What one frame after another costs in bytes.
    fn frames(texts: &[(&str, Style)]) -> Vec<String> {
        let size = Size::new(20, 2);
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, 20, 2)),
        };
        let mut terminal =
            Terminal::with_options(Quiet::new(Vec::new(), size), options).expect("in memory");
        let mut told = Vec::new();
        for (text, style) in texts {
            let draw = terminal.draw(|frame| {
                frame.buffer_mut().set_string(0, 0, text, *style);
                frame.set_cursor_position((u16::try_from(text.len()).unwrap_or(0), 0));
            });
            draw.expect("in memory");
            told.push(
                String::from_utf8(std::mem::take(&mut terminal.backend_mut().out)).expect("text"),
            );
        }
        told
    }

    #[test]
    fn a_letter_costs_its_own_byte() {
        let told = frames(&[
            ("He", Style::new()),
            ("Hel", Style::new()),
            ("Hell", Style::new()),
        ]);
        assert_eq!(told[1..], ["l", "l"]);
    }

    #[test]
    fn nothing_new_is_nothing_written() {
        let told = frames(&[("Hello", Style::new()), ("Hello", Style::new())]);
        assert_eq!(told[1], "");
    }

    /// A line that takes its time.
    struct Slow;

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            std::thread::sleep(Duration::from_millis(20));
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_slow_line_is_noticed_until_there_is_nothing_to_write() {
        let mut quiet = Quiet::new(Slow, Size::new(20, 2));
        quiet.frame.extend_from_slice(b"a frame");
        quiet.flush().expect("in memory");
        assert!(quiet.took() >= Duration::from_millis(20));
        quiet.flush().expect("in memory");
        assert_eq!(quiet.took(), Duration::ZERO);
    }

    #[test]
    fn bold_and_colour_are_left_again() {
        let bold = Style::new().add_modifier(Modifier::BOLD).fg(Color::Cyan);
        let told = frames(&[("a", bold), ("ab", Style::new())]);
        assert!(told[0].contains("\x1b[1m\x1b[36ma"), "{:?}", told[0]);
        assert!(told[1].contains("\x1b[mab"), "{:?}", told[1]);
    }
}
