//! The names of the sentences for what can't be done: what happened, and what to do next.

macro_rules! errors {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// No river has anything to come back to.
        ErrNoReturn = "err_no_return",
        /// A return visit under way has brought it along.
        ErrBroughtAlong = "err_brought_along",
        /// No terminal on both ends.
        ErrNoTerminal = "err_no_terminal",
        /// The command line can't be read.
        ErrUsage = "err_usage",
        /// No such id.
        ErrUnknownId = "err_unknown_id",
        /// Open in another floe.
        ErrBusy = "err_busy",
        /// Written by a newer floe.
        ErrNewer = "err_newer",
        /// Can't be read.
        ErrDamaged = "err_damaged",
        /// The same, and the version before can be had.
        ErrDamagedBefore = "err_damaged_before",
        /// The same, and something else can be had in its place.
        ErrDamagedPart = "err_damaged_part",
        /// The file of a talk somebody built can't be read.
        ErrOwnDamaged = "err_own_damaged",
        /// The disk said no.
        ErrDisk = "err_disk",
        /// The home can't be used.
        ErrHome = "err_home",
        /// The content of a pack can't be used.
        ErrPack = "err_pack",
        /// No such language.
        ErrNoLanguage = "err_no_language",
        /// No such practice.
        ErrNoPractice = "err_no_practice",
        /// No such theme.
        ErrNoTheme = "err_no_theme",
        /// No such rehearsal.
        ErrNoScenario = "err_no_scenario",
        /// No crossing is under way.
        ErrNothingOpen = "err_nothing_open",
        /// It has landed, so it can't be taken up again.
        ErrLanded = "err_landed",
        /// It was walked with other content.
        ErrOtherWords = "err_other_words",
        /// The pack isn't for two.
        ErrNotForTwo = "err_not_for_two",
        /// The practice takes two.
        ErrTakesTwo = "err_takes_two",
        /// The rehearsal is for one.
        ErrForOne = "err_for_one",
        /// Nothing can be printed or read.
        ErrOut = "err_out",
        /// Why: there is nothing of this name.
        WhyNotThere = "why_not_there",
        /// Why: it isn't allowed.
        WhyNotAllowed = "why_not_allowed",
        /// Why: there is no room.
        WhyFull = "why_full",
        /// Why: it is a folder.
        WhyFolder = "why_folder",
        /// Why: part of its path is no folder.
        WhyNoFolder = "why_no_folder",
        /// Why: the home of nobody is known.
        WhyNoHome = "why_no_home",
        /// Why: something else has the name of the home.
        WhyNotOurs = "why_not_ours",
        /// Why: anybody can change what is in the home.
        WhyOpenToAll = "why_open_to_all",
        /// Why: something else, as the system says it.
        WhyOther = "why_other",
        /// A text for the mirror can't be read.
        ErrUnread = "err_unread",
        /// No day is named that a calendar could hold.
        ErrNoDays = "err_no_days",
        /// A page for a room comes as a web page or plain text.
        ErrHandout = "err_handout",
        /// The file to export to is there already.
        ErrThere = "err_there",
        /// The file to export to lies in the home.
        ErrInHome = "err_in_home",
    } };
}
pub(super) use errors;
