//! Asks, with their kinds, conditions and outcomes.

use super::{Fields, id, maybe, text};
use crate::content::{
    located::Located,
    model::{self, By},
    schema,
};

pub(super) fn ask(written: &schema::Ask, fields: &Fields<'_>) -> model::Ask {
    model::Ask {
        id: id(&written.id),
        prompt: text(&written.prompt),
        pair: maybe(&written.pair),
        kind: kind(&written.ask, fields),
        by: written.by,
        unseen: written.unseen || written.by == By::Each,
        part: maybe(&written.part),
        keep: written.keep,
        guess: written.guess,
        is: written.is,
        label: maybe(&written.label),
        when: when(written.when.as_ref()),
        shows: shows(&written.shows, fields),
        panes: shows(&written.panes, fields),
        notes: written
            .notes
            .iter()
            .map(|note| (condition(&note.when), text(&note.text)))
            .collect(),
        run_on: false,
        says: maybe(&written.says),
        then: written.then.as_ref().map(outcome),
        loose: 0,
        ice: None,
    }
}

fn shows(written: &[schema::Show], fields: &Fields<'_>) -> Vec<model::Show> {
    let show = |show: &schema::Show| model::Show {
        label: maybe(&show.label),
        from: show.from.iter().map(|from| fields.source(from)).collect(),
        agreement: show.agreement,
        of: show.of,
    };
    written.iter().map(show).collect()
}

fn kind(written: &schema::Kind, fields: &Fields<'_>) -> model::Kind {
    match written {
        schema::Kind::Show => model::Kind::Show,
        schema::Kind::Choice(options) => model::Kind::Choice(options.iter().map(choice).collect()),
        schema::Kind::Confirm { yes, no } => model::Kind::Confirm {
            yes: yes.as_ref().map(outcome),
            no: no.as_ref().map(outcome),
        },
        schema::Kind::Line => model::Kind::Line,
        schema::Kind::Text => model::Kind::Text,
        schema::Kind::Pick { list, most } => model::Kind::Pick {
            list: id(list),
            most: most.value.into(),
        },
        schema::Kind::Slots(slots) => model::Kind::Slots(
            slots
                .iter()
                .map(|slot| model::Slot {
                    id: id(&slot.id),
                    label: text(&slot.label),
                    is: slot.is,
                })
                .collect(),
        ),
        schema::Kind::List { most } => model::Kind::List {
            most: most.value.into(),
        },
        schema::Kind::TwoColumns { left, right } => model::Kind::TwoColumns {
            left: text(left),
            right: text(right),
        },
        schema::Kind::Pause { seconds, more } => model::Kind::Pause {
            seconds: seconds.value,
            more: *more,
        },
        schema::Kind::Compose(parts) => model::Kind::Compose(
            parts
                .iter()
                .map(|part| model::Part {
                    from: fields.source(&part.from),
                    lead: maybe(&part.lead),
                    or: maybe(&part.or),
                })
                .collect(),
        ),
        schema::Kind::Keep => model::Kind::Keep,
        schema::Kind::Both { no } => model::Kind::Both { no: text(no) },
        schema::Kind::Drawn { from } => model::Kind::Drawn { from: id(from) },
        schema::Kind::Shared { from } => model::Kind::Shared { from: id(from) },
        schema::Kind::Near => model::Kind::Near,
        schema::Kind::EachAgreement(options) => {
            model::Kind::EachAgreement(options.iter().map(choice).collect())
        }
    }
}

fn choice(written: &schema::Choice) -> model::Choice {
    model::Choice {
        id: id(&written.id),
        text: text(&written.text),
        when: when(written.when.as_ref()),
        says: maybe(&written.says),
        then: written.then.as_ref().map(outcome),
    }
}

pub(super) fn when(written: Option<&Located<schema::Condition>>) -> model::Condition {
    written.map_or(model::Condition::Always, |written| condition(written))
}

fn condition(written: &schema::Condition) -> model::Condition {
    use model::Condition as To;
    use schema::Condition as From;
    let all = |conditions: &[From]| conditions.iter().map(condition).collect();
    match written {
        From::Chose(ask, option) => To::Chose(id(ask), id(option)),
        From::Answered(ask) => To::Answered(id(ask)),
        From::Passed(ask) => To::Passed(id(ask)),
        From::Stance(side) => To::Stance(*side),
        From::Mode(mode) => To::Mode(*mode),
        From::FirstVisit => To::FirstVisit,
        From::SavingOff => To::SavingOff,
        From::Agreement(standing) => To::Agreement(*standing),
        From::Not(inner) => To::Not(Box::new(condition(inner))),
        From::All(inner) => To::All(all(inner)),
        From::Any(inner) => To::Any(all(inner)),
    }
}

fn outcome(written: &Located<schema::Outcome>) -> model::Outcome {
    use model::Outcome as To;
    use schema::Outcome as From;
    match &written.value {
        From::Go(step) => To::Go(id(step)),
        From::Again {
            step,
            most,
            closing,
        } => To::Again {
            step: id(step),
            most: most.value,
            closing: text(closing),
        },
        From::Swap { step, closing } => To::Swap {
            step: id(step),
            closing: text(closing),
        },
        From::Walk(track) => To::Walk(id(track)),
        From::GoAhead => To::GoAhead,
        From::Steady => To::Steady,
        From::Rest => To::Rest,
        From::Safety => To::Safety,
        From::SavingOn => To::SavingOn,
        From::SavingOff => To::SavingOff,
        From::Back => To::Back,
        From::Smaller => To::Smaller,
        From::Land => To::Land,
        From::KeepAll => To::KeepAll,
        From::KeepUsual => To::KeepUsual,
        From::KeepNothing => To::KeepNothing,
        From::Landed => To::Landed,
        From::Leave => To::Leave,
    }
}
