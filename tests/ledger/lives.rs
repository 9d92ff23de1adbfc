//! Every way an agreement can stand, by example.

use crate::story::{Deed, Outing};
use floe::content::View;
use floe::ledger::{Entry, Landed, Ledger, Life, days, fold};
use floe::session::{Agreement, Fate, Record, Seat, Substance};
use floe::time::Moment;

/// The agreement they are all about.
const ASK: &str = "a.1";

fn wrote(text: &str, agreed: bool) -> Deed {
    let (by, text) = (Seat::First, text.to_owned());
    Deed::Wrote { by, text, agreed }
}

fn marked(view: View, wish: Option<&str>) -> Deed {
    let wish = wish.map(str::to_owned);
    Deed::Marked {
        by: Seat::First,
        view,
        about: None,
        wish,
    }
}

fn moment(day: usize) -> Moment {
    Moment(format!("2026-05-{day:02}T20:15:00").parse().unwrap())
}

/// What it comes to when these deeds happen on crossings a, b, c and so on, a day apart.
fn ledger(deeds: &[&[Deed]]) -> Ledger {
    let outing = |(at, deeds): (usize, &&[Deed])| Outing {
        id: char::from(b'a' + u8::try_from(at).unwrap()).to_string(),
        landed: moment(at + 1),
        deeds: deeds
            .iter()
            .map(|deed| (ASK.to_owned(), deed.clone()))
            .collect(),
    };
    let outings: Vec<Outing> = deeds.iter().enumerate().map(outing).collect();
    let mut dice = crate::story::Dice::new(1);
    let records: Vec<Record> = outings
        .iter()
        .map(|outing| outing.record(&mut dice))
        .collect();
    let landed = records.iter().zip(&outings).map(|(record, outing)| Landed {
        crossing: &outing.id,
        at: outing.landed,
        kept: record.kept(),
    });
    fold(&landed.collect::<Vec<_>>())
}

fn entry(deeds: &[&[Deed]]) -> Entry {
    let mut ledger = ledger(deeds);
    assert_eq!(ledger.entries.len(), 1);
    ledger.entries.remove(0)
}

fn stands(entry: &Entry) -> (Life, &str, Option<&str>) {
    let standing = entry.standing().unwrap().agreement.text.as_str();
    (
        entry.life(),
        standing,
        entry
            .offered()
            .map(|version| version.agreement.text.as_str()),
    )
}

#[test]
fn an_offer_stays_one_until_the_other_says_yes() {
    let offer = [wrote("Ask Noor", false)];
    assert_eq!(stands(&entry(&[&offer])), (Life::Offered, "Ask Noor", None));
    let again = [wrote("Ask Noor first", false)];
    assert_eq!(
        stands(&entry(&[&offer, &again])),
        (Life::Offered, "Ask Noor first", None)
    );
    let yes = [Deed::Turned(Fate::Agreed)];
    assert_eq!(
        stands(&entry(&[&offer, &yes])),
        (Life::Agreed, "Ask Noor", None)
    );
    assert_eq!(
        stands(&entry(&[&[wrote("Ask Noor", true)]])),
        (Life::Agreed, "Ask Noor", None)
    );
}

#[test]
fn while_a_change_is_offered_the_old_one_stands() {
    let (agreed, change) = (
        [wrote("Ask Noor", true)],
        [wrote("One sentence to Leila", false)],
    );
    let offered = entry(&[&agreed, &change]);
    assert_eq!(
        stands(&offered),
        (
            Life::ChangeOffered,
            "Ask Noor",
            Some("One sentence to Leila")
        )
    );
    let yes = [Deed::Turned(Fate::Agreed)];
    let changed = entry(&[&agreed, &change, &yes]);
    assert_eq!(
        stands(&changed),
        (Life::Changed, "One sentence to Leila", None)
    );
    let at_once = entry(&[&agreed, &[wrote("One sentence to Leila", true)]]);
    assert_eq!(
        stands(&at_once),
        (Life::Changed, "One sentence to Leila", None)
    );
    assert_eq!(
        at_once.versions.len(),
        2,
        "what it was before stays readable"
    );
}

#[test]
fn an_end_is_an_end_until_it_is_taken_up_again() {
    for (fate, life) in [
        (Fate::Completed, Life::Completed),
        (Fate::Ended, Life::Ended),
        (Fate::Differently, Life::Differently),
    ] {
        let (agreed, over) = ([wrote("Ask Noor", true)], [Deed::Turned(fate)]);
        assert_eq!(stands(&entry(&[&agreed, &over])), (life, "Ask Noor", None));
        assert_eq!(ledger(&[&agreed, &over]).brought(), []);
        let anew = [wrote("Ask Noor, until June", true)];
        assert_eq!(entry(&[&agreed, &over, &anew]).life(), Life::Changed);
    }
}

