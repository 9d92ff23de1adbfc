//! Whether a reply fits what is asked, and what belongs to the option that was chosen.

use super::{Flow, Reply};
use crate::content::{Choice, Kind, Outcome};

/// What belongs to the option that was chosen.
pub(super) struct Chosen {
    /// Said back once.
    pub(super) says: Option<String>,
    /// What follows.
    pub(super) then: Option<Outcome>,
}

/// What belongs to the option that was chosen, if one was.
pub(super) fn chosen(kind: &Kind, reply: &Reply) -> Option<Chosen> {
    let Reply::Chose(id) = reply else { return None };
    match kind {
        Kind::Choice(options) | Kind::EachAgreement(options) => {
            let Choice { says, then, .. } = options.iter().find(|choice| choice.id == *id)?;
            Some(Chosen {
                says: says.clone(),
                then: then.clone(),
            })
        }
        Kind::Confirm { yes, .. } if *id == "yes" => Some(Chosen {
            says: None,
            then: yes.clone(),
        }),
        Kind::Confirm { no, .. } => Some(Chosen {
            says: None,
            then: no.clone(),
        }),
        _ => None,
    }
}

impl Flow {
    /// Whether a reply is of the kind that is asked.
    pub(super) fn accepts(&self, kind: &Kind, reply: &Reply) -> bool {
        match (kind, reply) {
            (Kind::Choice(options) | Kind::EachAgreement(options), Reply::Chose(id)) => options
                .iter()
                .any(|choice| choice.id == *id && self.holds(&choice.when)),
            (Kind::Near, Reply::Chose(id)) => self.near_floes().iter().any(|near| near.id == *id),
            _ => accepts(kind, reply),
        }
    }
}

/// Whether a reply is of the kind that is asked, whatever is offered.
fn accepts(kind: &Kind, reply: &Reply) -> bool {
    match (kind, reply) {
        (_, Reply::Gone) => true,
        (Kind::Show | Kind::Pause { .. } | Kind::Keep, Reply::Went) => true,
        (Kind::Drawn { .. } | Kind::Shared { .. }, Reply::Went) => true,
        (Kind::Confirm { .. }, Reply::Chose(id)) => *id == "yes" || *id == "no",
        (Kind::Pick { most, .. }, Reply::Picked(words)) => {
            !words.is_empty() && words.len() <= *most
        }
        (
            Kind::Line
            | Kind::Text
            | Kind::Slots(_)
            | Kind::List { .. }
            | Kind::TwoColumns { .. }
            | Kind::Compose(_),
            Reply::Words(_),
        ) => true,
        _ => false,
    }
}
