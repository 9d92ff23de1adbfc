//! A web page that stands alone: nothing in it is fetched, nothing runs, and it reads as well on paper, in the dark
//! and aloud.

use super::leaflet::Leaflet;
use super::markup::Markup;
use super::sheet::{Fact, Form, Piece, Section, Sheet};
use crate::content::Pack;

/// How the page looks.
const STYLE: &str = include_str!("page.css");
/// What every page says of itself first: its encoding, and that a browser is to apply the style and nothing else.
const HEAD: &str = include_str!("head.html");
/// People's own words run the way their script does.
const OWN: (&str, &str) = ("dir", "auto");

/// The leaflet as a web page.
#[must_use]
pub fn html(leaflet: &Leaflet, pack: &Pack) -> String {
    let sheet = Sheet::of(leaflet, pack);
    let mut page = Markup::default();
    page.own("<!DOCTYPE html>\n");
    page.open("html", &[("lang", &sheet.language)]);
    // A browser shows a page's title in its window and its history, where nobody's words belong.
    head(&mut page, &sheet.what, &[]);
    page.open("body", &[]);
    page.own("\n");
    page.open("header", &[]);
    page.leaf("h1", &[OWN], &sheet.title);
    if let Some(names) = &sheet.names {
        page.leaf("p", &[OWN], names);
    }
    page.close();
    page.own("\n");
    page.open("main", &[]);
    if let Some(line) = &sheet.line {
        page.open("figure", &[]);
        line.draw(&mut page);
        page.leaf("figcaption", &[], &line.legend);
        page.close();
    }
    for (number, section) in sheet.sections.iter().enumerate() {
        page.own("\n");
        write_section(&mut page, &format!("part-{}", number + 1), section);
    }
    page.close();
    page.own("\n");
    page.open("footer", &[]);
    page.leaf("p", &[], &sheet.foot);
    let mut page = page.whole();
    page.push('\n');
    page
}

/// The head of a page: what it is, and how it looks.
pub(super) fn head(page: &mut Markup, what: &str, more: &[&'static str]) {
    page.own("\n");
    page.open("head", &[]);
    page.own(HEAD);
    page.leaf("title", &[], what);
    page.own("\n");
    page.open("style", &[]);
    page.own("\n");
    page.own(STYLE);
    more.iter().for_each(|style| page.own(style));
    page.close();
    page.close();
    page.own("\n");
}

fn write_section(page: &mut Markup, id: &str, section: &Section) {
    match &section.title {
        Some(title) => {
            page.open("section", &[("aria-labelledby", id)]);
            page.leaf("h2", &[("id", id)], title);
        }
        None => page.open("section", &[]),
    }
    if section.form == Form::List {
        write_list(page, &section.pieces);
    } else {
        for piece in &section.pieces {
            page.own("\n");
            match section.form {
                Form::Card => write_card(page, piece),
                _ => write_piece(page, piece),
            }
        }
    }
    page.close();
}

/// A card: nothing but the parts of it, inside an edge to cut along.
fn write_card(page: &mut Markup, piece: &Piece) {
    page.open("div", &[("class", "card")]);
    write_facts(page, &piece.facts);
    page.close();
}

fn write_list(page: &mut Markup, pieces: &[Piece]) {
    page.open("ul", &[]);
    for line in pieces.iter().flat_map(|piece| &piece.lines) {
        page.own("\n");
        page.leaf("li", &[OWN], line);
    }
    page.close();
}

fn write_piece(page: &mut Markup, piece: &Piece) {
    let Some(head) = &piece.head else {
        page.open("div", &[("class", "words")]);
        if let Some(about) = &piece.about {
            page.leaf("p", &[("class", "about"), OWN], about);
        }
        write_lines(page, &piece.lines);
        page.close();
        return;
    };
    page.open("article", &[]);
    page.leaf("h3", &[OWN], head);
    write_facts(page, &piece.facts);
    for group in &piece.groups {
        page.own("\n");
        page.leaf("h4", &[], &group.title);
        if let Some(line) = &group.line {
            page.leaf("p", &[OWN], line);
        }
        write_facts(page, &group.facts);
    }
    page.close();
}

fn write_facts(page: &mut Markup, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    page.open("dl", &[]);
    for fact in facts {
        page.own("\n");
        page.leaf("dt", &[OWN], &fact.label);
        page.open("dd", &[]);
        write_lines(page, &fact.lines);
        page.close();
    }
    page.close();
}

fn write_lines(page: &mut Markup, lines: &[String]) {
    for line in lines {
        page.leaf("p", &[OWN], line);
    }
}