#[test]
fn no_mark_changes_how_it_stands() {
    for view in View::ALL {
        let marked = entry(&[&[wrote("Ask Noor", true)], &[marked(view, None)]]);
        assert_eq!(
            (marked.life(), marked.marks.len()),
            (Life::Agreed, 1),
            "{view:?}"
        );
    }
}

#[test]
fn a_wish_waits_for_the_next_visit_and_a_new_version_answers_it() {
    let (agreed, wish) = (
        [wrote("Ask Noor", true)],
        [marked(View::Change, Some("before she comes"))],
    );
    let brought = |deeds: &[&[Deed]]| ledger(deeds).brought().remove(0).wish;
    assert_eq!(
        brought(&[&agreed, &wish]),
        Some("before she comes".to_owned())
    );
    let (kept, later) = (
        [marked(View::Kept, None)],
        [marked(View::Change, Some("after all"))],
    );
    assert_eq!(
        brought(&[&agreed, &wish, &kept]),
        Some("before she comes".to_owned())
    );
    assert_eq!(
        brought(&[&agreed, &wish, &later]),
        Some("after all".to_owned())
    );
    assert_eq!(
        brought(&[&agreed, &wish, &[wrote("One sentence", false)]]),
        None
    );
    let about_before = Deed::Marked {
        by: Seat::Second,
        view: View::Change,
        about: "2026-04-01".parse().ok(),
        wish: Some("left last".to_owned()),
    };
    assert_eq!(
        brought(&[&agreed, &wish, &[about_before]]),
        Some("left last".to_owned())
    );
}

#[test]
fn help_is_pointed_to_after_exactly_two_visits_that_saw_it_broken() {
    let (agreed, broken) = (
        [wrote("Ask Noor", true)],
        [marked(View::Broken, None), marked(View::Broken, None)],
    );
    let twice = |deeds: &[&[Deed]]| ledger(deeds).brought().remove(0).broken_twice;
    assert!(!twice(&[&agreed, &broken]), "both marked it on one visit");
    assert!(twice(&[&agreed, &broken, &broken]));
    assert!(
        !twice(&[&agreed, &broken, &broken, &broken]),
        "once said is enough"
    );
}

#[test]
fn its_next_day_is_the_first_that_nobody_has_looked_at_it_since() {
    let mut entry = entry(&[&[wrote("Ask Noor", true)]]);
    let day = |text: &str| text.parse().ok();
    let promise = &mut entry.versions[0].agreement;
    *promise = Agreement {
        when: Some("since 2026-04-01, on Sundays".to_owned()),
        until: Some("30 June (2026-06-30)".to_owned()),
        change_by: Some("by 2026-05-20".to_owned()),
        tell_by: Some("the same day".to_owned()),
        ..promise.clone()
    };
    assert_eq!(days(promise).count(), 3);
    assert_eq!(
        entry.next(None),
        day("2026-05-20"),
        "April was over when it was made"
    );
    assert_eq!(entry.next(day("2026-05-19")), day("2026-05-20"));
    assert_eq!(entry.next(day("2026-05-20")), day("2026-06-30"));
    assert_eq!(entry.next(day("2026-07-01")), None);
    entry.over = Some((moment(9).day(), Fate::Ended));
    assert_eq!(entry.next(None), None);
}

#[test]
fn a_yes_is_one_to_the_version_that_was_read() {
    let deeds = [
        wrote("as both read it", false),
        wrote("as one wrote it alone since", false),
        Deed::Turned(Fate::Agreed),
    ];
    let mut dice = crate::story::Dice::new(1);
    let ids = ["a", "b", "c"];
    let kept = deeds.iter().zip(ids).map(|(deed, id)| {
        let outing = Outing {
            id: id.to_owned(),
            landed: moment(1),
            deeds: vec![(ASK.to_owned(), deed.clone())],
        };
        let mut kept = outing.record(&mut dice).kept().to_vec();
        for item in &mut kept {
            if let Substance::Turn(turn) = &mut item.substance {
                turn.version = Some("a".to_owned());
            }
        }
        kept
    });
    let kept: Vec<_> = kept.collect();
    let landed: Vec<Landed<'_>> = kept
        .iter()
        .zip(ids)
        .zip(1..)
        .map(|((kept, crossing), day)| Landed {
            crossing,
            at: moment(day),
            kept,
        })
        .collect();
    let ledger = fold(&landed);
    let told = stands(&ledger.entries[0]);
    let since = Some("as one wrote it alone since");
    assert_eq!(told, (Life::ChangeOffered, "as both read it", since));
}
