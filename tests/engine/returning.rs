//! Return visits for tests: what is brought along, what is said on the way, and what comes of it.

use super::walker::{answer, choose, header, pack, pass};
use floe::content::{Id, Mode};
use floe::flow::{AskView, Event, Flow, Page, Reply, Saving};
use floe::session::{Agreement, Brought, Header, Item, Mark, Seat, Status, Substance, Turn};

/// An agreement both said yes to, on an earlier crossing.
pub(super) fn agreed(number: usize, by: Seat, text: &str) -> Brought {
    Brought {
        id: format!("k3wq8ze.{number}"),
        by,
        standing: Agreement {
            text: text.to_owned(),
            until: Some("30 June".to_owned()),
            status: Status::Agreed,
            ..Agreement::default()
        },
        written: None,
        offered: None,
        wish: None,
        broken_twice: false,
    }
}

pub(super) fn brought(texts: &[&str]) -> Vec<Brought> {
    let each = texts.iter().enumerate();
    each.map(|(at, text)| agreed(at + 1, Seat::First, text))
        .collect()
}

pub(super) const THREE: [&str; 3] = [
    "I ask Noor first",
    "I ring on Sundays",
    "I knock before I come in",
];

pub(super) fn header_with(mode: Mode, brought: Vec<Brought>) -> Header {
    Header {
        mode,
        title: Some("Our river".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        brought,
        ..header("return", false)
    }
}

/// A visit past the private questions, saving on.
pub(super) fn visit(mode: Mode, brought: Vec<Brought>) -> Flow {
    let mut flow = Flow::begin(pack(), header_with(mode, brought), true).unwrap();
    for _ in 0..20 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "still_safe" | "still_unafraid" | "still_readable") => {
                drop(choose(&mut flow, "no"))
            }
            (_, "still_want") => drop(choose(&mut flow, "yes")),
            _ => {
                assert_eq!(flow.saving(), Saving::On);
                return flow;
            }
        }
    }
    panic!("the private questions never ended");
}

/// What is answered on the way: an ask, about which agreement and by whom if that matters, and the reply.
pub(super) type Said<'a> = (&'a str, Option<&'a str>, Option<Seat>, Reply);

pub(super) fn chose<'a>(ask: &'a str, option: &str) -> Said<'a> {
    (ask, None, None, Reply::Chose(Id::new(option)))
}

pub(super) fn wrote<'a>(ask: &'a str, about: Option<&'a str>, words: &str) -> Said<'a> {
    (ask, about, None, Reply::Words(words.to_owned()))
}

/// The agreement a page is about, as far as it is shown on it.
pub(super) fn about<'a>(flow: &'a Flow, page: &Page) -> Option<&'a str> {
    let texts = flow.header().brought.iter();
    let mut texts = texts.map(|brought| brought.standing.text.as_str());
    texts.find(|text| page.shows.iter().any(|shown| shown.text == *text))
}

/// Goes on by one page: the answer that is meant for it, else a pass.
pub(super) fn go_on(flow: &mut Flow, said: &[Said<'_>]) {
    let page = flow.page();
    let here = page.key.field;
    let reply = said.iter().find(|(ask, of, seat, _)| {
        let text = of.is_none_or(|of| {
            let listed = flow.header().brought.get(here);
            about(flow, &page) == Some(of)
                || (page.key.ask == *"mark" && listed.is_some_and(|it| it.standing.text == of))
        });
        page.key.ask == **ask && text && (seat.is_none() || page.seat == *seat)
    });
    match (&page.ask, reply) {
        (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
        (_, Some((_, _, _, reply))) => drop(answer(flow, reply.clone())),
        _ => drop(pass(flow)),
    }
}

/// Walks until a floe, or the end, and names the paths that were begun with what each is about.
pub(super) fn walk(flow: &mut Flow, said: &[Said<'_>]) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    let mut last = None;
    for _ in 0..400 {
        let page = flow.page();
        let Some(at) = page.at.clone() else { break };
        if at.floe_id == *"landing" {
            break;
        }
        let path = [
            "an_offer",
            "kept",
            "in_part",
            "broken",
            "to_be_changed",
            "remembered_differently",
            "anew",
        ]
        .contains(&at.floe_id.as_str());
        if path {
            let round = (at.floe_id.to_string(), page.key.round);
            if last.as_ref() != Some(&round) {
                let text = about(flow, &page).unwrap_or("?");
                paths.push((at.floe_id.to_string(), text.to_owned()));
                last = Some(round);
            }
        }
        go_on(flow, said);
    }
    paths
}

pub(super) fn marked<'a>(text: &'a str, view: &str) -> Said<'a> {
    ("mark", Some(text), None, Reply::Chose(Id::new(view)))
}

pub(super) fn marked_by<'a>(seat: Seat, text: &'a str, view: &str) -> Said<'a> {
    ("mark", Some(text), Some(seat), Reply::Chose(Id::new(view)))
}

pub(super) fn kept(flow: &mut Flow) -> Vec<Item> {
    for _ in 0..20 {
        let page = flow.page();
        match (&page.ask, page.key.ask.as_str()) {
            (AskView::Curtain { seat, .. }, _) => drop(flow.apply(Event::Took(*seat))),
            (_, "keep_how") => drop(choose(flow, "everything")),
            (_, "land" | "land_both") => return flow.kept(),
            _ => drop(answer(flow, Reply::Went)),
        }
    }
    panic!("the landing was never asked about");
}

pub(super) fn marks(items: &[Item]) -> Vec<(&str, Seat, &Mark)> {
    let mark = |item: &'_ Item| matches!(item.substance, Substance::Mark(_));
    let items = items.iter().filter(|item| mark(item));
    items
        .filter_map(|item| match &item.substance {
            Substance::Mark(mark) => Some((item.id.as_str(), item.seat, mark)),
            _ => None,
        })
        .collect()
}

pub(super) fn agreements(items: &[Item]) -> Vec<(&str, &Agreement)> {
    items
        .iter()
        .filter_map(|item| match &item.substance {
            Substance::Agreement(agreement) => Some((item.id.as_str(), &**agreement)),
            _ => None,
        })
        .collect()
}

pub(super) fn turns(items: &[Item]) -> Vec<(&str, Turn)> {
    items
        .iter()
        .filter_map(|item| match &item.substance {
            Substance::Turn(turn) => Some((item.id.as_str(), turn.clone())),
            _ => None,
        })
        .collect()
}
