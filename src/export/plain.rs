//! Plain text: headings at the edge, what stands under them four columns in, lines that fit on paper.

use super::leaflet::Leaflet;
use super::sheet::{Fact, Form, Piece, Sheet};
use crate::content::Pack;
use crate::text::fold;

/// Cells of a line at the most.
const WIDTH: usize = 72;
/// How far in what stands under a heading begins.
const INDENT: usize = 4;

/// The leaflet as plain text.
#[must_use]
pub fn plain(leaflet: &Leaflet, pack: &Pack) -> String {
    let sheet = Sheet::of(leaflet, pack);
    let mut page = String::new();
    set(&mut page, 0, &sheet.title);
    if let Some(names) = &sheet.names {
        set(&mut page, 0, names);
    }
    for section in &sheet.sections {
        if let Some(title) = &section.title {
            page.push_str("\n\n");
            set(&mut page, 0, title);
        }
        for (at, piece) in section.pieces.iter().enumerate() {
            if section.form == Form::Pieces || section.form == Form::List && at == 0 {
                page.push('\n');
            }
            match section.form {
                Form::Card => write_card(&mut page, piece),
                Form::Pieces | Form::List => write_piece(&mut page, piece),
            }
        }
    }
    page.push_str("\n\n");
    set(&mut page, 0, &sheet.foot);
    page
}

fn write_piece(page: &mut String, piece: &Piece) {
    if let Some(about) = &piece.about {
        set(page, INDENT, &format!("{about}:"));
    }
    for line in piece.head.iter().chain(&piece.lines) {
        set(page, INDENT, line);
    }
    write_facts(page, 2 * INDENT, &piece.facts);
    for group in &piece.groups {
        page.push('\n');
        set(page, 2 * INDENT, &format!("{}:", group.title));
        if let Some(line) = &group.line {
            set(page, 3 * INDENT, line);
        }
        write_facts(page, 3 * INDENT, &group.facts);
    }
}

/// A card: each part under its name.
fn write_card(page: &mut String, piece: &Piece) {
    for Fact { label, lines } in &piece.facts {
        page.push('\n');
        set(page, 0, label);
        lines.iter().for_each(|line| set(page, INDENT, line));
    }
}

fn write_facts(page: &mut String, indent: usize, facts: &[Fact]) {
    for Fact { label, lines } in facts {
        let mut lines = lines.iter();
        let first = lines.next().map(String::as_str).unwrap_or_default();
        hang(page, indent, INDENT, &format!("{label}: {first}"));
        lines.for_each(|line| set(page, indent + INDENT, line));
    }
}

/// Sets a text from a column on, wrapped by word.
pub(super) fn set(page: &mut String, indent: usize, text: &str) {
    for row in fold(text, WIDTH - indent).lines() {
        put(page, indent, row);
    }
}

/// The same, with every row but the first so much further in.
pub(super) fn hang(page: &mut String, indent: usize, further: usize, text: &str) {
    let narrow = fold(text, WIDTH - indent - further);
    for (at, row) in narrow.lines().enumerate() {
        put(page, indent + if at == 0 { 0 } else { further }, row);
    }
}

fn put(page: &mut String, indent: usize, row: &str) {
    page.push_str(&" ".repeat(indent));
    page.push_str(row);
    page.push('\n');
}
