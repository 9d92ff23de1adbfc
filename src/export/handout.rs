//! A page to take home from a room that was shown floe: a web page that prints on one sheet, and plain text that does.
//!
//! All of it comes from the pack. Nobody's words are asked for, so there is nothing in it that anybody wrote.

use super::html::head;
use super::markup::Markup;
use super::plain::{hang, set};
use crate::content::{Handout, Pack};
use crate::text::clean_line;

/// How the page looks, on top of how every page does.
const STYLE: &str = include_str!("handout.css");
/// Two on broken ice, one reaching for the other.
const PICTURE: &str = include_str!("handout.svg");

/// The page as a web page; None if the pack has none.
#[must_use]
pub fn html_handout(pack: &Pack) -> Option<String> {
    let handout = pack.handout.as_ref()?;
    let mut page = Markup::default();
    page.own("<!DOCTYPE html>\n");
    page.open("html", &[("lang", &pack.language)]);
    head(&mut page, &handout.title, &[STYLE]);
    page.open("body", &[]);
    page.own("\n");
    page.open("header", &[]);
    page.leaf("h1", &[], &handout.title);
    page.own("\n");
    page.own(PICTURE);
    page.close();
    page.own("\n");
    page.open("main", &[]);
    for (title, lines) in parts(handout) {
        page.own("\n");
        page.open("section", &[]);
        page.leaf("h2", &[], title);
        page.open("ul", &[]);
        for line in lines {
            page.own("\n");
            page.leaf("li", &[], line);
        }
        page.close();
        page.close();
    }
    page.close();
    page.own("\n");
    page.open("footer", &[]);
    page.leaf("p", &[], &handout.foot);
    let mut page = page.whole();
    page.push('\n');
    Some(page)
}

/// The page as plain text; None if the pack has none.
#[must_use]
pub fn plain_handout(pack: &Pack) -> Option<String> {
    let handout = pack.handout.as_ref()?;
    let mut page = String::new();
    set(&mut page, 0, &clean_line(&handout.title));
    for (title, lines) in parts(handout) {
        page.push('\n');
        set(&mut page, 0, &clean_line(title));
        for line in lines {
            hang(&mut page, 2, 2, &format!("- {}", clean_line(line)));
        }
    }
    page.push('\n');
    set(&mut page, 0, &clean_line(&handout.foot));
    Some(page)
}

fn parts(handout: &Handout) -> impl Iterator<Item = (&str, &[String])> {
    let parts = handout.parts.iter();
    parts.map(|part| (part.title.as_str(), part.lines.as_slice()))
}
