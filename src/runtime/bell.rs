//! A bell between the saving thread and whoever waits: rung when a save is through.

use std::sync::{Arc, Mutex, PoisonError};

type Hammer = Box<dyn Fn() + Send>;

/// A bell that can be hung up somewhere later. Rung before that, it is silent.
#[derive(Clone, Default)]
pub struct Bell(Arc<Mutex<Option<Hammer>>>);

impl Bell {
    /// Hangs it up: from now on ringing does this.
    pub fn hang(&self, hammer: impl Fn() + Send + 'static) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(hammer));
    }

    /// Something to call whenever it is to ring.
    #[must_use]
    pub fn knock(&self) -> Hammer {
        let bell = self.clone();
        Box::new(move || {
            if let Some(hammer) = &*bell.0.lock().unwrap_or_else(PoisonError::into_inner) {
                hammer();
            }
        })
    }
}
