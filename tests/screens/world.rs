//! A world in memory: a clock that stands, chance that counts, and a shelf that remembers what it was handed.

use chrono::NaiveDate;
use floe::content::source::File;
use floe::content::{Id, Mode, Pack, check, library};
use floe::flow::Flow;
use floe::runtime::env::{Clock, Entropy, Env, Shelf, Status, Wanted};
use floe::runtime::{Agreed, Bank, DayOf, RiverLine, RiverPage, Sitting};
use floe::session::{Course, FORMAT, Header, Outing, Record, River};
use floe::time::Moment;
use floe::words::{KEYS, Key, Words};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

/// The versions a shelf was handed, in order; empty again after they were removed.
pub(crate) type Handed = Rc<RefCell<Vec<Record>>>;

/// The bundled pack.
pub(crate) fn pack() -> Arc<Pack> {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    let read = || Arc::new(library::bundled(floe::content::Language::ENGLISH, KEYS).unwrap());
    Arc::clone(PACK.get_or_init(read))
}

/// The ids of every practice that one person is offered.
pub(crate) fn practices() -> Vec<String> {
    let pack = pack();
    let for_one = pack.offers.iter().filter(|offer| !offer.for_two);
    for_one.map(|offer| offer.id.to_string()).collect()
}

/// Two minutes past two, on the second of March.
pub(crate) fn moment() -> Moment {
    let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    Moment(day.and_hms_opt(14, 2, 0).unwrap())
}

/// A practice somebody has just begun alone, in a home that was never used before.
pub(crate) fn begun(practice: &str) -> (Sitting, Handed) {
    sit_down(header(practice))
}

/// The same, with the words of another pack.
pub(crate) fn begun_in(pack: Arc<Pack>, practice: &str) -> Sitting {
    sit_down_with(pack, header(practice)).0
}

/// The same, begun by Sam and Noor at one keyboard.
pub(crate) fn begun_together(practice: &str) -> (Sitting, Handed) {
    sit_down(Header {
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        mode: Mode::Pair,
        ..header(practice)
    })
}

/// Letting the far bank go, with the words of these tests.
pub(crate) fn letting_go() -> Sitting {
    let mut files = library::bundled_files(floe::content::Language::ENGLISH);
    let name = "practices/letting_go.ron";
    files.retain(|file| file.name != name);
    let mut packs = files.iter_mut().filter(|file| file.name == "pack.ron");
    let offers = &mut packs.next().unwrap().text;
    if !offers.contains("letting_go") {
        let offer = "practices: [(id: \"letting_go\", title: \"Letting go\", about: \"Put it down.\", minutes: 5),";
        *offers = offers.replacen("practices: [", offer, 1).into();
    }
    files.push(File::new(name, include_str!("letting_go.ron")));
    let pack = check::pack(&files, KEYS).unwrap_or_else(|problems| {
        let told: String = problems.iter().map(|one| one.render("")).collect();
        panic!("{told}")
    });
    let header = Header {
        me: Some("Sam".to_owned()),
        other: Some("Noor".to_owned()),
        ..header("letting_go")
    };
    sit_down_with(Arc::new(pack), header).0
}

fn header(practice: &str) -> Header {
    Header {
        id: "m2hd4vt".to_owned(),
        river: None,
        title: None,
        me: None,
        other: None,
        practice: Id::new(practice),
        pack: Id::new("floe"),
        language: "en".to_owned(),
        mode: Mode::Solo,
        started: moment(),
        first_visit: true,
        seed: 7,
        brought: Vec::new(),
    }
}

fn sit_down(header: Header) -> (Sitting, Handed) {
    sit_down_with(pack(), header)
}

fn sit_down_with(pack: Arc<Pack>, header: Header) -> (Sitting, Handed) {
    let handed = Handed::default();
    let env = Env {
        clock: Box::new(Stopped),
        entropy: Box::new(Counting(0)),
        shelf: Box::new(Memory(Rc::clone(&handed))),
    };
    let greeting = Words::of(&pack).paragraphs(Key::FirstStart);
    let flow = Flow::begin(pack, header, true).unwrap();
    (Sitting::begin(flow, env, greeting), handed)
}

