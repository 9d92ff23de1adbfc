//! The names of the sentences about packs: words in folders that anybody can change.

macro_rules! packs {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// A small pack was written.
        PackNew = "pack_new",
        /// All of floe's own words were written.
        PackCopied = "pack_copied",
        /// The folder for a new pack holds something.
        ErrPackTaken = "err_pack_taken",
        /// The folder for a new pack can't be written.
        ErrPackRefused = "err_pack_refused",
    } };
}
pub(super) use packs;
