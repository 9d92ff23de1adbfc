//! Marks: how each sees what became of an agreement, which of them the other may see, and which paths they open.

use super::Flow;
use super::fit::chosen;
use super::page::Shown;
use super::state::Given;
use crate::content::{Ask, Clause, Id, Kind, Meaning, Path, Piece, Show, Standing, View};
use crate::session::{Agreement, Brought, Reply, Seat, Status};

/// How one person sees what became of an agreement.
pub(super) struct Seen<'a> {
    pub(super) given: &'a Given,
    pub(super) by: Seat,
    pub(super) view: View,
}

/// Whether an ask is put once for every agreement that was brought along.
pub(super) const fn asks_of_each(ask: &Ask) -> bool {
    matches!(ask.kind, Kind::EachAgreement(_))
}

impl Flow {
    /// The latest mark of each, of those who made one.
    pub(super) fn marks_of(&self, agreement: usize) -> Vec<Seen<'_>> {
        let marked = |by: Seat| {
            let given = self.of_seat(Meaning::Mark, agreement, by)?;
            let Reply::Chose(option) = given.reply.as_ref()? else {
                return None;
            };
            let view = View::ALL.into_iter().find(|view| *option == view.name())?;
            Some(Seen { given, by, view })
        };
        Seat::BOTH.into_iter().filter_map(marked).collect()
    }

    /// What one person answered last to an ask of this meaning, about an agreement; it may have been passed.
    pub(super) fn of_seat(&self, meaning: Meaning, about: usize, seat: Seat) -> Option<&Given> {
        let asks = self.asks_that_mean(meaning);
        let mut given = self.state.given.iter().rev();
        given.find(|given| {
            given.about == Some(about) && writer(given) == seat && asks.contains(&&given.ask)
        })
    }

    /// The asks that mean something to floe, by themselves or in a blank, in the order they are walked.
    pub(super) fn asks_that_mean(&self, meaning: Meaning) -> Vec<&Id> {
        let began = self.pack.practices.get(&self.header.practice);
        let walked = began.filter(|began| began.id != self.practice().id);
        let floes = walked.into_iter().flat_map(|began| &began.floes);
        let asks = floes
            .chain(&self.practice().floes)
            .flat_map(|floe| &floe.steps)
            .flat_map(|step| &step.asks);
        let in_blank = |ask: &Ask| match &ask.kind {
            Kind::Slots(slots) => slots.iter().any(|slot| slot.is == Some(meaning)),
            _ => false,
        };
        let means = |ask: &&Ask| ask.is == Some(meaning) || in_blank(ask);
        asks.filter(means).map(|ask| &ask.id).collect()
    }

    /// Whether the other may see a mark: it was made in the open, or its writer said so, one by one or for all.
    pub(super) fn is_shown(&self, mark: &Given) -> bool {
        if !self.is_pair() {
            return false;
        }
        let Some(seat) = mark.turn else { return true };
        let asks = self.asks_that_mean(Meaning::ShowMark);
        let said = self.state.given.iter().filter(|given| {
            let fits = given.about.is_none() || given.about == mark.about;
            fits && writer(given) == seat && asks.contains(&&given.ask)
        });
        // What was said of an earlier mark doesn't hold for one that was made since.
        let last = said.max_by_key(|given| given.order);
        let last = last.filter(|said| said.order > mark.order);
        matches!(last.and_then(|given| given.reply.as_ref()), Some(Reply::Chose(id)) if *id == "show")
    }

    /// How an agreement is seen, as far as it may be told. Alone, everything may.
    fn told_views(&self, agreement: usize) -> Vec<View> {
        let marks = self.marks_of(agreement).into_iter();
        marks
            .filter(|mark| !self.is_pair() || self.is_shown(mark.given))
            .map(|mark| mark.view)
            .collect()
    }

    /// The paths that are open for an agreement, in the order they are walked.
    pub(super) fn open_paths(&self, agreement: usize) -> Vec<Path> {
        let Some(brought) = self.header.brought.get(agreement) else {
            return Vec::new();
        };
        let views = self.told_views(agreement);
        let too_early = !views.is_empty() && views.iter().all(|view| *view == View::NotYet);
        let offer = (waits(brought) && !too_early).then_some(Path::Offer);
        // Where two see it differently, what weighs more is looked at, and the other view stands beside it.
        let seen = [
            (View::Broken, Path::Broken),
            (View::Differently, Path::Differently),
            (View::Part, Path::Part),
            (View::Change, Path::Change),
            (View::Kept, Path::Kept),
        ];
        let heaviest = seen.into_iter().find(|(view, _)| views.contains(view));
        let mark = heaviest.map(|(_, path)| path);
        let wish = brought.wish.as_ref().map(|_| Path::Change);
        let wish = wish.filter(|path| mark != Some(*path));
        offer.into_iter().chain(mark).chain(wish).collect()
    }
}

