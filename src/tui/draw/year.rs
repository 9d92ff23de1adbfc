//! The quiet line: a year of outings in two rows of characters. It has no heights, marks no gaps and stands still.
//!
//! Marks never touch: what lies too close moves a little to the left, and what would have to move further than its
//! neighbours allow stands in with them. So the line may say less than the outings, and never more.

use crate::flow::YearView;
use crate::text::width as text_width;

/// The furthest a mark moves from its day, in columns.
const DRIFT: usize = 3;

/// The row of the year: `_` for what was, dots for what comes, `i` somebody alone, `ii` two, `|` a booked day.
pub(super) fn line(year: &YearView, width: u16) -> String {
    let width = usize::from(width);
    let today = column(year.today, year, width);
    let mut row: Vec<char> = (0..width)
        .map(|x| match x.checked_sub(today) {
            None | Some(0) => '_',
            Some(ahead) if ahead % 2 == 0 => '.',
            Some(_) => ' ',
        })
        .collect();
    let latest = outings(&mut row, year, today);
    booked(&mut row, year, today, latest);
    row.into_iter().collect::<String>().trim_end().to_owned()
}

/// Draws the outings from the latest to the earliest, and tells the last column that is taken.
fn outings(row: &mut [char], year: &YearView, today: usize) -> Option<usize> {
    let mut latest = None;
    // The first column to the right that is no longer free.
    let mut end = (today + 1).min(row.len());
    for (place, together) in year.outings.iter().rev() {
        let wide = if *together { 2 } else { 1 };
        let day = column(*place, year, row.len());
        let Some(x) = end.checked_sub(wide).map(|last| last.min(day)) else {
            break;
        };
        // The nearer one of two is near enough.
        if day - x > DRIFT + wide - 1 {
            continue;
        }
        row.iter_mut()
            .skip(x)
            .take(wide)
            .for_each(|cell| *cell = 'i');
        latest = latest.or(Some(x + wide - 1));
        end = x.saturating_sub(1);
    }
    latest
}

fn booked(row: &mut [char], year: &YearView, today: usize, latest: Option<usize>) {
    let mut first = latest.map_or(0, |latest| latest + 2).max(today + 1);
    for place in &year.booked {
        let day = column(*place, year, row.len());
        let x = day.max(first);
        if x - day > DRIFT {
            continue;
        }
        for beside in [x.checked_sub(1), x.checked_add(1)].into_iter().flatten() {
            if let Some(cell) = row.get_mut(beside).filter(|cell| **cell == '.') {
                *cell = ' ';
            }
        }
        if let Some(cell) = row.get_mut(x) {
            *cell = '|';
        }
        first = x + 2;
    }
}

/// The months below the line, each where it begins. What has no room is left out: the month the year begins in
/// rather than the one after it.
pub(super) fn months(year: &YearView, width: u16) -> String {
    let mut end = usize::from(width) + 1;
    let mut shown = Vec::new();
    for (place, name) in year.months.iter().rev() {
        let x = column(*place, year, usize::from(width));
        if x + text_width(name) < end {
            shown.push((x, name));
            end = x;
        }
    }
    let mut row = String::new();
    for (x, name) in shown.into_iter().rev() {
        row.push_str(&" ".repeat(x.saturating_sub(text_width(&row))));
        row.push_str(name);
    }
    row
}

