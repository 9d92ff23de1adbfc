//! What is promised, marked and ended on a crossing, as items of its landing: agreements and new versions of them,
//! marks, and what becomes of agreements.

use super::Flow;
use super::marks::writer;
use super::state::Given;
use crate::content::{Ask, By, Clause, Meaning, Mode, View};
use crate::session::{
    Agreement, Fate, Item, ItemKind, Mark, Promise, Reply, Seat, Status, Substance, Turn,
};
use crate::time::day_in;
use crate::words::{Key, Words};

/// What can be changed of an agreement without saying anew what is promised.
const TERMS: [Clause; 9] = [
    Clause::Until,
    Clause::When,
    Clause::Who,
    Clause::Instead,
    Clause::SeenBy,
    Clause::IfThen,
    Clause::ChangeBy,
    Clause::TellBy,
    Clause::LooksAfter,
];

impl Flow {
    /// The agreement of this crossing, and what was said of those that were brought along.
    pub(super) fn promise_items(&self) -> Vec<Item> {
        let mut items: Vec<Item> = self.agreement_item(None).into_iter().collect();
        for about in 0..self.header.brought.len() {
            items.extend(self.agreement_item(Some(about)));
            items.extend(self.turn_item(about));
            let marks = Seat::BOTH.into_iter();
            items.extend(marks.filter_map(|seat| self.mark_item(about, seat)));
        }
        items
    }

    /// Whether an answer is part of an agreement, a mark or a turn, and no item by itself.
    pub(super) fn belongs_to_promise(&self, ask: &Ask, given: &Given) -> bool {
        let meaning = self.meaning_of(&given.ask, given.field);
        let is = |wanted: fn(Meaning) -> bool| {
            let told = ask.is.into_iter().chain(meaning);
            told.into_iter().any(wanted)
        };
        let words = is(|meaning| matches!(meaning, Meaning::Note | Meaning::Wish));
        let beside = given
            .about
            .filter(|_| words)
            .and_then(|about| self.mark_item(about, writer(given)));
        let steers = |meaning| {
            matches!(
                meaning,
                Meaning::Agreement(_) | Meaning::Mark | Meaning::ShowMark | Meaning::Became
            )
        };
        beside.is_some() || is(steers)
    }
}

/// Agreements.
impl Flow {
    /// An agreement, put together from its clauses; None while nothing is promised. Of one that was brought along it is
    /// a new version, and what isn't said anew stays as it was.
    fn agreement_item(&self, about: Option<usize>) -> Option<Item> {
        let old = about.and_then(|about| self.header.brought.get(about));
        let text = self.clause_given(about, Clause::Text);
        let terms = || {
            let mut terms = TERMS.into_iter();
            terms.find_map(|clause| self.clause_given(about, clause))
        };
        let origin = text.or_else(|| old.and_then(|_| terms()))?;
        if about.is_some_and(|about| self.ended_since(about)) {
            return None;
        }
        let base = old.filter(|_| text.is_none());
        let base = base.map(|old| old.standing.clone()).unwrap_or_default();
        let agreement = self.agreement(about, base);
        // Of two it stays an offer: a line that isn't there would tell what one of them answered alone.
        let leash = self.is_leash(about, &agreement);
        if self.is_let_go(about) || (leash && !self.is_pair()) {
            return None;
        }
        let agreement = Agreement {
            status: if leash {
                Status::Offered
            } else {
                agreement.status
            },
            ..agreement
        };
        let id = match about {
            Some(about) => format!("agreement.{}", about + 1),
            None => "agreement".to_owned(),
        };
        Some(Item {
            id,
            step: origin.step.clone(),
            seat: origin.seat,
            shared: self.is_pair(),
            kind: ItemKind::Agreement,
            label: None,
            substance: Substance::Agreement(Box::new(agreement)),
        })
    }

    fn agreement(&self, about: Option<usize>, base: Agreement) -> Agreement {
        let told = |clause, before: Option<String>| self.clause(about, clause).or(before);
        let kind = match self.clause_given(about, Clause::Kind) {
            Some(_) if self.chose_clause(about, Clause::Kind, "dont") => Promise::Dont,
            Some(_) => Promise::Do,
            None => base.kind,
        };
        // What the two remember differently is let go; whatever comes after it is new.
        let fate = about.and_then(|about| self.fate_of(about));
        let fate = fate.map(|(fate, _)| fate);
        let old = about.filter(|_| fate != Some(Fate::Differently));
        let old = old.and_then(|about| self.header.brought.get(about));
        Agreement {
            kind,
            text: told(Clause::Text, None).unwrap_or(base.text),
            instead: told(Clause::Instead, base.instead),
            who: told(Clause::Who, base.who),
            when: told(Clause::When, base.when),
            until: told(Clause::Until, base.until),
            seen_by: told(Clause::SeenBy, base.seen_by),
            looks_after: self.looked_after(about).unwrap_or(base.looks_after),
            if_then: told(Clause::IfThen, base.if_then),
            change_by: told(Clause::ChangeBy, base.change_by),
            tell_by: told(Clause::TellBy, base.tell_by),
            purpose: told(Clause::Purpose, base.purpose),
            free_no: told(Clause::FreeNo, None).filter(|_| !self.is_pair()),
            status: if self.two_yeses(about) {
                Status::Agreed
            } else {
                Status::Offered
            },
            of: old.map(|old| old.id.clone()),
        }
    }

