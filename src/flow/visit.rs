//! A return visit: which agreements were brought along, and which paths their marks open.

use super::Flow;
use crate::content::{Id, Standing};

impl Flow {
    /// Whether this holds of the agreement the path is about.
    pub(super) fn stands_so(&self, standing: Standing) -> bool {
        match standing {
            Standing::Any => !self.header.brought.is_empty(),
            _ => false,
        }
    }

    /// The last floe they were on before the landing.
    #[must_use]
    pub fn far(&self) -> Option<Id> {
        None
    }
}