/// The column in which a place of the year lies.
fn column(place: u16, year: &YearView, width: usize) -> usize {
    usize::from(place) * width / usize::from(year.days.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];

    fn year(outings: &[(u16, bool)], booked: &[u16]) -> YearView {
        let month = |n: u16| Some((n * 30 + 12, (*NAMES.get(usize::from(n))?).to_owned()));
        YearView {
            days: 366,
            today: 335,
            outings: outings.to_vec(),
            booked: booked.to_vec(),
            months: (0..12).filter_map(month).collect(),
        }
    }

    /// The marks of a line: how wide each is.
    fn marks(line: &str) -> Vec<usize> {
        let runs = line.split(|c| c != 'i').map(str::len);
        runs.filter(|run| *run > 0).collect()
    }

    #[test]
    fn outings_stand_where_their_days_lie() {
        let quiet = year(&[(100, false), (200, true)], &[350]);
        let line = line(&quiet, 66);
        let at = |mark| line.find(mark);
        assert_eq!((at("i"), at("ii"), at("|")), (Some(18), Some(36), Some(63)));
    }

    #[test]
    fn outings_of_neighbouring_days_stay_apart() {
        for (outings, is) in [
            (vec![(200, false), (201, false)], "i_i"),
            (vec![(200, true), (200, false)], "ii_i"),
            (vec![(334, true), (335, true)], "ii_ii "),
            (vec![(0, false), (1, false)], "i__"),
        ] {
            let line = format!("{} ", line(&year(&outings, &[]), 66));
            assert!(line.contains(is), "{outings:?}: {line}");
        }
    }

    #[test]
    fn a_year_without_outings_is_a_line_and_nothing_else() {
        let line = line(&year(&[], &[]), 66);
        assert_eq!(line.trim_end_matches([' ', '.']), "_".repeat(61));
    }

    proptest! {
        #[test]
        fn the_line_never_says_more_than_the_outings(
            mut outings in prop::collection::vec((0u16..366, any::<bool>()), 0..40),
            mut booked in prop::collection::vec(335u16..366, 0..6),
            width in 1u16..120,
        ) {
            outings.sort_unstable();
            booked.sort_unstable();
            let view = year(&outings, &booked);
            let drawn = line(&view, width);
            let marks = marks(&drawn);
            let two = outings.iter().filter(|(_, together)| *together).count();
            prop_assert!(drawn.len() <= usize::from(width));
            prop_assert!(marks.iter().all(|wide| *wide < 3), "{}", drawn);
            prop_assert!(marks.iter().filter(|wide| **wide == 2).count() <= two);
            prop_assert!(marks.iter().filter(|wide| **wide == 1).count() <= outings.len() - two);
            prop_assert!(drawn.matches('|').count() <= booked.len());
            prop_assert!(!drawn.contains("i|") && !drawn.contains("||"), "{}", drawn);
            let today = column(view.today, &view, usize::from(width));
            let beyond: String = drawn.chars().skip(today + 1).collect();
            prop_assert!(!beyond.contains(['i', '_']), "{}", drawn);
        }

        #[test]
        fn every_mark_lies_near_its_day(
            outings in prop::collection::btree_set(0u16..335, 0..30),
            width in 54u16..67,
        ) {
            let outings: Vec<_> = outings.into_iter().map(|day| (day, day % 2 == 0)).collect();
            let view = year(&outings, &[]);
            let days: Vec<usize> = outings
                .iter()
                .map(|(day, _)| column(*day, &view, usize::from(width)))
                .collect();
            for (x, c) in line(&view, width).chars().enumerate() {
                let near = days.iter().any(|day| (x.saturating_sub(1)..=x + DRIFT + 1).contains(day));
                prop_assert!(c != 'i' || near);
            }
        }

        #[test]
        fn outings_weeks_apart_are_all_there(
            first in 0u16..20,
            gaps in prop::collection::vec((21u16..60, any::<bool>()), 1..15),
            width in 54u16..67,
        ) {
            let mut day = first;
            let mut outings = Vec::new();
            for (gap, together) in gaps {
                outings.push((day, together));
                day += gap;
            }
            outings.retain(|(day, _)| *day <= 335);
            let drawn = marks(&line(&year(&outings, &[]), width));
            let wide: Vec<usize> = outings.iter().map(|(_, two)| 1 + usize::from(*two)).collect();
            prop_assert_eq!(drawn, wide);
        }

        #[test]
        fn names_of_months_never_touch(
            begins in prop::collection::btree_set(0u16..366, 0..20),
            width in 1u16..120,
        ) {
            let begins = begins.into_iter().zip(NAMES.iter().cycle());
            let view = YearView {
                months: begins.map(|(at, name)| (at, (*name).to_owned())).collect(),
                ..year(&[], &[])
            };
            let row = months(&view, width);
            prop_assert!(row.len() <= usize::from(width));
            prop_assert!(row.split_whitespace().all(|name| NAMES.contains(&name)), "{}", row);
        }
    }
}
