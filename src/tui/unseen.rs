//! An answer typed unseen: nothing of it is shown, whatever the ask is, and Enter hands it in.

use super::editor::Editor;
use crate::flow::{AskView, Page};
use crate::runtime::answer::{self, Meant};
use crate::words::Words;
use zeroize::Zeroizing;

/// An answer typed unseen.
pub(super) struct Unseen {
    pub(super) editor: Editor,
    /// What was half typed here before: an empty answer keeps it.
    left: Option<Zeroizing<String>>,
}

impl Unseen {
    /// Whether what this is asked for can be typed unseen.
    pub(super) const fn fits(ask: &AskView) -> bool {
        matches!(
            ask,
            AskView::Choice { .. }
                | AskView::Confirm { .. }
                | AskView::Line
                | AskView::Text
                | AskView::Blank { .. }
                | AskView::Pick { .. }
        )
    }

    /// An empty field for an ask.
    pub(super) fn new(ask: &AskView, half_typed: Option<String>) -> Self {
        let editor = match ask {
            AskView::Text => Editor::multi_line(),
            _ => Editor::single_line(),
        };
        Self {
            editor: editor.hidden(),
            left: half_typed.map(Zeroizing::new),
        }
    }

    /// Whether something stands here already that an empty answer keeps.
    pub(super) fn stands(&self, page: &Page) -> bool {
        self.left.is_some() || answer::stands(page)
    }

    /// What handing it in means: the same as in plain lines.
    pub(super) fn meant(&self, page: &Page, words: Words<'_>) -> Meant {
        let typed = self.editor.text();
        let typed = match &self.left {
            Some(left) if typed.trim().is_empty() => left,
            _ => typed,
        };
        if typed.trim().is_empty() {
            return Meant::Acts(vec![answer::empty(&page.ask, page.so_far.clone())]);
        }
        answer::read(&page.ask, typed, words)
    }

    /// What is half typed and may be saved. A choice is made at once, so half of one is nothing to come back to.
    pub(super) fn typed(&self, page: &Page) -> Option<String> {
        let whole = matches!(page.ask, AskView::Choice { .. } | AskView::Confirm { .. });
        (!whole).then(|| self.editor.text().to_owned())
    }

    /// Empties the field after an answer that didn't fit.
    pub(super) fn forget(&mut self) {
        self.editor.forget();
        self.left = None;
    }
}
