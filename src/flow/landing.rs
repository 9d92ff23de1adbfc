//! The list at the landing: every answer as an item, and what is kept of them.

use super::Flow;
use super::state::{Bulk, Given};
use crate::content::{Ask, By, Id, Keep, Kind, Meaning};
use crate::session::{Item, ItemKind, Reply, Seat, Substance};

/// The items marked to be kept.
pub(super) fn kept(flow: &Flow) -> Vec<Item> {
    flow.items()
        .into_iter()
        .filter(|item| flow.keeps(item))
        .collect()
}

impl Flow {
    /// Everything that was written or chosen and could be kept, in the order of the landing's list.
    pub(super) fn items(&self) -> Vec<Item> {
        let mut items = self.promise_items();
        for given in &self.state.given {
            let first_blank = !items.iter().any(|item| item.id == item_id(given));
            if first_blank && let Some(item) = self.item(given) {
                items.push(item);
            }
        }
        items.sort_by_key(|item| item.kind);
        items
    }

    /// The items of this page: of two people those of both, and one's own.
    pub(super) fn items_here(&self) -> Vec<Item> {
        let mut items = self.items();
        let seat = self.seat();
        items.retain(|item| item.shared || seat.is_none_or(|seat| item.seat == seat));
        items
    }

    /// Whether an item is to be kept. What belongs to both needs the yes of both, so one is enough to let it melt.
    pub(super) fn keeps(&self, item: &Item) -> bool {
        self.owners(item).all(|seat| self.wants(seat, item))
    }

    /// Whether the one whose page this is would keep it.
    pub(super) fn says_keep(&self, item: &Item) -> bool {
        self.wants(self.seat().unwrap_or_default(), item)
    }

    /// The name of the other one, if their yes is missing.
    pub(super) fn missing_yes(&self, item: &Item) -> Option<String> {
        let me = self.seat().unwrap_or_default();
        let mut missing = self
            .owners(item)
            .filter(|seat| *seat != me && !self.wants(*seat, item));
        missing.next().map(|seat| self.called(seat))
    }

    /// Whose yes it takes.
    fn owners(&self, item: &Item) -> impl Iterator<Item = Seat> + use<> {
        let (shared, writer) = (item.shared, item.seat);
        Seat::BOTH
            .into_iter()
            .filter(move |seat| shared || *seat == writer)
    }

    /// As somebody marked it, else as they said of the whole list, else by its kind. Of two, saying nothing keeps
    /// nothing.
    fn wants(&self, seat: Seat, item: &Item) -> bool {
        if let Some(marked) = self.state.marks.get(&(seat, item.id.clone())) {
            return *marked;
        }
        let silent = if self.is_pair() {
            Bulk::Nothing
        } else {
            Bulk::Usual
        };
        match self.state.bulk.get(&seat).copied().unwrap_or(silent) {
            Bulk::All => true,
            Bulk::Nothing => false,
            Bulk::Usual => item.kind.kept_by_default() && !self.is_private(item),
        }
    }

    fn is_private(&self, item: &Item) -> bool {
        self.asked_for(item)
            .is_some_and(|ask| ask.keep == Keep::Private)
    }

    /// Whether it was written where the other couldn't see it.
    pub(super) fn is_unseen(&self, item: &Item) -> bool {
        if let Substance::Mark(mark) = &item.substance {
            return !mark.shown;
        }
        self.asked_for(item).is_some_and(|ask| ask.unseen)
    }

    fn asked_for(&self, item: &Item) -> Option<Ask> {
        let (step, at) = self.find_ask(&Id::new(item.id.split('#').next()?))?;
        step.asks.get(at).cloned()
    }

    fn item(&self, given: &Given) -> Option<Item> {
        let (step, at) = self.find_ask(&given.ask)?;
        let ask = step.asks.get(at)?;
        if ask.keep == Keep::Never || is_steering(ask) || self.belongs_to_promise(ask, given) {
            return None;
        }
        let substance = self.substance(ask, given)?;
        Some(Item {
            id: item_id(given),
            step: given.step.clone(),
            seat: given.seat,
            shared: self.is_pair() && ask.by == By::Together,
            kind: kind_of(ask, &substance),
            label: ask.label.clone(),
            substance,
        })
    }

    fn substance(&self, ask: &Ask, given: &Given) -> Option<Substance> {
        match &ask.kind {
            Kind::Slots(slots) => {
                let labels: Vec<_> = slots.iter().map(|slot| slot.label.as_str()).collect();
                self.joined(given, &labels)
            }
            Kind::TwoColumns { left, right } => self.joined(given, &[left, right]),
            Kind::List { most } => self.joined(given, &vec![""; *most]),
            Kind::Pick { .. } => match given.reply.as_ref()? {
                Reply::Picked(words) => Some(Substance::Chosen(words.clone())),
                _ => None,
            },
            Kind::Choice(_) | Kind::Confirm { .. } => {
                // A choice without a short name steers the way; it is no memory of anything.
                ask.label.as_ref()?;
                Some(Substance::Chosen(vec![
                    self.words_of(&given.ask, given.reply.as_ref()?)?,
                ]))
            }
            Kind::Line | Kind::Text | Kind::Compose(_) => match given.reply.as_ref()? {
                Reply::Words(words) => Some(Substance::Text(words.clone())),
                _ => None,
            },
            Kind::Drawn { .. } | Kind::Shared { .. } => {
                Some(Substance::Text(self.what_came_of(ask, given)?))
            }
            Kind::Show
            | Kind::Pause { .. }
            | Kind::Keep
            | Kind::Both { .. }
            | Kind::Near
            | Kind::EachAgreement(_) => None,
        }
    }

    /// The filled blanks of one round, a line each, their labels before them.
    fn joined(&self, given: &Given, labels: &[&str]) -> Option<Substance> {
        let line = |(field, label): (usize, &&str)| {
            let reply = self
                .given_at(&given.ask, field, given.round, given.turn)?
                .reply
                .as_ref()?;
            let words = self.words_of(&given.ask, reply)?;
            Some(if label.is_empty() {
                words
            } else {
                format!("{label} {words}")
            })
        };
        let lines: Vec<_> = labels.iter().enumerate().filter_map(line).collect();
        (!lines.is_empty()).then(|| Substance::Text(lines.join("\n")))
    }
}

/// Names, titles and the list itself: they belong to the river, or to nobody.
fn is_steering(ask: &Ask) -> bool {
    matches!(
        ask.is,
        Some(Meaning::Title | Meaning::Me | Meaning::Other | Meaning::Stance | Meaning::Lean)
    )
}

fn item_id(given: &Given) -> String {
    match given.turn {
        Some(Seat::Second) => format!("{}#{}.second", given.ask, given.round),
        _ => format!("{}#{}", given.ask, given.round),
    }
}

fn kind_of(ask: &Ask, substance: &Substance) -> ItemKind {
    match (ask.is, substance) {
        (Some(Meaning::Thanks), _) => ItemKind::Thanks,
        (Some(Meaning::LookAgain), _) => ItemKind::LookAgain,
        (Some(Meaning::Carry), _) => ItemKind::Carry,
        (Some(Meaning::Card), _) => ItemKind::Card,
        (Some(Meaning::Memory), _) => ItemKind::Memory,
        (Some(Meaning::Hand | Meaning::HandLine), _) => ItemKind::Hand,
        _ if ask.guess => ItemKind::Guess,
        (_, Substance::Chosen(_)) => ItemKind::Chosen,
        _ => ItemKind::Words,
    }
}
