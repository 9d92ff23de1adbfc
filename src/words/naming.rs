//! The words for what a crossing leaves and what becomes of agreements.

use super::Key;
use crate::content::View;
use crate::ledger::Life;
use crate::session::{Fate, ItemKind};

impl Key {
    /// The word for a kind of item.
    #[must_use]
    pub const fn of_item(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Agreement => Self::ItemAgreement,
            ItemKind::Turn => Self::ItemTurn,
            ItemKind::Mark => Self::ItemMark,
            ItemKind::Thanks => Self::ItemThanks,
            ItemKind::LookAgain => Self::ItemLookAgain,
            ItemKind::Carry => Self::ItemCarry,
            ItemKind::Card => Self::ItemCard,
            ItemKind::Memory => Self::ItemMemory,
            ItemKind::Guess => Self::ItemGuess,
            ItemKind::Hand => Self::ItemHand,
            ItemKind::Words => Self::ItemWords,
            ItemKind::Chosen => Self::ItemChosen,
        }
    }

    /// The word for how somebody sees an agreement.
    #[must_use]
    pub const fn of_view(view: View) -> Self {
        match view {
            View::Kept => Self::ViewKept,
            View::Part => Self::ViewPart,
            View::Broken => Self::ViewBroken,
            View::Change => Self::ViewChange,
            View::Differently => Self::ViewDifferently,
            View::NotYet => Self::ViewNotYet,
        }
    }

    /// The word for what became of one.
    #[must_use]
    pub const fn of_fate(fate: Fate) -> Self {
        match fate {
            Fate::Agreed => Self::FateAgreed,
            Fate::Completed => Self::FateCompleted,
            Fate::Ended => Self::FateEnded,
            Fate::Differently => Self::FateDifferently,
        }
    }

    /// The word for how it stands.
    #[must_use]
    pub const fn of_life(life: Life) -> Self {
        match life {
            Life::Offered => Self::LifeOffered,
            Life::Agreed => Self::LifeAgreed,
            Life::ChangeOffered => Self::LifeChangeOffered,
            Life::Changed => Self::LifeChanged,
            Life::Completed => Self::LifeCompleted,
            Life::Ended => Self::LifeEnded,
            Life::Differently => Self::LifeDifferently,
        }
    }
}
