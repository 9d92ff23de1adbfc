//! The names of the sentences around the passphrase.

macro_rules! sealing {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// The passphrase, please.
        UnlockAsk = "unlock_ask",
        /// It was another one.
        UnlockAgain = "unlock_again",
        /// What sealing does, before the passphrase is asked for.
        SealWhat = "seal_what",
        /// The same passphrase once more.
        SealAgain = "seal_again",
        /// The two differ.
        SealDiffer = "seal_differ",
        /// It is sealed.
        SealDone = "seal_done",
        /// It is sealed already: another passphrase?
        SealChange = "seal_change",
        /// The new passphrase, please.
        SealNew = "seal_new",
        /// It has the new one.
        SealChanged = "seal_changed",
        /// It keeps the old one.
        SealKept = "seal_kept",
        /// The seal is off.
        UnsealDone = "unseal_done",
        /// There was none.
        UnsealOpen = "unseal_open",
        /// Something stands in the way of finishing.
        SealingWaits = "sealing_waits",
        /// The passphrase doesn't open it.
        ErrLocked = "err_locked",
        /// Opening it would take too much work.
        ErrTooCostly = "err_too_costly",
        /// It is sealed, and nobody is asked here.
        ErrSealedDue = "err_sealed_due",
        /// Another floe is sealing or unsealing it.
        ErrSealingNow = "err_sealing_now",
        /// Another floe is open on it.
        ErrOpenElsewhere = "err_open_elsewhere",
        /// This floe was built without sealing.
        ErrNoSealing = "err_no_sealing",
        /// Sealing or unsealing has stopped at a file.
        ErrSealStopped = "err_seal_stopped",
        /// No passphrase was chosen.
        ErrNoPassphrase = "err_no_passphrase",
    } };
}
pub(super) use sealing;