/// Asking about each agreement.
impl Flow {
    /// The agreements an ask is put about, to one person or to both: whether a mark is shown only where there is one.
    pub(super) fn agreements_asked(
        &self,
        ask: &Ask,
        eyes: Option<Seat>,
    ) -> impl Iterator<Item = usize> + use<'_> {
        let shows = ask.is == Some(Meaning::ShowMark);
        let count = match asks_of_each(ask) {
            true => self.header.brought.len(),
            false => 0,
        };
        (0..count).filter(move |agreement| {
            let marks = || self.marks_of(*agreement);
            !shows
                || marks()
                    .iter()
                    .any(|mark| eyes.is_none_or(|eyes| mark.by == eyes))
        })
    }

    pub(super) fn has_nothing_to_ask_about(&self, ask: &Ask, eyes: Option<Seat>) -> bool {
        asks_of_each(ask) && self.agreements_asked(ask, eyes).next().is_none()
    }

    /// The blank an ask begins with.
    pub(super) fn first_field(&self, ask: &Ask, eyes: Option<Seat>) -> usize {
        self.agreements_asked(ask, eyes).next().unwrap_or(0)
    }

    /// Whether another blank of the ask follows this one.
    pub(super) fn has_field_after(&self, ask: &Ask, field: usize) -> bool {
        if asks_of_each(ask) {
            let mut asked = self.agreements_asked(ask, self.state.place.seat);
            return asked.any(|at| at > field);
        }
        field + 1 < super::walk::fields(&ask.kind)
    }

    /// What is said back to one agreement's answer, before the next is asked about.
    pub(super) fn say_of_agreement(&mut self, ask: &Ask, reply: &Reply) {
        if asks_of_each(ask) && !self.is_covered() {
            self.state.notice = chosen(&ask.kind, reply).and_then(|chosen| chosen.says);
        }
    }
}

/// The agreement at hand, as it was brought along.
impl Flow {
    fn at_hand(&self) -> Option<&Brought> {
        self.header.brought.get(self.about()?)
    }

    /// What it promises.
    pub(super) fn promise_at_hand(&self) -> Option<String> {
        Some(self.at_hand()?.standing.text.clone())
    }

    /// Whether this holds of an agreement.
    pub(super) fn stands_so(
        &self,
        standing: Standing,
        eyes: Option<Seat>,
        about: Option<usize>,
    ) -> bool {
        if standing == Standing::Any {
            return !self.header.brought.is_empty();
        }
        let Some(brought) = about.and_then(|about| self.header.brought.get(about)) else {
            return false;
        };
        // A path begins with the floor of whoever promised.
        let here = self.state.visit.map(|visit| visit.agreement) == about;
        let floor = if here { self.state.floor } else { brought.by };
        let me = match self.is_pair() {
            true => eyes.unwrap_or(floor),
            false => Seat::First,
        };
        match standing {
            Standing::Any => true,
            Standing::Offered => waits(brought),
            Standing::Mine => brought.by == me,
            Standing::Theirs => brought.by != me,
            Standing::Wished => brought.wish.is_some(),
            Standing::BrokenTwice => brought.broken_twice,
        }
    }

    /// A piece of it above a prompt.
    pub(super) fn shown_piece(&self, show: &Show, piece: Piece) -> Option<Shown> {
        let brought = self.at_hand()?;
        let stands = &brought.standing;
        let text = match piece {
            Piece::Text => Some(stands.text.clone()),
            Piece::Instead => stands.instead.clone(),
            Piece::Until => stands.until.clone(),
            Piece::SeenBy => stands.seen_by.clone(),
            Piece::LooksAfter => Some(stands.looks_after.join(", ")),
            Piece::IfThen => stands.if_then.clone(),
            Piece::Offered => brought.offered.as_ref().map(|offered| offered.text.clone()),
            Piece::Wish => brought.wish.clone(),
        };
        Some(Shown {
            label: show.label.as_ref().map(|label| self.named(label)),
            text: text.filter(|text| !text.is_empty())?,
            guess: false,
            own: false,
        })
    }

    /// A clause as it stands, where one is written anew: what stays needn't be typed again. What is remembered
    /// differently is let go, and begins with an empty page.
    pub(super) fn clause_that_stands(&self, ask: &Ask) -> Option<String> {
        let visit = self.visit_at(self.state.place)?;
        let path = self.practice().floes.get(visit.floe)?.path;
        if path == Some(Path::Differently) {
            return None;
        }
        let meaning = self.meaning_of(&ask.id, self.state.place.field)?;
        let Meaning::Agreement(clause) = meaning else {
            return None;
        };
        clause_of(&self.at_hand()?.standing, clause)
    }
}

/// A clause that is written in words.
fn clause_of(agreement: &Agreement, clause: Clause) -> Option<String> {
    match clause {
        Clause::Text => Some(agreement.text.clone()),
        Clause::Instead => agreement.instead.clone(),
        Clause::Who => agreement.who.clone(),
        Clause::When => agreement.when.clone(),
        Clause::Until => agreement.until.clone(),
        Clause::SeenBy => agreement.seen_by.clone(),
        Clause::IfThen => agreement.if_then.clone(),
        Clause::ChangeBy => agreement.change_by.clone(),
        Clause::TellBy => agreement.tell_by.clone(),
        Clause::Purpose => agreement.purpose.clone(),
        Clause::Kind | Clause::LooksAfter | Clause::FreeNo | Clause::Offer | Clause::Access => None,
    }
}

/// Who answered: whose turn it was, where each has one.
pub(super) fn writer(given: &Given) -> Seat {
    given.turn.unwrap_or(given.seat)
}

/// Whether an agreement, or a new version of it, waits for a yes.
fn waits(brought: &Brought) -> bool {
    brought.offered.is_some() || brought.standing.status == Status::Offered
}
