//! Half-typed answers, each on its own page: those of other pages wait here until one comes back.

use crate::flow::PageKey;
use crate::session::HalfTyped;
use std::collections::HashMap;
use zeroize::Zeroize;

/// Half-typed answers by page.
#[derive(Default)]
pub(super) struct Drafts(HashMap<PageKey, String>);

impl Drafts {
    /// Takes up what a file remembered.
    pub(super) fn taken_up(left: Vec<HalfTyped>) -> Self {
        let keyed = left.into_iter().map(|left| {
            let HalfTyped {
                ask,
                field,
                round,
                seat,
                text,
            } = left;
            let page = PageKey {
                ask,
                field,
                round,
                seat,
            };
            (page, text)
        });
        Self(keyed.collect())
    }

    /// What was being typed on a page.
    pub(super) fn on(&self, page: &PageKey) -> Option<String> {
        self.0.get(page).filter(|text| !text.is_empty()).cloned()
    }

    /// Remembers what is being typed on a page. False if it is remembered already.
    pub(super) fn write(&mut self, page: PageKey, text: &str) -> bool {
        if self.0.get(&page).is_some_and(|before| before == text) {
            return false;
        }
        self.0.insert(page, text.to_owned());
        true
    }

    /// What was being typed on a page is being typed on another one that took its place.
    pub(super) fn carry(&mut self, from: &PageKey, to: PageKey) {
        if let Some(text) = self.0.remove(from) {
            self.0.entry(to).or_insert(text);
        }
    }

    /// Wipes what was being typed on a page.
    pub(super) fn forget(&mut self, page: &PageKey) {
        if let Some(mut text) = self.0.remove(page) {
            text.zeroize();
        }
    }

    /// All of them, for a file, in an order that doesn't change.
    pub(super) fn listed(&self) -> Vec<HalfTyped> {
        let written = self.0.iter().filter(|(_, text)| !text.is_empty());
        let mut listed: Vec<_> = written
            .map(|(page, text)| HalfTyped {
                ask: page.ask.clone(),
                field: page.field,
                round: page.round,
                seat: page.seat,
                text: text.clone(),
            })
            .collect();
        let key = |left: &HalfTyped| (left.ask.clone(), left.field, left.round, left.seat);
        listed.sort_by_key(key);
        listed
    }
}