/// The bank, with as many rivers as there are titles.
pub(crate) fn bank(titles: &[&str]) -> Bank {
    let day = moment().day();
    let line = |(at, title): (usize, &&str)| RiverLine {
        id: format!("river{at}"),
        title: (*title).to_owned(),
        under_way: (at == 0).then(|| ("m2hd4vt".to_owned(), "Listening".to_owned())),
        last: day.checked_sub_days(chrono::Days::new(2 + 9 * at as u64)),
        next: (at == 1).then(|| day + chrono::Days::new(104)),
    };
    let rivers = titles.iter().enumerate().map(line).collect();
    Bank::new(pack(), rivers, day, titles.is_empty())
}

/// A bank with one river, which opens to this page; its next day is so many days away.
pub(crate) fn bank_of(page: RiverPage, next: i64) -> Bank {
    let today = moment().day();
    let river = RiverLine {
        id: "k3wq8ze".to_owned(),
        title: "After Sunday lunch".to_owned(),
        under_way: None,
        last: Some(today),
        next: Some(today + chrono::TimeDelta::days(next)),
    };
    let bank = Bank::new(pack(), vec![river], today, false);
    bank.opening(Box::new(move |_, _| page.clone()))
}

/// A river that was crossed a few times, with agreements.
pub(crate) fn river_page() -> RiverPage {
    let day = |before: i64| moment().day() - chrono::TimeDelta::days(before);
    let outing = |(before, together, course)| Outing {
        day: day(before),
        together,
        course,
    };
    let outings = [
        (118, false, Course::Landing),
        (96, false, Course::Back("Thanks".to_owned())),
        (77, true, Course::Back("Listening".to_owned())),
        (50, true, Course::Landing),
        (17, true, Course::Return),
        (16, false, Course::Landing),
    ];
    let agreed = |stands, text: &str, day| Agreed {
        stands,
        text: text.to_owned(),
        day,
    };
    RiverPage {
        seats: vec!["Sam".to_owned(), "Noor".to_owned()],
        outings: outings.into_iter().map(outing).collect(),
        agreements: vec![
            agreed(
                Key::LifeAgreed,
                "Ask Noor: I won't talk about her health with anyone, whoever it is",
                DayOf::Until(day(-120)),
            ),
            agreed(
                Key::LifeOffered,
                "I tell you before you ask",
                DayOf::Since(day(16)),
            ),
            agreed(
                Key::LifeChanged,
                "Leila stays elsewhere in May",
                DayOf::Since(day(50)),
            ),
        ],
        look_again: Some(day(-12)),
        named: vec![day(-20), day(-120)],
        kept: vec!["thanks: For telling me it meant nothing yet.".to_owned()],
        returns: true,
        lets_go: true,
        ..RiverPage::default()
    }
}

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        moment()
    }
}

struct Counting(u64);

impl Entropy for Counting {
    fn draw(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

struct Memory(Handed);

impl Shelf for Memory {
    fn river_for(&mut self, wanted: &Wanted<'_>) -> River {
        let seats = [wanted.me, wanted.other].into_iter().flatten();
        River {
            format: FORMAT,
            id: wanted.id.unwrap_or(wanted.new_id).to_owned(),
            title: wanted.title.unwrap_or_default().to_owned(),
            seats: seats.map(str::to_owned).collect(),
        }
    }

    fn keep(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().push(record.clone());
    }

    fn land(&mut self, record: &Record, _: &River) {
        self.0.borrow_mut().push(record.clone());
    }

    fn remove(&mut self, _: &Record) {
        self.0.borrow_mut().clear();
    }

    fn settle(&mut self) -> bool {
        true
    }

    fn status(&self) -> Status {
        if self.0.borrow().is_empty() {
            Status::Idle
        } else {
            Status::Saved
        }
    }

    fn whereabouts(&self) -> String {
        "~/.local/share/floe".to_owned()
    }
}
