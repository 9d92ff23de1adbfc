//! The crossing walked by two: how long it takes them, and that nothing either answers alone changes what comes next.

use chrono::NaiveDate;
use floe::content::{Id, Mode, library};
use floe::flow::{AskView, Effect, Event, Flow, Page, Reply};
use floe::session::{Header, Seat};
use floe::time::Moment;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Goes on without both keys.
const GO_ON: &str = "go on";

/// Chooses an option by its id; None: the first one.
type Chooses<'a> = &'a dyn Fn(&str, Option<Seat>) -> Option<&'static str>;

/// A crossing under way, and what came of it so far.
struct Walk {
    flow: Flow,
    minutes: f32,
    steps: BTreeSet<(Id, u16)>,
    /// What anybody could read on the way, covered pages included: in line mode they stay above the next one.
    pages: Vec<String>,
}

fn begin() -> Walk {
    let pack =
        library::bundled(floe::content::Language::ENGLISH, floe::words::KEYS).expect("no problems");
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(9, 30, 0));
    let header = Header {
        id: "abcdefg".to_owned(),
        river: None,
        title: Some("After lunch".to_owned()),
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        practice: Id::new("crossing"),
        pack: Id::new("floe"),
        language: "en".to_owned(),
        mode: Mode::Pair,
        started: Moment(day.expect("a day")),
        first_visit: true,
        seed: 7,
        brought: Vec::new(),
    };
    let flow = Flow::begin(Arc::new(pack), header, true).expect("a crossing for two");
    Walk {
        flow,
        minutes: 0.0,
        steps: BTreeSet::new(),
        pages: Vec::new(),
    }
}

/// Walks to the end, or so many pages, whichever comes first.
fn walk(chooses: Chooses<'_>) -> Walk {
    let mut walk = begin();
    for _ in 0..1500 {
        if walk.flow.has_landed() || walk.flow.at_end() {
            return walk;
        }
        let page = walk.flow.page();
        walk.note(&page);
        let event = step(&page, chooses);
        for effect in walk.flow.apply(event) {
            if let Effect::Draw { ask, options } = effect {
                let reply = Reply::Chose(options[0].clone());
                walk.flow.apply(Event::Came { ask, reply });
            }
        }
    }
    panic!("it never ends: {:?}", walk.flow.page().prompt);
}

impl Walk {
    fn note(&mut self, page: &Page) {
        let shown = page.shows.iter().filter(|shown| !shown.own);
        let shown: Vec<_> = shown.map(|shown| (&shown.label, &shown.text)).collect();
        let read = (&page.prompt, &page.notice, &page.notes, &page.name);
        self.pages
            .push(format!("{read:?} {shown:?} {:?}", page.panes));
        let Some(at) = &page.at else { return };
        if self.steps.insert((at.step_id.clone(), page.key.round)) {
            let pack = self.flow.pack();
            let mut steps = pack.practices["crossing"]
                .floes
                .iter()
                .flat_map(|floe| &floe.steps);
            let step = steps.find(|step| step.id == at.step_id).expect("a step");
            self.minutes += step.pair_minutes;
        }
    }

    fn was_asked(&self, piece: &str) -> bool {
        self.pages.iter().any(|page| page.contains(piece))
    }
}

fn step(page: &Page, chooses: Chooses<'_>) -> Event {
    let seat = page.seat.unwrap_or_default();
    let reply = match &page.ask {
        AskView::Curtain { seat, .. } => return Event::Took(*seat),
        AskView::Both { .. } if chooses(page.key.ask.as_str(), None) == Some(GO_ON) => {
            return Event::Passed {
                seat,
                ask: page.key.ask.clone(),
                field: 0,
            };
        }
        AskView::Both { pressed, .. } => {
            let next = pressed.map_or(Seat::First, Seat::other);
            return Event::Pressed(next);
        }
        AskView::Choice { options, .. } => {
            let wanted = chooses(page.key.ask.as_str(), page.seat);
            let found = options.iter().find(|one| Some(one.id.as_str()) == wanted);
            Reply::Chose(found.unwrap_or(&options[0]).id.clone())
        }
        AskView::Pick { .. } => Reply::Picked(vec!["rest".to_owned()]),
        AskView::Show | AskView::Quiet { .. } | AskView::Keep { .. } => Reply::Went,
        _ => Reply::Words("a word".to_owned()),
    };
    Event::Answered {
        seat,
        sight: page.sight,
        ask: page.key.ask.clone(),
        field: page.key.field,
        reply,
    }
}

