//! A sentence as large as it can be: drawn from squares, else spaced widely, else bold.

use super::font::{self, HEIGHT};
use crate::text::{width, wrap};
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest row of big type, in letters: more is not read from the back of a room.
pub(super) const WIDEST: usize = 40;
/// The longest row of type that isn't drawn, which stands closer together.
const CLOSE: usize = 34;

/// A sentence laid out in lines of letters of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Laid {
    lines: Vec<String>,
    size: Size,
    /// How far the next row is below the one before.
    pitch: usize,
}

/// How large letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// Drawn from squares: one cell wide and half a cell high, or so many times that.
    Drawn(usize),
    /// The same, twice as large, from a sign of ASCII.
    Signs,
    /// With a cell between any two.
    Spaced,
    /// As they are.
    Close,
}

impl Laid {
    /// Rows of the screen it takes.
    fn height(&self) -> usize {
        self.rows(None).len()
    }

    /// The rows of the screen. Of a sentence that is being typed only its first letters are there, each where it stays.
    pub(super) fn rows(&self, typed: Option<usize>) -> Vec<String> {
        let mut left = typed.unwrap_or(usize::MAX);
        let mut rows = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if at > 0 {
                rows.extend((1..self.pitch).map(|_| String::new()));
            }
            let letters: String = line.graphemes(true).take(left).collect();
            // A line ends where a space stood.
            left = left.saturating_sub(line.graphemes(true).count() + 1);
            match self.size {
                Size::Drawn(scale) => {
                    rows.extend(cells(&squares(&letters).unwrap_or_default(), scale));
                }
                Size::Signs => {
                    let drawn = cells(&squares(&letters).unwrap_or_default(), 2).into_iter();
                    rows.extend(drawn.map(|row| row.replace('█', "#")));
                }
                Size::Spaced => rows.push(apart(&letters)),
                Size::Close => rows.push(letters),
            }
        }
        rows
    }
}

/// Lays a sentence out as large as this many columns and rows allow.
pub(super) fn laid(sentence: &str, columns: usize, rows: usize) -> Laid {
    let sizes = [2, 1].map(|scale| drawn(sentence, columns, scale));
    fitted(sentence, columns, rows, sizes)
}

/// The same with signs of ASCII alone. There are no half cells among them, so letters are drawn large or not at all.
pub(super) fn laid_in_ascii(sentence: &str, columns: usize, rows: usize) -> Laid {
    let large = drawn(sentence, columns, 2).map(|laid| Laid {
        size: Size::Signs,
        ..laid
    });
    fitted(sentence, columns, rows, [large, None])
}

/// The largest of these that has room, or the letters as they are.
fn fitted(sentence: &str, columns: usize, rows: usize, sizes: [Option<Laid>; 2]) -> Laid {
    let written = |most: usize, size, pitch| Laid {
        lines: lines(sentence, most).map(str::to_owned).collect(),
        size,
        pitch,
    };
    let wide = written(half(columns), Size::Spaced, 2);
    let near = written(columns.min(CLOSE), Size::Close, 2);
    let fitting = sizes.into_iter().flatten().chain([wide, near]);
    fitting
        .into_iter()
        .find(|laid| laid.height() <= rows)
        .unwrap_or_else(|| written(columns.min(WIDEST), Size::Close, 1))
}

/// Rows of a sentence that aren't longer than so many letters.
fn lines(sentence: &str, most: usize) -> impl Iterator<Item = &str> {
    let rows = wrap(sentence, most.max(1)).into_iter();
    rows.map(|row| sentence.get(row).unwrap_or_default().trim())
}

/// The letters as they are.
pub(super) fn close(sentence: &str, columns: usize) -> Vec<String> {
    lines(sentence, columns).map(str::to_owned).collect()
}

/// A cell between any two letters, and three between words.
pub(super) fn spaced(sentence: &str, columns: usize) -> Vec<String> {
    lines(sentence, half(columns)).map(apart).collect()
}

/// How many letters stand in so many columns with a cell between any two.
fn half(columns: usize) -> usize {
    columns.div_ceil(2).min(WIDEST)
}

fn apart(line: &str) -> String {
    let mut row = String::new();
    for letter in line.chars() {
        row.push(letter);
        row.push(' ');
    }
    row.trim_end().to_owned()
}

/// Drawn from squares: one cell wide and half a cell high, or twice that. None where a letter isn't drawn, or a word
/// is too long for a row.
fn drawn(sentence: &str, columns: usize, scale: usize) -> Option<Laid> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let fits = |line: &str| {
        let squares = squares(line)?;
        let wide = squares.first().map_or(0, Vec::len) * scale;
        Some(wide <= columns && width(line) <= WIDEST)
    };
    for word in sentence.split_whitespace() {
        let longer = match line.as_str() {
            "" => word.to_owned(),
            before => format!("{before} {word}"),
        };
        if fits(&longer)? {
            line = longer;
            continue;
        }
        if line.is_empty() || !fits(word)? {
            return None;
        }
        lines.push(std::mem::replace(&mut line, word.to_owned()));
    }
    lines.push(line);
    Some(Laid {
        lines,
        size: Size::Drawn(scale),
        pitch: 1,
    })
}

