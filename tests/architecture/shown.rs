//! What is shown was cleaned: words become cells in one place, and paths become text in one.

use crate::Breach;
use crate::purity::{forbidden, forbidden_words, is_method};
use crate::reader::Source;

/// Ways to put something into a cell of the screen.
const CELLS: &str = "set_symbol append_symbol set_char set_string set_stringn set_line set_span";

/// Parts of the screen's library that put words into cells by themselves.
const WIDGETS: &str = "ratatui::widgets ratatui::text ratatui::macros ratatui::buffer::Cell::new";

/// Words become cells where they are cleaned, whoever wants them there.
pub(crate) fn cells_are_written_in_one_place(source: &Source) -> Vec<Breach> {
    const RULE: &str = "only src/tui/cells.rs puts words into cells, and cleans them first";
    if source.is_test || source.is_under(&["src/tui/cells"]) || source.room() != "tui" {
        return Vec::new();
    }
    let mut breaches = forbidden_words(source, RULE, |word, at| {
        CELLS.split(' ').any(|method| method == word) && is_method(source, at)
    });
    breaches.extend(forbidden(source, RULE, |named| {
        WIDGETS.split(' ').any(|path| named.is_in(path))
    }));
    breaches
}

/// A path is somebody's: its name may hold anything a file system lets through.
pub(crate) fn paths_are_cleaned(source: &Source) -> Vec<Breach> {
    const RULE: &str = "a path becomes text through text::clean_path, never through display()";
    if source.is_test {
        return Vec::new();
    }
    forbidden_words(source, RULE, |word, at| {
        word == "display" && is_method(source, at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_way_into_the_cells_is_caught() {
        let rule = cells_are_written_in_one_place;
        for text in [
            "fn f() { cell.set_symbol(a) }",
            "fn f() { buffer.cell_mut(at).map(|c| c.set_char(x)); }",
            "fn f() { buffer.set_stringn(x, y, words, 3, style) }",
            "use ratatui::widgets::Paragraph;",
            "use ratatui::{buffer::Buffer, text::Span};",
        ] {
            let caught = |path| rule(&Source::new(path, text)).len();
            assert!(caught("src/tui/draw/page.rs") > 0, "{text}");
            assert_eq!(caught("src/tui/cells.rs"), 0, "{text}");
        }
        let fine = "use ratatui::buffer::Buffer; fn f() { buffer.cell(at); cells::write(buffer); }";
        assert_eq!(rule(&Source::new("src/tui/a.rs", fine)), []);
    }

    #[test]
    fn a_path_shown_as_it_is_is_caught() {
        for text in [
            "fn f(path: &Path) { path.display() }",
            "#[error(\"{}\", path.display())] struct A { path: PathBuf }",
        ] {
            let caught = |path| paths_are_cleaned(&Source::new(path, text)).len();
            assert_eq!(caught("src/store/shelf.rs"), 1, "{text}");
            assert_eq!(caught("tests/export.rs"), 0, "{text}");
        }
        let fine = "fn display(f: &mut Formatter) { clean_path(path) }";
        assert_eq!(paths_are_cleaned(&Source::new("src/a.rs", fine)), []);
    }
}
