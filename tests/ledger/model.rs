//! What a river's agreements have come to, kept up deed by deed. It has no versions to search and no files to sort:
//! every agreement is where its last deed has put it.

use crate::story::{Deed, Outing};
use chrono::NaiveDate;
use floe::content::View;
use floe::ledger::{Entry, Ledger, Life};
use floe::session::{Fate, Seat};
use std::collections::BTreeMap;

/// An agreement, as far as anybody can see it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    id: String,
    by: Seat,
    life: Life,
    standing: String,
    offered: Option<String>,
    over: Option<(NaiveDate, Fate)>,
    marks: Vec<(NaiveDate, Seat, View, Option<String>)>,
    /// What a return visit brings along of it.
    brought: Option<(Option<String>, bool)>,
}

/// One agreement on its way.
#[derive(Debug, Clone)]
struct Promise {
    by: Seat,
    /// How it stands while it isn't over: offered, agreed, change offered or changed.
    alive: Life,
    standing: String,
    offered: Option<String>,
    over: Option<(NaiveDate, Fate)>,
    /// With the number of the deed, for days with several.
    marks: BTreeMap<(NaiveDate, usize), (Seat, View, Option<String>)>,
    /// The wish left last; of those of one visit the one about the latest day.
    wish: Option<(String, (NaiveDate, NaiveDate))>,
    broken: Vec<String>,
}

/// All agreements, in the order they became known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    promises: Vec<(String, Promise)>,
    deeds: usize,
}

impl Model {
    /// What these crossings come to, which happened one after the other.
    pub(crate) fn after<'a>(outings: impl IntoIterator<Item = &'a Outing>) -> Self {
        let mut model = Self::default();
        for outing in outings {
            for (id, deed) in &outing.deeds {
                model.deeds += 1;
                model.happened(outing, id, deed);
            }
        }
        model
    }

    fn happened(&mut self, outing: &Outing, id: &str, deed: &Deed) {
        let (day, number) = (outing.landed.day(), self.deeds);
        let known = self.promises.iter_mut().find(|(known, _)| known == id);
        match (known, deed) {
            (
                Some((_, promise)),
                Deed::Marked {
                    by,
                    view,
                    about,
                    wish,
                },
            ) => {
                let about = about.unwrap_or(day);
                promise
                    .marks
                    .insert((about, number), (*by, *view, wish.clone()));
                if *view == View::Broken && promise.broken.last() != Some(&outing.id) {
                    promise.broken.push(outing.id.clone());
                }
                let before = promise.wish.as_ref().map(|(_, left)| *left);
                if let Some(wish) = wish
                    && before <= Some((day, about))
                {
                    promise.wish = Some((wish.clone(), (day, about)));
                }
            }
            (Some((_, promise)), Deed::Turned(Fate::Agreed)) => promise.agreed(),
            (Some((_, promise)), Deed::Turned(fate)) => promise.over = Some((day, *fate)),
            (Some((_, promise)), Deed::Wrote { text, agreed, .. }) => {
                promise.written(text, *agreed)
            }
            (None, Deed::Wrote { by, text, agreed }) => {
                let promise = Promise {
                    by: *by,
                    alive: if *agreed { Life::Agreed } else { Life::Offered },
                    standing: text.clone(),
                    offered: None,
                    over: None,
                    marks: BTreeMap::new(),
                    wish: None,
                    broken: Vec::new(),
                };
                self.promises.push((id.to_owned(), promise));
            }
            // Of what nobody knows any more, nothing is told.
            (None, _) => {}
        }
    }

    pub(crate) fn told(&self) -> Vec<Told> {
        let told = |(id, promise): &(String, Promise)| promise.told(id);
        self.promises.iter().map(told).collect()
    }

    pub(crate) fn lives(&self) -> impl Iterator<Item = Life> {
        self.promises.iter().map(|(_, promise)| promise.life())
    }
}

impl Promise {
    /// The other has said yes to what was offered last.
    fn agreed(&mut self) {
        match self.alive {
            Life::Offered => self.alive = Life::Agreed,
            Life::ChangeOffered => {
                self.alive = Life::Changed;
                self.standing = self.offered.take().unwrap();
            }
            _ => {}
        }
    }

    fn written(&mut self, text: &str, agreed: bool) {
        (self.over, self.wish) = (None, None);
        match (self.alive, agreed) {
            (Life::Offered, _) => text.clone_into(&mut self.standing),
            _ => self.offered = Some(text.to_owned()),
        }
        if self.alive != Life::Offered {
            self.alive = Life::ChangeOffered;
        }
        if agreed {
            self.agreed();
        }
    }

    fn life(&self) -> Life {
        match self.over {
            None => self.alive,
            Some((_, Fate::Completed)) => Life::Completed,
            Some((_, Fate::Differently)) => Life::Differently,
            Some(_) => Life::Ended,
        }
    }

    fn told(&self, id: &str) -> Told {
        let marks = self.marks.iter();
        let marks = marks.map(|((day, _), (by, view, wish))| (*day, *by, *view, wish.clone()));
        Told {
            id: id.to_owned(),
            by: self.by,
            life: self.life(),
            standing: self.standing.clone(),
            offered: self.offered.clone(),
            over: self.over,
            marks: marks.collect(),
            brought: self.over.is_none().then(|| {
                let wish = self.wish.as_ref().map(|(wish, _)| wish.clone());
                (wish, self.broken.len() == 2)
            }),
        }
    }
}

/// The same of a ledger.
pub(crate) fn told(ledger: &Ledger) -> Vec<Told> {
    let brought: BTreeMap<String, _> = ledger
        .brought()
        .into_iter()
        .map(|brought| {
            let entry = ledger
                .entries
                .iter()
                .find(|entry| entry.id == brought.id)
                .unwrap();
            let offered = entry.offered().map(|version| version.agreement.clone());
            assert_eq!(
                (&brought.standing, brought.offered),
                (&entry.standing().unwrap().agreement, offered)
            );
            (brought.id, (brought.wish, brought.broken_twice))
        })
        .collect();
    let told = |entry: &Entry| Told {
        id: entry.id.clone(),
        by: entry.by,
        life: entry.life(),
        standing: entry.standing().unwrap().agreement.text.clone(),
        offered: entry
            .offered()
            .map(|version| version.agreement.text.clone()),
        over: entry.over,
        marks: entry
            .marks
            .iter()
            .map(|marked| {
                (
                    marked.on,
                    marked.by,
                    marked.mark.view,
                    marked.mark.wish.clone(),
                )
            })
            .collect(),
        brought: brought.get(&entry.id).cloned(),
    };
    ledger.entries.iter().map(told).collect()
}
