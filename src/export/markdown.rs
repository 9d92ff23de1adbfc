//! Markdown that is as pleasant unrendered. People's words can't become markup: every sign that could begin some
//! stands behind a backslash.

use super::leaflet::Leaflet;
use super::sheet::{Fact, Form, Piece, Sheet};
use crate::content::Pack;

/// Signs that mean something anywhere in a line.
const ANYWHERE: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$'];
/// Signs that mean something where a line begins.
const AT_START: &[char] = &['#', '+', '-', '=', ':'];

/// The leaflet as Markdown.
#[must_use]
pub fn markdown(leaflet: &Leaflet, pack: &Pack) -> String {
    let sheet = Sheet::of(leaflet, pack);
    let mut page = format!("# {}\n", escaped(&sheet.title));
    if let Some(names) = &sheet.names {
        page.push_str(&format!("\n{}\n", escaped(names)));
    }
    for section in &sheet.sections {
        if let Some(title) = &section.title {
            page.push_str(&format!("\n## {}\n", escaped(title)));
        }
        for (at, piece) in section.pieces.iter().enumerate() {
            if section.form == Form::Pieces || section.form == Form::List && at == 0 {
                page.push('\n');
            }
            match section.form {
                Form::List => write_item(&mut page, &piece.lines),
                Form::Card => write_card(&mut page, piece),
                Form::Pieces => write_piece(&mut page, piece),
            }
        }
    }
    page.push_str(&format!("\n---\n\n{}\n", escaped(&sheet.foot)));
    page
}

fn write_piece(page: &mut String, piece: &Piece) {
    if let Some(head) = &piece.head {
        page.push_str(&format!("### {}\n\n", escaped(head)));
    }
    if let Some(about) = &piece.about {
        page.push_str(&format!("{}:\n\n", escaped(about)));
    }
    // A backslash at a line's end keeps the line's end.
    let lines: Vec<String> = piece.lines.iter().map(|line| escaped(line)).collect();
    if !lines.is_empty() {
        page.push_str(&format!("> {}\n", lines.join("\\\n> ")));
    }
    write_facts(page, &piece.facts);
    for group in &piece.groups {
        page.push_str(&format!("\n{}:\n\n", escaped(&group.title)));
        if let Some(line) = &group.line {
            page.push_str(&format!("> {}\n\n", escaped(line)));
        }
        write_facts(page, &group.facts);
    }
}

/// A card: each part under its name.
fn write_card(page: &mut String, piece: &Piece) {
    for Fact { label, lines } in &piece.facts {
        if !label.is_empty() {
            page.push_str(&format!("\n**{}**\n", escaped(label)));
        }
        let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
        page.push_str(&format!("\n> {}\n", lines.join("\\\n> ")));
    }
}

fn write_facts(page: &mut String, facts: &[Fact]) {
    for Fact { label, lines } in facts {
        let mut lines = lines.clone();
        let first = lines.first().cloned().unwrap_or_default();
        lines.splice(..1.min(lines.len()), [format!("{label}: {first}")]);
        write_item(page, &lines);
    }
}

/// An item of a list. A backslash at a line's end keeps the line's end.
fn write_item(page: &mut String, lines: &[String]) {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    page.push_str(&format!("- {}\n", lines.join("\\\n  ")));
}

fn escaped(line: &str) -> String {
    let mut safe = String::with_capacity(line.len());
    let number = line.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in line.chars().enumerate() {
        let starts = at == 0 && AT_START.contains(&c);
        let lists = number > 0 && at == number && matches!(c, '.' | ')');
        if starts || lists || ANYWHERE.contains(&c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_could_be_markup_stand_behind_a_backslash() {
        for (line, safe) in [
            ("I won't, not on the 9th.", "I won't, not on the 9th."),
            ("# big", "\\# big"),
            ("12. or 3) or - or #", "12\\. or 3) or - or #"),
            ("1)", "1\\)"),
            ("--- ", "\\--- "),
            ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
            ("![x](y)", "!\\[x\\](y)"),
            ("a_b *c* `d`", "a\\_b \\*c\\* \\`d\\`"),
        ] {
            assert_eq!(escaped(line), safe);
        }
    }
}