    /// A solo page says so: where a no isn't free, or it is let go, no agreement is written. Of two it stays an offer
    /// on the list, whatever each said unseen: a line that isn't there would tell.
    fn is_let_go(&self, about: Option<usize>) -> bool {
        let let_go = self.chose_clause(about, Clause::FreeNo, "no")
            || self.chose_clause(about, Clause::Offer, "let_go");
        self.header.mode == Mode::Solo && let_go
    }

    /// A way into what is the other's, without an end or without a purpose: floe doesn't help to write it.
    fn is_leash(&self, about: Option<usize>, agreement: &Agreement) -> bool {
        let Some(access) = self.clause_given(about, Clause::Access) else {
            return false;
        };
        let yes = |given: &&Given| {
            let same = given.ask == access.ask && given.round == access.round;
            same && matches!(&given.reply, Some(Reply::Chose(id)) if *id != "no")
        };
        let endless = agreement.until.is_none() || agreement.purpose.is_none();
        endless && self.state.given.iter().any(|given| yes(&given))
    }

    fn clause_given(&self, about: Option<usize>, clause: Clause) -> Option<&Given> {
        let meaning = Some(Meaning::Agreement(clause));
        let mut given = self.state.given.iter().rev();
        given.find(|given| {
            given.about == about
                && given.reply.is_some()
                && self.meaning_of(&given.ask, given.field) == meaning
        })
    }

    fn chose_clause(&self, about: Option<usize>, clause: Clause, option: &str) -> bool {
        let careful = self
            .clause_given(about, clause)
            .and_then(|given| self.read_of(&given.ask, None, about));
        let reply = careful.and_then(|given| given.reply.as_ref());
        matches!(reply, Some(Reply::Chose(id)) if *id == option)
    }

    /// Whether both said yes to it, each for themself, and nobody said that a no isn't free.
    fn two_yeses(&self, about: Option<usize>) -> bool {
        // Of the last time it was asked: a round in which one of them passed it takes the yeses back.
        let meaning = Some(Meaning::Agreement(Clause::Offer));
        let mut asked = self.state.given.iter().rev();
        let last = asked.find(|given| {
            given.about == about && self.meaning_of(&given.ask, given.field) == meaning
        });
        let Some(offer) = last else {
            return false;
        };
        // A yes is one to the words that stood there: whatever was rewritten since takes two new ones.
        let said = self.newest_clause(about);
        let yes = |seat: Seat| {
            let given = self.given_at(&offer.ask, 0, offer.round, Some(seat));
            let after = given.filter(|given| Some(given.order) > said);
            matches!(after.and_then(|given| given.reply.as_ref()), Some(Reply::Chose(id)) if *id == "offer")
        };
        let bound = self.chose_clause(about, Clause::FreeNo, "no");
        self.is_pair() && Seat::BOTH.into_iter().all(yes) && !bound
    }

    /// When its words were last written, counted in answers.
    fn newest_clause(&self, about: Option<usize>) -> Option<u64> {
        let clauses = [Clause::Text, Clause::Kind].into_iter().chain(TERMS);
        let orders = clauses.filter_map(|clause| Some(self.clause_given(about, clause)?.order));
        orders.max()
    }

    fn clause(&self, about: Option<usize>, clause: Clause) -> Option<String> {
        let given = self.clause_given(about, clause)?;
        self.words_of(&given.ask, given.reply.as_ref()?)
    }

    fn looked_after(&self, about: Option<usize>) -> Option<Vec<String>> {
        let given = self.clause_given(about, Clause::LooksAfter)?;
        match given.reply.as_ref()? {
            Reply::Picked(words) => Some(words.clone()),
            Reply::Words(words) => Some(vec![words.clone()]),
            _ => None,
        }
    }
}

/// Marks and turns.
impl Flow {
    fn mark_item(&self, about: usize, seat: Seat) -> Option<Item> {
        let of = self.header.brought.get(about)?.id.clone();
        let wish = self.of_seat(Meaning::Wish, about, seat);
        let wished = wish.and_then(|given| self.blanks(given));
        let marks = self.marks_of(about);
        let mark = marks.iter().find(|mark| mark.by == seat);
        let told = mark.filter(|mark| !self.is_pair() || self.is_shown(mark.given));
        let (given, view, shown) = match (told, wish) {
            (Some(mark), _) => (mark.given, mark.view, self.is_pair()),
            (None, Some(wish)) if wished.is_some() => {
                // It is left for both to see on the next visit.
                (wish, View::Change, self.is_pair())
            }
            // Of two, a mark that wasn't shown isn't kept anywhere (product: "What is kept").
            _ => return None,
        };
        let note = self.notes_of(about, seat);
        let mark = Mark {
            of,
            view,
            on: note.as_deref().and_then(day_in),
            note,
            shown,
            wish: wished,
        };
        let number = about + 1;
        let id = match seat {
            Seat::First => format!("mark.{number}"),
            Seat::Second => format!("mark.{number}.second"),
        };
        Some(Item {
            id,
            step: given.step.clone(),
            seat,
            shared: false,
            kind: ItemKind::Mark,
            label: None,
            substance: Substance::Mark(mark),
        })
    }

