//! The quiet line: the outings of a year as small upright strokes over months. It has no heights, marks no gaps
//! and compares nothing (design: look 7.11).
//!
//! The year ends a month after the last outing, or with the booked day where that lies further on: the line is the
//! same whenever it is drawn.

use super::leaflet::{Leaflet, Outing};
use super::markup::Markup;
use super::sheet::dated;
use crate::session::Year;
use crate::words::{Key, Words};
use chrono::{Months, NaiveDate};
use std::fmt::Write as _;

/// Width of a year, in units of the drawing.
const WIDTH: f64 = 660.0;
/// Where the ground lies, and how far above it a stroke ends.
const GROUND: f64 = 34.0;
const STROKE: f64 = 20.0;

/// The outings of a year, ready to be drawn.
#[derive(Debug)]
pub(super) struct QuietLine {
    year: Year,
    /// The last outing: what lies behind it is still to come.
    now: NaiveDate,
    outings: Vec<(NaiveDate, bool)>,
    booked: Option<NaiveDate>,
    months: Vec<String>,
    title: String,
    told: String,
    /// What the strokes mean, in words.
    pub(super) legend: String,
}

impl QuietLine {
    /// The line of a river; None where nobody has landed yet.
    pub(super) fn of(leaflet: &Leaflet, words: Words<'_>) -> Option<Self> {
        let landed = leaflet
            .outings
            .iter()
            .filter(|outing| outing.ended.is_some());
        let day = |outing: &Outing| (outing.started.date(), outing.together);
        let all: Vec<(NaiveDate, bool)> = landed.map(day).collect();
        let now = all.iter().map(|(day, _)| *day).max()?;
        let month_ahead = now.checked_add_months(Months::new(1))?;
        let booked = leaflet.next.as_ref().map(|next| next.day);
        // A day booked far ahead would leave nothing of the year that was.
        let far = now.checked_add_months(Months::new(6))?;
        let booked = booked.filter(|day| *day > now && *day <= far);
        let end = booked.map_or(month_ahead, |day| day.max(month_ahead));
        let year = Year::ending(end);
        let shown = all
            .into_iter()
            .filter(|(day, _)| year.place(*day).is_some());
        let outings: Vec<_> = shown.collect();
        let months = words.say(Key::Months, &[]);
        let short = |month: &str| month.trim().chars().take(3).collect();
        Some(Self {
            title: words.say(Key::LeafletLine, &[]),
            told: told(words, year.first(), end, &outings, booked),
            legend: legend(words, &outings, booked),
            months: months.split(',').map(short).collect(),
            year,
            now,
            outings,
            booked,
        })
    }

    /// Draws it, with its title and its content in words for whoever doesn't see it.
    pub(super) fn draw(&self, into: &mut Markup) {
        into.open(
            "svg",
            &[
                ("role", "img"),
                ("viewBox", "-6 0 672 62"),
                ("aria-labelledby", "line-title line-told"),
            ],
        );
        into.leaf("title", &[("id", "line-title")], &self.title);
        into.leaf("desc", &[("id", "line-told")], &self.told);
        let now = self.x(self.now);
        path(into, "was", &format!("M0 {GROUND}H{now:.1}"));
        path(into, "comes", &format!("M{now:.1} {GROUND}H{WIDTH}"));
        let mut strokes = String::new();
        for (day, together) in &self.outings {
            let x = self.x(*day);
            let beside: &[f64] = if *together { &[-3.0, 3.0] } else { &[0.0] };
            for aside in beside {
                // Writing into memory doesn't fail.
                let _ = write!(strokes, "M{:.1} {GROUND}v-{STROKE}", x + aside);
            }
        }
        path(into, "outing", &strokes);
        if let Some(day) = self.booked {
            let booked = format!("M{:.1} {GROUND}v-{STROKE}", self.x(day));
            path(into, "booked", &booked);
        }
        // The month that had begun before the year did isn't named.
        for (place, month) in self.year.months().into_iter().skip(1) {
            let x = along(place);
            if x < WIDTH - 20.0 {
                let name = self.months.get(month).map_or("", String::as_str);
                into.leaf("text", &[("x", &format!("{x:.1}")), ("y", "56")], name);
            }
        }
        into.close();
    }

    fn x(&self, day: NaiveDate) -> f64 {
        along(self.year.place(day).unwrap_or_default())
    }
}

/// How far along the line a place of the year lies.
fn along(place: u16) -> f64 {
    WIDTH * f64::from(place) / f64::from(Year::DAYS)
}

fn path(into: &mut Markup, class: &str, d: &str) {
    into.leaf("path", &[("class", class), ("d", d)], "");
}

/// The line in words: every outing with its day, in their order.
fn told(
    words: Words<'_>,
    from: NaiveDate,
    end: NaiveDate,
    outings: &[(NaiveDate, bool)],
    booked: Option<NaiveDate>,
) -> String {
    let outing = |(day, together): &(NaiveDate, bool)| {
        let key = if *together {
            Key::LeafletLineTogether
        } else {
            Key::LeafletLineAlone
        };
        words.say(key, &[("day", &dated(words, *day))])
    };
    let days: Vec<String> = outings.iter().map(outing).collect();
    let blanks = [
        ("from", dated(words, from)),
        ("to", dated(words, end)),
        ("days", days.join("; ")),
    ];
    let blanks = blanks.each_ref().map(|(name, text)| (*name, text.as_str()));
    let told = words.say(Key::LeafletLineTold, &blanks);
    let booked = booked.map(|day| words.say(Key::LeafletLineNext, &[("day", &dated(words, day))]));
    std::iter::once(told)
        .chain(booked)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the strokes that are there mean.
fn legend(words: Words<'_>, outings: &[(NaiveDate, bool)], booked: Option<NaiveDate>) -> String {
    let said = |key: Key, there: bool| there.then(|| words.say(key, &[]));
    let parts = [
        said(Key::LegendAlone, outings.iter().any(|(_, both)| !both)),
        said(Key::LegendTogether, outings.iter().any(|(_, both)| *both)),
        said(Key::LegendBooked, booked.is_some()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
