//! The names of the sentences for those who try out a pack while they write it.

macro_rules! workshop {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// What is tried out, that nothing is saved, and that the page changes.
        WorkshopOpen = "workshop_open",
        /// The pack was read again, and something one sees is another.
        WorkshopAnew = "workshop_anew",
        /// The step is gone.
        WorkshopBefore = "workshop_before",
        /// The practice is gone.
        WorkshopGone = "workshop_gone",
        /// There are more problems than the one that stands there.
        WorkshopMore = "workshop_more",
        /// What happens until a problem is mended.
        WorkshopGoesOn = "workshop_goes_on",
        /// No folder was named to look at.
        ErrWatchWhat = "err_watch_what",
    } };
}
pub(super) use workshop;
