//! What every page keeps to, and what of it a file may tell.

use super::walker::ask_of;
use floe::content::{Keep, Kind};
use floe::flow::{AskView, Flow, Page};
use floe::session::Sight;

/// A page without what no file may tell: words of an ask that is never kept, and whether a light is out.
pub(crate) fn tellable(mut page: Page) -> Page {
    if page.melts {
        page.so_far = None;
        match &mut page.ask {
            AskView::Choice { chosen, .. } => *chosen = None,
            AskView::Pick { picked, .. } => picked.clear(),
            AskView::Blank { blanks, .. } => blanks.iter_mut().for_each(|blank| blank.text = None),
            _ => {}
        }
    }
    if let AskView::Quiet { over, .. } = &mut page.ask {
        *over = false;
    }
    page
}

/// What holds of every page there can be.
pub(crate) fn check_page(flow: &Flow) {
    let page = flow.page();
    assert!(
        !page.prompt.trim().is_empty(),
        "a page without a prompt: {:?}",
        page.key
    );
    if flow.at_end() {
        assert_eq!(page.key.ask, *"");
        return;
    }
    let (step, asked) = ask_of(flow, page.key.ask.as_str());
    let blanks = match &asked.kind {
        Kind::Slots(slots) => slots.len(),
        Kind::List { most } => *most,
        Kind::TwoColumns { .. } => 2,
        Kind::EachAgreement(_) => flow.header().brought.len(),
        _ => 1,
    };
    assert!(page.key.field < blanks, "no such blank: {:?}", page.key);
    assert_eq!(page.melts, asked.keep == Keep::Never);
    assert_eq!(page.sight == Sight::Open, asked.keep == Keep::Ask);
    let at = page.at.expect("off the ground only at the end");
    assert!((1..=at.floes).contains(&at.floe), "{at:?}");
    assert!((1..=at.steps).contains(&at.step), "{at:?}");
    assert!(page.scene.at < page.scene.places);
    let detour = !flow.map().iter().any(|row| row.here) || at.step_id != step.id;
    assert_eq!(
        page.part.is_some(),
        detour || asked.part.is_some(),
        "{:?}",
        page.key
    );
    let here = flow.map().iter().filter(|row| row.here).count();
    assert_eq!(here, 1, "the map shows one place");
}
