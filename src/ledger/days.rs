//! The days an agreement names, and the next one on which it asks to be looked at.

use super::{Entry, Life};
use crate::session::Agreement;
use crate::time::day_in;
use chrono::NaiveDate;

/// The days an agreement's clauses name, each with the stable name of its clause: when, until, to change it, to tell.
/// At most one a clause, in that order.
pub fn days(agreement: &Agreement) -> impl Iterator<Item = (&'static str, NaiveDate)> {
    let clauses = [
        ("when", &agreement.when),
        ("until", &agreement.until),
        ("change", &agreement.change_by),
        ("tell", &agreement.tell_by),
    ];
    clauses
        .into_iter()
        .filter_map(|(clause, text)| Some((clause, day_in(text.as_deref()?)?)))
}

impl Entry {
    /// The next day named by the version that stands, past ones included until they are answered: by a look at the
    /// agreements on that day or later, whose day comes in here. A day that was over when the version was written asks
    /// nothing, and neither does an agreement that is over.
    #[must_use]
    pub fn next(&self, looked: Option<NaiveDate>) -> Option<NaiveDate> {
        let standing = self.standing().filter(|_| self.over.is_none())?;
        let written = standing.at.day();
        let open = |day: &NaiveDate| *day >= written && looked.is_none_or(|looked| *day > looked);
        let days = days(&standing.agreement).map(|(_, day)| day);
        days.filter(open).min()
    }
}

impl Life {
    /// Its stable name: the status in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Agreed => "agreed",
            Self::ChangeOffered => "change_offered",
            Self::Changed => "changed",
            Self::Completed => "completed",
            Self::Ended => "ended",
            Self::Differently => "differently",
        }
    }
}
