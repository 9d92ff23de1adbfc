//! The names of the sentences on the bank: arriving, the rivers and their outings, lists of them, forgetting.

macro_rules! bank {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// The first start: what floe is and isn't.
        FirstStart = "first_start",
        /// The same, short, for later starts.
        ShortStart = "short_start",
        /// For a screen reader.
        LineModeNote = "line_mode_note",
        /// In line mode, where all that can be typed is listed.
        LineHelpNote = "line_help_note",
        /// The question of the first screen when there is no river yet.
        BankMend = "bank_mend",
        /// The question of the first screen.
        BankBegin = "bank_begin",
        /// A way in: alone, and what it is.
        BankAlone = "bank_alone",
        /// How long a practice alone takes.
        BankAloneAbout = "bank_alone_about",
        /// On the bank.
        BankTogether = "bank_together",
        /// What it takes to cross together.
        BankTogetherAbout = "bank_together_about",
        /// A way in: a stage, for a room.
        BankRoom = "bank_room",
        /// What is shown there.
        BankRoomAbout = "bank_room_about",
        /// Leaving.
        BankLeave = "bank_leave",
        /// A river with a crossing under way.
        BankWasAt = "bank_was_at",
        /// A river to look at again on a day.
        BankLookAgain = "bank_look_again",
        /// A river that rests.
        BankRests = "bank_rests",
        /// More rivers than are shown.
        More = "more",
        /// A way in: rehearsing a hard talk.
        BankRehearse = "bank_rehearse",
        /// How long that takes.
        BankRehearseAbout = "bank_rehearse_about",
        /// Which talk to rehearse?
        WhichRehearsal = "which_rehearsal",
        /// Which practice?
        WhichPractice = "which_practice",
        /// About so many minutes.
        Minutes = "minutes",
        /// What to do with a river: go on, or anew.
        RiverWhat = "river_what",
        /// Go on where it was left.
        RiverGoOn = "river_go_on",
        /// Read what was kept.
        RiverKept = "river_kept",
        /// A new crossing.
        RiverAnew = "river_anew",
        /// Back to the rivers.
        RiverBack = "river_back",
        /// Title of a river nobody named.
        RiverUntitled = "river_untitled",
        /// Name of nobody in particular at the keyboard.
        NamelessMe = "nameless_me",
        /// Name of nobody in particular on the other side.
        NamelessOther = "nameless_other",
        /// No rivers yet.
        NoRivers = "no_rivers",
        /// A crossing under way, in a list.
        UnderWay = "under_way",
        /// A landed crossing, in a list.
        LandedOn = "landed_on",
        /// `forget` asks for a typed word.
        ForgetAsk = "forget_ask",
        /// That word.
        ForgetWord = "forget_word",
        /// Forgotten, and what can't be erased.
        Forgotten = "forgotten",
        /// Not forgotten.
        ForgetStopped = "forget_stopped",
        /// See what became of the agreements.
        RiverReturn = "river_return",
        /// Look again.
        RiverAgain = "river_again",
        /// Read about its crossings.
        RiverOutings = "river_outings",
        /// Back to the river.
        RiverUp = "river_up",
        /// Let the far bank go.
        RiverLetGo = "river_let_go",
        /// Forget it.
        RiverForget = "river_forget",
        /// How it is forgotten.
        RiverForgetHow = "river_forget_how",
        /// A way in: what became of the agreements.
        BankReturn = "bank_return",
        /// Its day has come.
        BankDue = "bank_due",
        /// One crossed alone.
        OutingAlone = "outing_alone",
        /// Two crossed together.
        OutingTogether = "outing_together",
        /// How far: to the landing.
        OutingLanding = "outing_landing",
        /// How far: to a floe, and back.
        OutingBack = "outing_back",
        /// How far: resting at a floe.
        OutingUnderWay = "outing_under_way",
        /// How far: resting somewhere.
        OutingOpen = "outing_open",
        /// It was a return visit.
        OutingReturn = "outing_return",
        /// The far bank was let go.
        OutingLetGo = "outing_let_go",
        /// The day to look again.
        OutingBooked = "outing_booked",
        /// A day an agreement names.
        OutingNamed = "outing_named",
        /// Where earlier ones are.
        OutingsEarlier = "outings_earlier",
        /// The far bank was let go, and isn't drawn.
        FarBankGone = "far_bank_gone",
        /// Something of a river can't be read.
        BankUnread = "bank_unread",
        /// To look at what can't be read.
        RiverUnread = "river_unread",
        /// Other versions lie beside a river's files.
        RiverCopies = "river_copies",
        /// A crossing's file can't be read.
        UnreadCrossing = "unread_crossing",
        /// The file with a river's name can't be read.
        UnreadRiver = "unread_river",
        /// What becomes of it, if something else is opened.
        UnreadStays = "unread_stays",
        /// The same of a crossing: a landing takes it away.
        UnreadStaysCrossing = "unread_stays_crossing",
        /// Nothing can be had in its place.
        UnreadNothing = "unread_nothing",
        /// The disk refused.
        UnreadRefused = "unread_refused",
        /// The version before.
        MendBefore = "mend_before",
        /// The version before, of a day.
        MendBeforeOf = "mend_before_of",
        /// As much as can be read.
        MendPart = "mend_part",
        /// A river's name, told again.
        MendRetold = "mend_retold",
        /// As it is.
        MendLeave = "mend_leave",
        /// An agreement is forgotten, and what can't be erased.
        ForgottenAgreement = "forgotten_agreement",
    } };
}
pub(super) use bank;