/// One turn each at being heard; one sorry, or one each.
fn core(ask: &str, _: Option<Seat>) -> Option<&'static str> {
    match ask {
        "more_aloud" => Some("all"),
        "door" => Some("give"),
        "drift_near" => Some("on"),
        _ => None,
    }
}

#[test]
fn two_people_take_about_as_long_as_they_are_told() {
    let short = walk(&|ask, seat| match ask {
        "sorry_swap" => Some(GO_ON),
        _ => core(ask, seat),
    });
    let long = walk(&|ask, seat| match ask {
        "time" => Some("long"),
        _ => core(ask, seat),
    });
    let (short, long) = (short.minutes, long.minutes);
    assert!((43.0..=47.0).contains(&short), "{short}");
    assert!((70.0..=78.0).contains(&long), "{long}");
}

/// What each answers for their own eyes only, in a way of their own.
fn apart(ask: &str, fearful: bool) -> Option<&'static str> {
    let (calm, wary) = match ask {
        "go_want" => ("yes", "part"),
        "how_big" => ("lately", "nearly_nothing"),
        "stance" => ("mine", "theirs"),
        "hidden" => ("no", "yes"),
        "urge" => ("fix", "nothing"),
        "place" => ("near_bank", "far_bank"),
        "fit" => ("yes", "no"),
        _ => return None,
    };
    Some(if fearful { wary } else { calm })
}

#[test]
fn what_is_answered_alone_changes_no_page() {
    let pages = |wary: &dyn Fn(Option<Seat>) -> bool| {
        let chooses = |ask: &str, seat: Option<Seat>| match ask {
            "time" => Some("long"),
            "size_today" => None,
            _ => apart(ask, wary(seat)).or_else(|| core(ask, seat)),
        };
        let mut walk = walk(&chooses);
        // How much the ice carries is told, and by chance smaller than either wished.
        let drawn = ["how much the ice carries", "Today's size"];
        walk.pages
            .retain(|page| !drawn.iter().any(|by_chance| page.contains(by_chance)));
        walk.pages
    };
    let calm = pages(&|_| false);
    assert!(calm.len() > 200);
    assert_eq!(calm, pages(&|_| true));
    assert_eq!(calm, pages(&|seat| seat == Some(Seat::First)));
    assert_eq!(calm, pages(&|seat| seat == Some(Seat::Second)));
}

#[test]
fn two_yeses_make_an_agreement_and_anything_else_one_neutral_sentence() {
    let stays = "It stays an offer for now, and nobody is asked why.";
    let agreed = "There are two yeses.";
    let with = |one: &'static str, other: &'static str, free: &'static str| {
        walk(&move |ask, seat| match (ask, seat) {
            ("offer", Some(Seat::First)) => Some(one),
            ("offer", _) => Some(other),
            ("free_no", Some(Seat::First)) => Some(free),
            _ => core(ask, seat),
        })
    };
    let yes = with("offer", "offer", "yes");
    assert!(yes.was_asked(agreed) && !yes.was_asked(stays));
    let others = [
        ("offer", "later", "yes"),
        ("let_go", "offer", "yes"),
        ("later", "let_go", "unsure"),
        ("offer", "offer", "no"),
    ]
    .map(|(one, other, free)| with(one, other, free).pages);
    for pages in &others {
        assert_eq!(pages, &others[0]);
        assert!(pages.iter().any(|page| page.contains(stays)));
    }
}
