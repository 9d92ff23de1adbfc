//! Wiping what people wrote from a page that is no longer shown.

use crate::flow::{AskView, Glass, Page};
use zeroize::Zeroize;

/// Wipes every word of somebody's from a page before it is let go.
pub(super) fn wipe(mut page: Page) {
    page.so_far.zeroize();
    page.scene.far_words.zeroize();
    page.edge.zeroize();
    let agreements = page
        .river
        .iter_mut()
        .flat_map(|river| &mut river.agreements);
    agreements.for_each(|agreement| agreement.text.zeroize());
    for shown in page.shows.iter_mut().chain(&mut page.panes) {
        shown.text.zeroize();
    }
    if let Glass::Open(Some(looked)) = &mut page.glass {
        looked.text.zeroize();
    }
    match &mut page.ask {
        AskView::Pick { picked, .. } => picked.zeroize(),
        AskView::Blank { blanks, .. } => blanks.iter_mut().for_each(|one| one.text.zeroize()),
        AskView::Keep { items } => items.iter_mut().for_each(|item| item.text.zeroize()),
        AskView::Show
        | AskView::Choice { .. }
        | AskView::Confirm { .. }
        | AskView::Line
        | AskView::Text
        | AskView::Quiet { .. }
        | AskView::Curtain { .. }
        | AskView::Both { .. } => {}
    }
}
