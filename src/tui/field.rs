//! The answer being given on a page: a text field, a list, words to pick, the list at the landing, or nothing.

use super::editor::Editor;
use super::pick::Picker;
use crate::content::Id;
use crate::flow::{AskView, Cover, Page, Reply};
use crate::runtime::Act;
use crate::words::{Key, Words};

/// The answer being given.
pub(super) enum Field {
    /// Nothing to give: go on.
    Still,
    /// Words.
    Words(Box<Editor>),
    /// One row of several.
    List(Rows),
    /// Words from a list, or one's own.
    Pick(Box<Picker>),
    /// Which item of the landing's list the next key acts on.
    Keep(usize),
}

/// Rows to choose from; the last one passes.
pub(super) struct Rows {
    pub(super) texts: Vec<String>,
    replies: Vec<Reply>,
    pub(super) at: usize,
}

impl Rows {
    /// The act of the row under the mark.
    pub(super) fn act(&self) -> Act {
        self.replies
            .get(self.at)
            .map_or(Act::Pass, |reply| Act::Reply(reply.clone()))
    }

    /// How many rows answer; the one after them passes.
    pub(super) fn answers(&self) -> usize {
        self.replies.len()
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
        let pass = &words.say(Key::Pass, &[]);
        match &page.ask {
            AskView::Show
            | AskView::Quiet { .. }
            | AskView::Curtain { .. }
            | AskView::Both { .. } => Self::Still,
            AskView::Choice { options, chosen } => {
                let rows = options
                    .iter()
                    .map(|option| (option.text.clone(), Reply::Chose(option.id.clone())));
                Self::list(rows, chosen.unwrap_or(0), pass, can_pass)
            }
            AskView::Confirm { chosen } => {
                let rows = [(Key::Yes, "yes"), (Key::No, "no")]
                    .map(|(key, id)| (words.say(key, &[]), Reply::Chose(Id::new(id))));
                Self::list(
                    rows.into_iter(),
                    usize::from(*chosen == Some(false)),
                    pass,
                    can_pass,
                )
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

    fn list(
        rows: impl Iterator<Item = (String, Reply)>,
        at: usize,
        pass: &str,
        can_pass: bool,
    ) -> Self {
        let (mut texts, replies): (Vec<_>, Vec<_>) = rows.unzip();
        if can_pass {
            texts.push(pass.to_owned());
        }
        Self::List(Rows { texts, replies, at })
    }

    fn words(editor: Editor, page: &Page, half_typed: Option<String>) -> Self {
        let mut editor = if page.cover == Cover::Hidden {
            editor.hidden()
        } else {
            editor
        };
        if let Some(text) = half_typed.or_else(|| page.so_far.clone()) {
            editor.set_text(&text);
        }
        Self::Words(Box::new(editor))
    }

    /// What going on hands in.
    pub(super) fn act(&self) -> Act {
        match self {
            Self::Still | Self::Keep(_) => Act::Reply(Reply::Went),
            Self::Words(editor) if editor.text().trim().is_empty() => Act::Pass,
            Self::Words(editor) => Act::Reply(Reply::Words(editor.text().to_owned())),
            Self::List(rows) => rows.act(),
            Self::Pick(picker) => picker.act(),
        }
    }

    /// What is being written or picked; None where nothing is.
    pub(super) fn typed(&self) -> Option<String> {
        match self {
            Self::Words(editor) => Some(editor.text().to_owned()),
            Self::Pick(picker) => Some(picker.written()),
            Self::Still | Self::List(_) | Self::Keep(_) => None,
        }
    }
}