    /// Everything one person wrote beside an agreement, in the order it was asked.
    fn notes_of(&self, about: usize, seat: Seat) -> Option<String> {
        let asks = self.asks_that_mean(Meaning::Note);
        let latest = asks.into_iter().filter_map(|ask| {
            let mut given = self.state.given.iter().rev();
            given.find(|given| {
                given.ask == *ask && given.about == Some(about) && writer(given) == seat
            })
        });
        let lines: Vec<String> = latest.filter_map(|given| self.blanks(given)).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn turn_item(&self, about: usize) -> Option<Item> {
        let brought = self.header.brought.get(about)?;
        let (of, version) = (brought.id.clone(), brought.written.clone());
        let (to, given) = self.fate_of(about)?;
        let version = version.filter(|_| to == Fate::Agreed);
        Some(Item {
            id: format!("turn.{}", about + 1),
            step: given.step.clone(),
            seat: given.seat,
            shared: self.is_pair(),
            kind: ItemKind::Turn,
            label: None,
            substance: Substance::Turn(Turn { of, to, version }),
        })
    }

    /// What becomes of an agreement, by the last ask that changed it. Two people change it only if both said the same:
    /// where they differ, or one passes, it stays as it is.
    fn fate_of(&self, about: usize) -> Option<(Fate, &Given)> {
        let asks = self.asks_that_mean(Meaning::Became);
        let last = asks.into_iter().filter_map(|ask| {
            let mut given = self.state.given.iter().rev();
            let last = given.find(|given| given.ask == *ask && given.about == Some(about))?;
            let decides = self.decides(last)?;
            Some((fate(decides.reply.as_ref()?)?, decides))
        });
        last.max_by_key(|(_, given)| given.order)
    }

    /// Whether it ended after its words were written anew: then there is no new version of it.
    fn ended_since(&self, about: usize) -> bool {
        let ends = |fate| matches!(fate, Fate::Completed | Fate::Ended);
        let ended = self.fate_of(about).filter(|(fate, _)| ends(*fate));
        ended.is_some_and(|(_, given)| Some(given.order) > self.newest_clause(Some(about)))
    }

    /// Whether it ended on this visit.
    pub(super) fn is_over(&self, about: usize) -> bool {
        self.fate_of(about)
            .is_some_and(|(fate, _)| fate != Fate::Agreed)
    }

    /// The answer that stands for both, or for the only one.
    fn decides<'a>(&'a self, last: &'a Given) -> Option<&'a Given> {
        if !self.is_pair() {
            return Some(last);
        }
        let (step, at) = self.find_ask(&last.ask)?;
        match step.asks.get(at)?.by {
            By::Together => Some(last),
            By::Each => {
                let of = |seat| self.given_at(&last.ask, last.field, last.round, Some(seat));
                let [first, second] = Seat::BOTH.map(of);
                second.filter(|second| first.is_some_and(|first| first.reply == second.reply))
            }
            _ => None,
        }
    }
}

/// In words, for lists.
impl Flow {
    /// An item in one or two sentences.
    pub(super) fn in_words(&self, item: &Item) -> String {
        match &item.substance {
            Substance::Text(text) => text.clone(),
            Substance::Chosen(words) => words.join(", "),
            Substance::Mark(mark) => {
                let seen = self.about_agreement(&mark.of, Key::of_view(mark.view));
                let beside = mark.note.iter().chain(&mark.wish);
                let lines: Vec<String> = std::iter::once(seen).chain(beside.cloned()).collect();
                lines.join("\n")
            }
            Substance::Turn(turn) => self.about_agreement(&turn.of, Key::of_fate(turn.to)),
            Substance::Agreement(agreement) => {
                let until = agreement.until.as_deref().unwrap_or_default();
                if until.is_empty() {
                    agreement.text.clone()
                } else {
                    format!("{} ({until})", agreement.text)
                }
            }
        }
    }

    fn about_agreement(&self, id: &str, key: Key) -> String {
        let words = Words::of(&self.pack);
        let word = words.say(key, &[]);
        let mut brought = self.header.brought.iter();
        let text = brought.find(|brought| brought.id == id);
        let text = text.map_or("", |brought| brought.standing.text.as_str());
        words.say(Key::AboutAgreement, &[("agreement", text), ("word", &word)])
    }
}

/// What an option makes of an agreement; None if it changes nothing.
fn fate(reply: &Reply) -> Option<Fate> {
    let Reply::Chose(option) = reply else {
        return None;
    };
    let fates = [
        Fate::Agreed,
        Fate::Completed,
        Fate::Ended,
        Fate::Differently,
    ];
    fates.into_iter().find(|fate| *option == fate.name())
}
