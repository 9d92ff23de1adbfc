//! The answer being given on a page: a text field, a list, words to pick, two keys, the list at the landing, or
//! nothing.

use super::editor::Editor;
use super::pick::Picker;
use super::unseen::Unseen;
use crate::content::Id;
use crate::flow::{AskView, Cover, Page, Reply};
use crate::runtime::Act;
use crate::runtime::answer::Meant;
use crate::words::{Key, Words};
use zeroize::Zeroizing;

/// The answer being given.
pub(super) enum Field {
    /// Nothing to give: go on.
    Still,
    /// Words.
    Words(Box<Editor>),
    /// Something typed that nobody is to see.
    Unseen(Box<Unseen>),
    /// One row of several.
    List(Rows),
    /// Words from a list, or one's own.
    Pick(Box<Picker>),
    /// Which item of the landing's list the next key acts on.
    Keep(usize),
    /// Two keys, one for each.
    Both,
}

/// Rows to choose from; the last one may pass.
pub(super) struct Rows {
    pub(super) texts: Vec<String>,
    acts: Vec<Act>,
    /// How many rows have a number.
    pub(super) numbered: usize,
    pub(super) at: usize,
}

impl Rows {
    /// The act of the row under the mark.
    pub(super) fn act(&self) -> Act {
        self.acts.get(self.at).cloned().unwrap_or(Act::Pass)
    }

    pub(super) fn step(&mut self, by: isize) {
        self.at = self
            .at
            .saturating_add_signed(by)
            .min(self.texts.len().saturating_sub(1));
    }
}

impl Field {
    /// The field for a page, with what stands there already.
    pub(super) fn of(
        page: &Page,
        half_typed: Option<String>,
        words: Words<'_>,
        can_pass: bool,
    ) -> Self {
        // Whoever opened the curtain may be the other: what was begun before it is there, and isn't shown.
        let begun = page.cover == Cover::Behind && half_typed.is_some() && takes_words(&page.ask);
        if begun || (page.cover == Cover::Hidden && Unseen::fits(&page.ask)) {
            return Self::Unseen(Box::new(Unseen::new(&page.ask, half_typed)));
        }
        let pass = can_pass.then(|| words.say(Key::Pass, &[]));
        match &page.ask {
            AskView::Show | AskView::Curtain { .. } | AskView::Quiet { more: false, .. } => {
                Self::Still
            }
            AskView::Both { .. } => Self::Both,
            AskView::Quiet { more: true, .. } => Self::List(Rows {
                texts: vec![
                    words.say(Key::QuietAll, &[]),
                    words.say(Key::QuietMore, &[]),
                ],
                acts: vec![Act::Reply(Reply::Went), Act::Light],
                numbered: 0,
                at: 0,
            }),
            AskView::Choice { options, chosen } => {
                let rows = options
                    .iter()
                    .map(|option| (option.text.clone(), option.id.clone()));
                Self::list(rows, chosen.unwrap_or(0), pass)
            }
            AskView::Confirm { chosen } => {
                let rows = [(Key::Yes, "yes"), (Key::No, "no")]
                    .map(|(key, id)| (words.say(key, &[]), Id::new(id)));
                Self::list(rows.into_iter(), usize::from(*chosen == Some(false)), pass)
            }
            AskView::Line | AskView::Blank { .. } => {
                Self::words(Editor::single_line(), page, half_typed)
            }
            AskView::Text => Self::words(Editor::multi_line(), page, half_typed),
            AskView::Pick {
                groups,
                most,
                picked,
                near,
            } => Self::Pick(Box::new(Picker::taken_up(
                half_typed.as_deref(),
                groups.clone(),
                *most,
                picked.clone(),
                near.clone(),
            ))),
            AskView::Keep { .. } => Self::Keep(0),
        }
    }

    fn list(rows: impl Iterator<Item = (String, Id)>, at: usize, pass: Option<String>) -> Self {
        let (mut texts, acts): (Vec<_>, Vec<_>) = rows
            .map(|(text, id)| (text, Act::Reply(Reply::Chose(id))))
            .unzip();
        let numbered = acts.len();
        texts.extend(pass);
        Self::List(Rows {
            texts,
            acts,
            numbered,
            at,
        })
    }

    fn words(mut editor: Editor, page: &Page, half_typed: Option<String>) -> Self {
        let text = half_typed.or_else(|| page.so_far.clone());
        if let Some(text) = text.map(Zeroizing::new) {
            editor.set_text(&text);
        }
        Self::Words(Box::new(editor))
    }

    /// The text field, if it is one.
    pub(super) fn editor(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Words(editor) => Some(editor),
            Self::Unseen(unseen) => Some(&mut unseen.editor),
            _ => None,
        }
    }

    /// What going on means on a page.
    pub(super) fn meant(&self, page: &Page, words: Words<'_>) -> Meant {
        Meant::Acts(vec![match self {
            Self::Unseen(unseen) => return unseen.meant(page, words),
            Self::Both => return Meant::Misfit(Key::BothHow, Vec::new()),
            Self::Still | Self::Keep(_) => Act::Reply(Reply::Went),
            Self::Words(editor) if editor.text().trim().is_empty() => Act::Pass,
            Self::Words(editor) => Act::Reply(Reply::Words(editor.text().to_owned())),
            Self::List(rows) => rows.act(),
            Self::Pick(picker) => picker.act(),
        }])
    }

    /// What is being written or picked; None where nothing is.
    pub(super) fn typed(&self, page: &Page) -> Option<Zeroizing<String>> {
        let typed = match self {
            Self::Words(editor) => Some(editor.text().to_owned()),
            Self::Unseen(unseen) => unseen.typed(page),
            Self::Pick(picker) => Some(picker.written()),
            Self::Still | Self::List(_) | Self::Keep(_) | Self::Both => None,
        };
        typed.map(Zeroizing::new)
    }
}

/// Whether it is answered in words, of which half may stand there.
const fn takes_words(ask: &AskView) -> bool {
    matches!(
        ask,
        AskView::Line | AskView::Text | AskView::Blank { .. } | AskView::Pick { .. }
    )
}
