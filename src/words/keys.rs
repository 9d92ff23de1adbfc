//! The name of every sentence: the one list that content and program share.

macro_rules! keys {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// The name of a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Key { $(#[doc = concat!("`", $name, "`")] $(#[$doc])* $variant,)+ }

        impl Key {
            /// The name as it stands in `words.ron`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }

        /// The name of every sentence a pack needs.
        pub const KEYS: &[&str] = &[$($name,)+];
    };
}

keys! {
    /// Where one is.
    Place = "place",
    /// Whose page it is.
    ForName = "for_name",
    /// On a floe, steady.
    IceSteady = "ice_steady",
    /// Tilting.
    IceTilts = "ice_tilts",
    /// In the water.
    IceWater = "ice_water",
    /// The same, for one person who gave no name.
    IceWaterYou = "ice_water_you",
    /// What to do while it tilts.
    LeanIn = "lean_in",
    /// The same, on the full screen.
    LeanInScreen = "lean_in_screen",
    /// The context was cut.
    MoreAbove = "more_above",
    /// What stands there so far, in line mode.
    SoFar = "so_far",
    /// An empty answer accepts it.
    EmptyAccepts = "empty_accepts",
    /// Words written now are added to it.
    SoFarAdded = "so_far_added",
    /// A guess at the other.
    Guess = "guess",
    /// In place of what is typed unseen.
    Hidden = "hidden",
    /// What melts on leaving.
    Melts = "melts",
    /// How to answer with words.
    HowWords = "how_words",
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
    BankBegin = "bank_begin", BankLeave = "bank_leave",
    /// A way in: alone, and what it is.
    BankAlone = "bank_alone", BankAloneAbout = "bank_alone_about",
    ErrNoScenario = "err_no_scenario", WhichRehearsal = "which_rehearsal",
    BankRehearse = "bank_rehearse", BankRehearseAbout = "bank_rehearse_about",
    /// A river with a crossing under way.
    BankWasAt = "bank_was_at",
    /// A river to look at again on a day.
    BankLookAgain = "bank_look_again",
    /// A river that rests.
    BankRests = "bank_rests",
    /// More rivers than are shown.
    More = "more",
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
    /// The page after landing.
    Landed = "landed",
    /// Landing has not reached the disk.
    LandingWaits = "landing_waits",
    /// Where it lies.
    KeptWhere = "kept_where",
    /// How to read it again.
    KeptShow = "kept_show",
    /// How to erase it.
    KeptErase = "kept_erase",
    /// Nothing was kept.
    NothingKept = "nothing_kept",
    /// The page after the last step, not landed.
    LeftOpen = "left_open",
    /// The same, when nothing is saved.
    LeftUnsaved = "left_unsaved",
    /// How to come back.
    HowToResume = "how_to_resume",
    /// The names of the twelve months, with commas between.
    Months = "months",
    /// A day of this year.
    Day = "day",
    /// A day of another year.
    DayOfYear = "day_of_year",
    /// Said when leaving with nothing saved.
    NothingSaved = "nothing_saved",
    /// A smaller step.
    Smaller = "smaller",
    /// The map needs the private questions first.
    MapClosed = "map_closed",
    /// Title of the map.
    Map = "map",
    /// One is here.
    MapHere = "map_here",
    /// Passed over.
    MapPassed = "map_passed",
    /// Choose where to go, or stay.
    MapChoose = "map_choose",
    /// Nothing under this heading here.
    NothingHere = "nothing_here",
    /// Title: why.
    Why = "why",
    /// Title: hint.
    Hint = "hint",
    /// Title: example.
    Example = "example",
    /// Title: words.
    WordsTitle = "words_title",
    /// Title: safety.
    Safety = "safety",
    /// Title: about.
    About = "about",
    /// Title: help.
    Help = "help",
    /// The help text.
    HelpText = "help_text",
    /// Help in line mode: what can be typed.
    LineHelp = "line_help",
    /// Keep.
    Keep = "keep",
    /// Melt.
    Melt = "melt",
    /// How to change marks, in line mode.
    KeepHow = "keep_how",
    /// Not a number of the list.
    WrongNumber = "wrong_number",
    /// Not yes or no.
    WrongYesNo = "wrong_yes_no",
    /// More words than fit.
    TooMany = "too_many",
    /// An action nobody knows.
    UnknownAction = "unknown_action",
    /// Nothing to go back to.
    NoBack = "no_back",
    /// Nothing to undo.
    NoUndo = "no_undo",
    /// Taken back.
    Undone = "undone",
    /// Thanks noted.
    Thanked = "thanked",
    /// How to end a long answer.
    LongHow = "long_how",
    /// Which words are near a story-word.
    StoryWord = "story_word",
    /// Those words.
    StoryNear = "story_near",
    /// Picked so far.
    Picked = "picked",
    /// A quiet stretch, in line mode.
    QuietHow = "quiet_how",
    /// The quiet stretch is over.
    QuietOver = "quiet_over",
    /// Saved at a time.
    SavedAt = "saved_at",
    /// Saving.
    SavingNow = "saving_now",
    /// Not saved.
    NotSaved = "not_saved",
    /// Saving failed, in sentences.
    SavingFailed = "saving_failed",
    /// Saving failed to the end.
    SavingGaveUp = "saving_gave_up",
    /// Saving is off.
    SavingOff = "saving_off",
    /// Saved, but the disk has not confirmed it.
    SavedUnconfirmed = "saved_unconfirmed",
    /// The file changed elsewhere: kept beside it.
    SavedBeside = "saved_beside",
    /// Too small a window.
    TooSmall = "too_small",
    /// What works there all the same.
    TooSmallKeys = "too_small_keys",
    /// After the quiet exit.
    ComeBack = "come_back",
    /// Title of the menu.
    Menu = "menu",
    /// Yes, as an option.
    Yes = "yes",
    /// No, as an option.
    No = "no",
    /// An option that passes.
    Pass = "pass",
    /// Type to find a word.
    TypeToFind = "type_to_find",
    /// One's own word.
    OwnWord = "own_word",
    /// The answer has no room for more.
    Full = "full",
    /// `forget` asks for a typed word.
    ForgetAsk = "forget_ask",
    /// That word.
    ForgetWord = "forget_word",
    /// Forgotten, and what can't be erased.
    Forgotten = "forgotten",
    /// Not forgotten.
    ForgetStopped = "forget_stopped",
    /// No rivers yet.
    NoRivers = "no_rivers",
    /// A crossing under way, in a list.
    UnderWay = "under_way",
    /// A landed crossing, in a list.
    LandedOn = "landed_on",
    ActGoOn = "act_go_on", ActBack = "act_back", ActPass = "act_pass", ActWhy = "act_why", ActHint = "act_hint",
    ActExample = "act_example", ActWords = "act_words", ActMirror = "act_mirror", ActThanks = "act_thanks",
    ActWobbly = "act_wobbly", ActSteady = "act_steady", ActWater = "act_water", ActPause = "act_pause",
    ActMap = "act_map", ActSafety = "act_safety",
    /// The same, in the line of keys.
    ActSafetyKey = "act_safety_key",
    ActUndo = "act_undo", ActAbout = "act_about", ActLong = "act_long", ActLeave = "act_leave", ActHelp = "act_help",
    ActMenu = "act_menu", ActMenuSafety = "act_menu_safety", ActHide = "act_hide", ActNewLine = "act_new_line",
    ActPick = "act_pick", ActKeepOrMelt = "act_keep_or_melt", ActClose = "act_close", ActChoose = "act_choose",
    ActOpen = "act_open", ActMove = "act_move", ActDrawer = "act_drawer", ItemAgreement = "item_agreement",
    ItemThanks = "item_thanks", ItemLookAgain = "item_look_again", ItemCarry = "item_carry", ItemCard = "item_card",
    ItemMemory = "item_memory", ItemGuess = "item_guess", ItemHand = "item_hand", ItemWords = "item_words",
    ItemChosen = "item_chosen", ItemTurn = "item_turn", ItemMark = "item_mark", ViewKept = "view_kept",
    ViewPart = "view_part", ViewBroken = "view_broken", ViewChange = "view_change",
    ViewDifferently = "view_differently", ViewNotYet = "view_not_yet", FateAgreed = "fate_agreed",
    FateCompleted = "fate_completed", FateEnded = "fate_ended", FateDifferently = "fate_differently",
    LifeOffered = "life_offered", LifeAgreed = "life_agreed", LifeChangeOffered = "life_change_offered",
    LifeChanged = "life_changed", LifeCompleted = "life_completed", LifeEnded = "life_ended",
    LifeDifferently = "life_differently", ClausePurpose = "clause_purpose", AboutAgreement = "about_agreement",
    /// More agreements wait than one visit has room for.
    VisitOthers = "visit_others",
    ClauseInstead = "clause_instead", ClauseWho = "clause_who", ClauseWhen = "clause_when",
    ClauseUntil = "clause_until", ClauseSeenBy = "clause_seen_by", ClauseLooksAfter = "clause_looks_after",
    ClauseIfThen = "clause_if_then", ClauseChangeBy = "clause_change_by", ClauseTellBy = "clause_tell_by",
    /// The map of a rehearsed talk, in sentences.
    TalkFirst = "talk_first",
    TalkAgain = "talk_again", TalkTurn = "talk_turn",
    /// In place of an answer that was left open, beside the other one.
    PaneEmpty = "pane_empty",
    /// The page after one that was for one person alone.
    LookUp = "look_up",
    /// Two people: the next page is for one of them.
    CurtainTo = "curtain_to",
    /// The other looks away; nothing was written yet.
    CurtainAway = "curtain_away",
    /// The other has just written something, which is out of sight now.
    CurtainHand = "curtain_hand",
    /// The other has just written raw words, which have melted.
    CurtainMelted = "curtain_melted",
    /// What the one who comes next will do.
    CurtainWhat = "curtain_what",
    /// How the page is opened.
    CurtainPress = "curtain_press",
    BothNames = "both_names",
    /// How two keys are pressed.
    BothHow = "both_how",
    BothFirst = "both_first", BothSecond = "both_second", BothPressed = "both_pressed",
    /// One has pressed already.
    BothWaits = "both_waits",
    BothTaken = "both_taken", BothLine = "both_line",
    /// Today this runs one person at a time: the same words whatever anybody answered.
    Apart = "apart",
    ApartHow = "apart_how",
    /// Who says that they are in the water, or wobbly.
    WhoWater = "who_water",
    WhoWobbly = "who_wobbly", WhoMe = "who_me", WhoNobody = "who_nobody", QuietAll = "quiet_all",
    QuietMore = "quiet_more",
    /// The light of a turn, in words.
    LightMost = "light_most",
    LightHalf = "light_half", LightLow = "light_low", LightTitle = "light_title", LightMinutes = "light_minutes",
    LightSeconds = "light_seconds", LightNone = "light_none",
    /// The watchman of somebody, at the edge of the page.
    EdgeWatchman = "edge_watchman",
    WayBegin = "way_begin", WayQuarter = "way_quarter", WayHalf = "way_half", WayMost = "way_most",
    WayEnd = "way_end", IceOf = "ice_of", IceReach = "ice_reach", IceOut = "ice_out", IceBanks = "ice_banks",
    /// The safety page, offered after words that may be about safety.
    SafetyOffer = "safety_offer",
    SafetySee = "safety_see", SafetyNotNow = "safety_not_now", SafetyNever = "safety_never",
    /// Whose yes is missing for an item to be kept.
    KeepKey = "keep_key",
    /// Staying on the way when other floes are near.
    DriftOn = "drift_on",
    /// Something stands there from before that isn't shown.
    HiddenBefore = "hidden_before",
    /// On the bank.
    BankTogether = "bank_together",
    BankTogetherAbout = "bank_together_about", ActLight = "act_light", ActWatchman = "act_watchman",
    ActPressFirst = "act_press_first", ActPressSecond = "act_press_second", ActPressNo = "act_press_no",
    ActOpenPage = "act_open_page",
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
    /// The file of a talk somebody built can't be read.
    ErrOwnDamaged = "err_own_damaged",
    /// The disk said no.
    ErrDisk = "err_disk",
    /// The home can't be used.
    ErrHome = "err_home",
    // No such practice; nothing to go on with; it has landed.
    ErrNoPractice = "err_no_practice", ErrNothingOpen = "err_nothing_open", ErrLanded = "err_landed",
    /// It was walked with other content.
    ErrOtherWords = "err_other_words",
    // The practice isn't for two, or only for two, or for one; nothing can be printed or read; a text for the mirror can't be read.
    ErrNotForTwo = "err_not_for_two", ErrTakesTwo = "err_takes_two", ErrForOne = "err_for_one", ErrOut = "err_out", ErrUnread = "err_unread",
    // Sealing with a passphrase.
    UnlockAsk = "unlock_ask", UnlockAgain = "unlock_again", SealWhat = "seal_what", SealAgain = "seal_again",
    SealDiffer = "seal_differ", SealDone = "seal_done", SealChange = "seal_change", SealNew = "seal_new",
    SealChanged = "seal_changed", SealKept = "seal_kept", UnsealDone = "unseal_done", UnsealOpen = "unseal_open",
    SealingWaits = "sealing_waits", ErrLocked = "err_locked", ErrTooCostly = "err_too_costly", ErrSealedDue = "err_sealed_due",
    ErrSealingNow = "err_sealing_now", ErrOpenElsewhere = "err_open_elsewhere", ErrNoSealing = "err_no_sealing",
    ErrSealStopped = "err_seal_stopped", ErrNoPassphrase = "err_no_passphrase",
    // Why a file or a folder can't be used.
    WhyNotThere = "why_not_there", WhyNotAllowed = "why_not_allowed", WhyFull = "why_full", WhyFolder = "why_folder",
    WhyNoFolder = "why_no_folder", WhyOther = "why_other",
    // The mirror over the lines of a text.
    MirrorLine = "mirror_line", MirrorSilent = "mirror_silent", MirrorTyping = "mirror_typing",
    MirrorCut = "mirror_cut", MirrorReplaced = "mirror_replaced",
    // A river's page: its outings and what can be done.
    RiverReturn = "river_return", RiverAgain = "river_again", RiverOutings = "river_outings",
    RiverUp = "river_up", RiverLetGo = "river_let_go", RiverForget = "river_forget", RiverForgetHow = "river_forget_how",
    BankDue = "bank_due", BankReturn = "bank_return", OutingAlone = "outing_alone", OutingTogether = "outing_together",
    OutingLanding = "outing_landing", OutingBack = "outing_back", OutingUnderWay = "outing_under_way",
    OutingOpen = "outing_open", OutingReturn = "outing_return", OutingLetGo = "outing_let_go",
    OutingBooked = "outing_booked", OutingNamed = "outing_named", OutingsEarlier = "outings_earlier", AgreementUntil = "agreement_until",
    FarBankGone = "far_bank_gone",
    LeafletWhat = "leaflet_what", LeafletFoot = "leaflet_foot", LeafletAgreements = "leaflet_agreements",
    LeafletThanks = "leaflet_thanks", LeafletCarry = "leaflet_carry", LeafletMemories = "leaflet_memories", LeafletCard = "leaflet_card",
    LeafletRest = "leaflet_rest", LeafletLook = "leaflet_look", LeafletOutings = "leaflet_outings",
    LeafletNothing = "leaflet_nothing", LeafletAlone = "leaflet_alone", LeafletTogether = "leaflet_together",
    LeafletUnderWay = "leaflet_under_way", LeafletStands = "leaflet_stands", LeafletOver = "leaflet_over",
    LeafletWhose = "leaflet_whose", LeafletOffered = "leaflet_offered", LeafletBefore = "leaflet_before",
    LeafletMarkBy = "leaflet_mark_by", LeafletWish = "leaflet_wish", LeafletLine = "leaflet_line",
    LeafletLineTold = "leaflet_line_told", LeafletLineNext = "leaflet_line_next", LeafletLineAlone = "leaflet_line_alone",
    LeafletLineTogether = "leaflet_line_together", LegendAlone = "legend_alone", LegendTogether = "legend_together",
    LegendBooked = "legend_booked", CalendarLook = "calendar_look", CalendarDay = "calendar_day",
    Exported = "exported", ErrNoDays = "err_no_days", ErrThere = "err_there", ErrInHome = "err_in_home",
    // What was agreed, and coming back to it.
    NoAgreements = "no_agreements", AgreementNext = "agreement_next", ErrNoReturn = "err_no_return",
    ForgottenAgreement = "forgotten_agreement", ErrBroughtAlong = "err_brought_along",
    // The mirror on a page.
    MirrorTitle = "mirror_title", MirrorTitleGently = "mirror_title_gently", MirrorMend = "mirror_mend",
    MirrorKeep = "mirror_keep", MirrorExample = "mirror_example", MirrorNotToday = "mirror_not_today",
    MirrorCarry = "mirror_carry", MirrorCarryOf = "mirror_carry_of", MirrorWays = "mirror_ways",
    MirrorOnlyWords = "mirror_only_words", MirrorAnExample = "mirror_an_example", MirrorSaid = "mirror_said",
    MirrorSaidToo = "mirror_said_too", MirrorMends = "mirror_mends", MirrorWhich = "mirror_which", MirrorFirst = "mirror_first",
    MirrorNew = "mirror_new", MirrorTakeNew = "mirror_take_new", MirrorTakeFirst = "mirror_take_first",
    MirrorTakeBoth = "mirror_take_both", MirrorIsAway = "mirror_is_away", MirrorTakeOut = "mirror_take_out",
    MirrorLeaveAway = "mirror_leave_away", MirrorWhen = "mirror_when", MirrorWhenAsked = "mirror_when_asked",
    MirrorWhenGently = "mirror_when_gently", MirrorWhenNever = "mirror_when_never", MirrorIsPutAway = "mirror_is_put_away",
    MirrorQuiet = "mirror_quiet", MirrorNone = "mirror_none", MirrorNoWords = "mirror_no_words",
    MirrorNoWordsLine = "mirror_no_words_line", MirrorNotHere = "mirror_not_here", MirrorCovered = "mirror_covered",
    MirrorUnseen = "mirror_unseen",
    MirrorCarries = "mirror_carries", MirrorCarriesOf = "mirror_carries_of", MirrorHope = "mirror_hope",
    MirrorSlip = "mirror_slip", MirrorKnow = "mirror_know", MirrorSoThat = "mirror_so_that",
    MirrorHopeSaid = "mirror_hope_said", MirrorSlipSaid = "mirror_slip_said", MirrorKnowSaid = "mirror_know_said",
    MirrorKnowSoSaid = "mirror_know_so_said", MirrorSoThatSaid = "mirror_so_that_said", MirrorHopeOf = "mirror_hope_of",
    MirrorSlipOf = "mirror_slip_of", MirrorKnowOf = "mirror_know_of", MirrorHopeOfSaid = "mirror_hope_of_said",
    MirrorSlipOfSaid = "mirror_slip_of_said", MirrorKnowOfSaid = "mirror_know_of_said",
    MirrorKnowSoOfSaid = "mirror_know_so_of_said", MirrorNoIsFine = "mirror_no_is_fine", MirrorMatters = "mirror_matters",
    MirrorUnderstood = "mirror_understood", MirrorLookAfter = "mirror_look_after", ActMirrorKey = "act_mirror_key",
}