/// The squares of a line of letters, row by row, a square's space between two letters.
fn squares(line: &str) -> Option<Vec<Vec<bool>>> {
    let mut all = vec![Vec::new(); HEIGHT];
    for letter in line.chars() {
        let drawn: Vec<&str> = font::rows(letter)?.split(' ').collect();
        let wide = drawn.iter().map(|row| row.len()).max().unwrap_or_default();
        for (at, row) in all.iter_mut().enumerate() {
            let squares = drawn.get(at).copied().unwrap_or("-");
            let filled = squares.chars().map(|square| square == '#');
            row.extend(filled.chain(std::iter::repeat(false)).take(wide));
            row.push(false);
        }
    }
    Some(all)
}

/// Drawn as small as letters are drawn, for several sentences below each other.
pub(super) fn small(sentence: &str, columns: usize) -> Option<Vec<String>> {
    drawn(sentence, columns, 1).map(|laid| laid.rows(None))
}

/// Squares as cells: two of them in a cell, one above the other, or each two cells wide.
fn cells(squares: &[Vec<bool>], scale: usize) -> Vec<String> {
    let trimmed = |row: String| row.trim_end().to_owned();
    if scale > 1 {
        let row = |squares: &Vec<bool>| {
            let cell = |filled: &bool| if *filled { "██" } else { "  " };
            trimmed(squares.iter().map(cell).collect())
        };
        // An empty row keeps lines apart.
        return squares.iter().map(row).chain([String::new()]).collect();
    }
    let row = |pair: &[Vec<bool>]| {
        let (above, below) = (pair.first(), pair.get(1));
        let wide = above.map_or(0, Vec::len);
        let is = |row: Option<&Vec<bool>>, at| row.and_then(|row| row.get(at)) == Some(&true);
        let cell = |at| match (is(above, at), is(below, at)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        trimmed((0..wide).map(cell).collect())
    };
    squares.chunks(2).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUE: &str =
        "\"You knew on the twentieth. You sat next to me at that pitch and you knew.\"";

    #[test]
    fn a_letter_is_drawn_from_half_cells() {
        let laid = laid("an", 20, 4);
        assert_eq!(
            laid.rows(None),
            [
                "▄▄▄▄ ▄▄▄▄".replace("▄▄▄▄ ▄▄▄▄", " ▄▄▄ ▄▄▄"),
                "█  █ █  █".into(),
                " ▀▀▀ ▀  ▀".into(),
                String::new()
            ]
        );
    }

    #[test]
    fn in_ascii_it_is_drawn_large_or_not_at_all() {
        let drawn = laid_in_ascii("Frozen.", 72, 18);
        assert_eq!(drawn.height(), 8, "as large as with cells");
        assert!(drawn.rows(None).iter().any(|row| row.contains('#')));
        for (columns, rows) in [(72, 18), (72, 9), (40, 12), (20, 4)] {
            for sentence in ["Frozen.", CUE] {
                let rows = laid_in_ascii(sentence, columns, rows).rows(None);
                assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
            }
        }
    }

    #[test]
    fn what_fits_is_drawn_as_large_as_it_can_be() {
        assert_eq!(laid("Frozen.", 72, 18).height(), 8, "large");
        assert_eq!(
            laid("Change seats, please.", 72, 8).height(),
            8,
            "two rows of small ones"
        );
        let cue = laid(CUE, 112, 34);
        assert!(cue.rows(None).iter().any(|row| row.contains('█')));
    }

    #[test]
    fn what_is_too_long_is_spaced_widely_or_bold_and_all_of_it_stands_there() {
        let wide = laid(CUE, 72, 9);
        assert!(wide.rows(None)[0].starts_with("\" Y o u"), "{wide:?}");
        let close = laid(CUE, 72, 5);
        assert_eq!(close.pitch, 2);
        let rows = laid(CUE, 72, 2).rows(None);
        assert_eq!(rows.join(" "), CUE);
        let odd = laid("Grüße, 猫", 72, 20);
        assert_eq!(odd.lines.len(), 1, "letters that aren't drawn are written");
    }

    #[test]
    fn no_row_holds_more_than_forty_letters_or_leaves_the_screen() {
        let text = "abcdefghij ".repeat(30);
        for columns in [20, 40, 72, 112, 200, 400] {
            for rows in [4, 10, 20, 60] {
                for row in laid(&text, columns, rows).rows(None) {
                    assert!(width(&row) <= columns, "{columns}");
                    // Between letters that aren't drawn there is a cell at most.
                    let is_drawn = row.contains(['█', '▀', '▄']);
                    assert!(is_drawn || width(&row) < 2 * WIDEST, "{columns}: {row}");
                }
            }
        }
        let narrow = drawn(
            "i i i i i i i i i i i i i i i i i i i i i i i i i i i i i i",
            400,
            1,
        );
        assert_eq!(
            narrow.unwrap().rows(None).len(),
            8,
            "forty letters a row, however narrow"
        );
    }

    #[test]
    fn a_letter_that_is_typed_stands_where_it_stays() {
        for (columns, rows) in [(112, 34), (72, 9), (72, 5), (30, 2), (52, 30)] {
            let laid = laid(CUE, columns, rows);
            let whole = laid.rows(None);
            let mut filled = 0;
            for typed in 0..=CUE.chars().count() {
                let some = laid.rows(Some(typed));
                assert_eq!(some.len(), whole.len(), "no row moves");
                let begun = some.iter().zip(&whole);
                assert!(begun.clone().all(|(some, whole)| whole.starts_with(some)));
                let now: usize = some.iter().map(|row| width(row.trim_end())).sum();
                assert!(now >= filled, "nothing goes away");
                filled = now;
            }
            assert_eq!(laid.rows(Some(CUE.chars().count())), whole);
            assert!(laid.rows(Some(0)).iter().all(String::is_empty));
        }
    }
}
