//! How an ask is answered, as a front end sees it, and what stands there already.

use super::Flow;
use super::page::{AskView, ItemView, Offered, PickGroup, Sibling};
use crate::chance::order;
use crate::content::{Ask, Choice, Id, Keep, Kind, Meaning, Part, Source};
use crate::session::{ItemKind, Reply};
use crate::text::following;
use crate::words::{Key, Words};

impl Flow {
    pub(super) fn ask_view(&self, ask: &Ask) -> AskView {
        let field = self.state.place.field;
        // What is never kept isn't shown again either, however one comes back.
        let reply = self
            .reply_here(&ask.id, field)
            .filter(|_| ask.keep != Keep::Never);
        match &ask.kind {
            Kind::Show => AskView::Show,
            Kind::Choice(options) | Kind::EachAgreement(options) => {
                let options = self.offered(options, ask.loose);
                let is = |one: &Offered| matches!(reply, Some(Reply::Chose(id)) if *id == one.id);
                AskView::Choice {
                    chosen: options.iter().position(is),
                    options,
                }
            }
            Kind::Confirm { .. } => AskView::Confirm {
                chosen: match reply {
                    Some(Reply::Chose(id)) => Some(*id == "yes"),
                    _ => None,
                },
            },
            Kind::Line => AskView::Line,
            Kind::Text | Kind::Compose(_) => AskView::Text,
            Kind::Pick { list, most } => self.pick_view(list, *most, reply),
            Kind::Slots(slots) => {
                self.blank_view(ask, slots.iter().map(|slot| slot.label.clone()).collect())
            }
            Kind::List { most } => {
                self.blank_view(ask, (1..=*most).map(|n| format!("{n}.")).collect())
            }
            Kind::TwoColumns { left, right } => {
                self.blank_view(ask, vec![left.clone(), right.clone()])
            }
            Kind::Pause { seconds, more } => AskView::Quiet {
                seconds: self.turn_seconds().filter(|_| *more).unwrap_or(*seconds),
                over: self.state.elapsed,
                more: *more && self.is_pair(),
            },
            Kind::Keep => AskView::Keep {
                items: self.item_views(),
            },
            Kind::Both { no } => AskView::Both {
                names: self.both_names(),
                pressed: self.state.pressed,
                no: self.named(no),
            },
            Kind::Drawn { .. } | Kind::Shared { .. } => AskView::Show,
            Kind::Near => AskView::Choice {
                options: self.near_floes(),
                chosen: None,
            },
        }
    }

    /// The options that are offered now. The first `loose` of them come in an order of chance, which is the same
    /// however often one comes back: it hangs on the crossing and on their words alone.
    fn offered(&self, options: &[Choice], loose: usize) -> Vec<Offered> {
        let loose = loose.min(options.len());
        let (mixed, fixed) = options.split_at(loose);
        let words = mixed.iter().flat_map(|choice| choice.text.bytes());
        let seed = words.fold(u64::from(self.header.seed), |seed, byte| {
            // FNV-1a.
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let order = order(seed, loose).into_iter();
        order
            .filter_map(|at| mixed.get(at))
            .chain(fixed)
            .filter(|choice| self.holds(&choice.when))
            .map(|choice| Offered {
                id: choice.id.clone(),
                text: self.named(&choice.text),
                note: None,
            })
            .collect()
    }

    fn pick_view(&self, list: &Id, most: usize, reply: Option<&Reply>) -> AskView {
        let groups = self.pack.lists.get(list).map(|list| {
            let group = |group: &crate::content::Group| PickGroup {
                title: group.title.clone(),
                about: group.about.clone(),
                words: group.words.clone(),
            };
            list.groups.iter().map(group).collect()
        });
        let picked = match reply {
            Some(Reply::Picked(words)) => words.clone(),
            _ => Vec::new(),
        };
        let near = self
            .state
            .near
            .as_ref()
            .filter(|(place, _)| *place == self.state.place)
            .map(|(_, near)| near.clone())
            .unwrap_or_default();
        AskView::Pick {
            groups: groups.unwrap_or_default(),
            most,
            picked,
            near,
        }
    }

    fn blank_view(&self, ask: &Ask, labels: Vec<String>) -> AskView {
        let blanks = labels
            .into_iter()
            .enumerate()
            .map(|(field, label)| Sibling {
                text: self
                    .reply_here(&ask.id, field)
                    .and_then(|reply| self.words_of(&ask.id, reply)),
                label: self.named(&label),
            });
        AskView::Blank {
            blanks: blanks.collect(),
            at: self.state.place.field,
        }
    }

    fn item_views(&self) -> Vec<ItemView> {
        let words = Words::of(&self.pack);
        let view = |item: &crate::session::Item| ItemView {
            id: item.id.clone(),
            kind: item.kind,
            label: self.item_label(item.kind, item.label.as_deref()),
            text: self.in_words(item),
            keep: self.says_keep(item),
            missing: self
                .missing_yes(item)
                .map(|name| words.say(Key::KeepKey, &[("name", &name)])),
            own: self.is_covered() && self.is_unseen(item),
        };
        self.items_here().iter().map(view).collect()
    }

    pub(super) fn item_label(&self, kind: ItemKind, label: Option<&str>) -> String {
        label.map_or_else(
            || Words::of(&self.pack).say(Key::of_item(kind), &[]),
            str::to_owned,
        )
    }

    /// What stands there already: an answer from before, or a text put together from earlier ones.
    pub(super) fn so_far(&self, ask: &Ask) -> Option<String> {
        let before = self.reply_here(&ask.id, self.state.place.field);
        match (before, &ask.kind) {
            (Some(Reply::Words(words)), _) => Some(words.clone()),
            (_, Kind::Compose(parts)) => self.compose(parts),
            _ if self.is_covered() => None,
            _ => self
                .clause_before(ask)
                .or_else(|| self.clause_that_stands(ask)),
        }
    }

    /// A clause of the agreement as it was written in an earlier round: made smaller, it isn't written anew.
    fn clause_before(&self, ask: &Ask) -> Option<String> {
        let field = self.state.place.field;
        let clause = matches!(self.meaning_of(&ask.id, field), Some(Meaning::Agreement(_)));
        let source = Source {
            ask: ask.id.clone(),
            field: Some(field),
        };
        let given = self.latest(&source, None).filter(|_| clause)?;
        match given.reply.as_ref()? {
            Reply::Words(words) => Some(words.clone()),
            _ => None,
        }
    }

    /// Of two people only their own words are put together, with what both said.
    fn compose(&self, parts: &[Part]) -> Option<String> {
        let sentence = |part: &Part| match self.words_from(&part.from, self.seat()) {
            Some(words) => {
                let Some(lead) = &part.lead else {
                    return Some(words);
                };
                let lead = self.named(lead);
                Some(format!("{} {}", lead.trim_end(), following(&lead, &words)))
            }
            None => part.or.as_ref().map(|or| self.named(or)),
        };
        let sentences: Vec<_> = parts.iter().filter_map(sentence).collect();
        (!sentences.is_empty()).then(|| sentences.join("\n"))
    }
}
