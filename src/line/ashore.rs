//! A river's page in plain lines: whose river it is, when somebody was on it, and what was agreed there.

use super::print::Printer;
use crate::flow::{AgreementView, Page, RiverView};
use crate::words::{Key, Words};
use std::io;

impl Printer<'_> {
    /// The river one looks at and whose it is, when it is another one than before; whether anything was said.
    pub(super) fn river_named(&mut self, page: &Page, last: Option<&Page>) -> io::Result<bool> {
        let moved = last.is_none_or(|last| {
            last.at != page.at || last.part != page.part || last.title != page.title
        });
        if !moved || page.title.is_empty() {
            return Ok(moved);
        }
        match &page.name {
            Some(name) => self.line(&format!("{}: {name}", page.title))?,
            None => self.line(&page.title)?,
        }
        Ok(true)
    }

    /// What the line shows to those who look, in sentences; then the agreements, one a line.
    pub(super) fn river(&mut self, river: &RiverView, words: Words<'_>) -> io::Result<()> {
        let told = river.told.iter().take(RiverView::MOST);
        let earlier = (river.told.len() > RiverView::MOST).then_some(&river.earlier);
        let mut lines: Vec<String> = told.chain(earlier).chain(&river.to_come).cloned().collect();
        if !river.agreements.is_empty() {
            lines.push(String::new());
        }
        let agreements = river.agreements.iter().take(RiverView::MOST);
        lines.extend(agreements.map(in_a_line));
        if let Some(more @ 1..) = river.agreements.len().checked_sub(RiverView::MOST) {
            lines.push(words.say(Key::More, &[("n", &more.to_string())]));
        }
        if lines.first().is_some_and(|line| !line.is_empty()) {
            self.line("")?;
        }
        lines.iter().try_for_each(|line| self.line(line))
    }
}

fn in_a_line(agreement: &AgreementView) -> String {
    let AgreementView { stands, text, day } = agreement;
    format!("{stands}, {day}: {}", text.replace('\n', " / "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;
    use crate::flow::YearView;

    fn view(told: usize, agreements: usize) -> RiverView {
        RiverView {
            year: YearView {
                days: 366,
                today: 335,
                outings: Vec::new(),
                booked: Vec::new(),
                months: Vec::new(),
            },
            told: (1..=told).map(|n| format!("outing {n}")).collect(),
            earlier: "earlier".to_owned(),
            to_come: vec!["to come".to_owned()],
            agreements: (1..=agreements)
                .map(|n| AgreementView {
                    stands: "offered".to_owned(),
                    text: format!("promise\n{n}"),
                    day: "12 May".to_owned(),
                })
                .collect(),
        }
    }

    fn printed(view: &RiverView) -> String {
        let cover = library::cover(crate::content::Language::ENGLISH).unwrap();
        let mut out = Vec::new();
        let printed = Printer::new(&mut out).river(view, Words::of(&cover));
        printed.unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn outings_and_agreements_are_lines_and_five_of_each_at_most() {
        let few = "\nouting 1\nto come\n\noffered, 12 May: promise / 1\n";
        assert_eq!(printed(&view(1, 1)), few);
        assert_eq!(printed(&view(0, 0)), "\nto come\n");
        let many = printed(&view(6, 7));
        assert!(many.contains("outing 5\nearlier\nto come\n\n"), "{many}");
        assert!(many.ends_with("promise / 5\n(2 more)\n"), "{many}");
    }
}
