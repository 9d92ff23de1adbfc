//! The name of every sentence: the one list that content and program share.

macro_rules! keys {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// The name of a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Key { $($(#[$doc])* $variant,)+ }

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
    BankBegin = "bank_begin",
    /// A way in: alone.
    BankAlone = "bank_alone",
    /// What it is.
    BankAloneAbout = "bank_alone_about",
    /// Leave.
    BankLeave = "bank_leave",
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
    /// The mirror is not part of this version.
    MirrorNotYet = "mirror_not_yet",
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
    /// Title: mirror.
    Mirror = "mirror",
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
    /// Action: go on.
    ActGoOn = "act_go_on",
    /// Action: back.
    ActBack = "act_back",
    /// Action: pass.
    ActPass = "act_pass",
    /// Action: why.
    ActWhy = "act_why",
    /// Action: hint.
    ActHint = "act_hint",
    /// Action: example.
    ActExample = "act_example",
    /// Action: words.
    ActWords = "act_words",
    /// Action: mirror.
    ActMirror = "act_mirror",
    /// Action: thanks.
    ActThanks = "act_thanks",
    /// Action: wobbly.
    ActWobbly = "act_wobbly",
    /// Action: steady me.
    ActSteady = "act_steady",
    /// Action: in the water.
    ActWater = "act_water",
    /// Action: pause.
    ActPause = "act_pause",
    /// Action: map.
    ActMap = "act_map",
    /// Action: safety page.
    ActSafety = "act_safety",
    /// The same, in the line of keys.
    ActSafetyKey = "act_safety_key",
    /// Action: undo.
    ActUndo = "act_undo",
    /// Action: about.
    ActAbout = "act_about",
    /// Action: long answer.
    ActLong = "act_long",
    /// Action: leave.
    ActLeave = "act_leave",
    /// Action: help.
    ActHelp = "act_help",
    /// Action: menu.
    ActMenu = "act_menu",
    /// Action: menu, where the safety page is named beside it.
    ActMenuSafety = "act_menu_safety",
    /// Action: hide.
    ActHide = "act_hide",
    /// Action: new line.
    ActNewLine = "act_new_line",
    /// Action: pick.
    ActPick = "act_pick",
    /// Action: keep or melt.
    ActKeepOrMelt = "act_keep_or_melt",
    /// Action: close.
    ActClose = "act_close",
    /// Action: choose.
    ActChoose = "act_choose",
    /// Action: open.
    ActOpen = "act_open",
    /// Action: move.
    ActMove = "act_move",
    /// Action: the drawer.
    ActDrawer = "act_drawer",
    /// Item: agreement.
    ItemAgreement = "item_agreement",
    /// Item: thanks.
    ItemThanks = "item_thanks",
    /// Item: look again.
    ItemLookAgain = "item_look_again",
    /// Item: to carry.
    ItemCarry = "item_carry",
    /// Item: a memory.
    ItemMemory = "item_memory",
    /// Item: a guess.
    ItemGuess = "item_guess",
    /// Item: a hand.
    ItemHand = "item_hand",
    /// Item: words.
    ItemWords = "item_words",
    /// Item: chosen.
    ItemChosen = "item_chosen",
    /// Clause: what happens instead.
    ClauseInstead = "clause_instead",
    /// Clause: who.
    ClauseWho = "clause_who",
    /// Clause: when.
    ClauseWhen = "clause_when",
    /// Clause: until.
    ClauseUntil = "clause_until",
    /// Clause: how both would see it.
    ClauseSeenBy = "clause_seen_by",
    /// Clause: what it looks after.
    ClauseLooksAfter = "clause_looks_after",
    /// Clause: if, then.
    ClauseIfThen = "clause_if_then",
    /// Clause: how to ask for a change.
    ClauseChangeBy = "clause_change_by",
    /// Clause: how soon to tell.
    ClauseTellBy = "clause_tell_by",
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
    /// The disk said no.
    ErrDisk = "err_disk",
    /// The home can't be used.
    ErrHome = "err_home",
    /// No such practice.
    ErrNoPractice = "err_no_practice",
    /// Nothing to go on with.
    ErrNothingOpen = "err_nothing_open",
    /// It has landed.
    ErrLanded = "err_landed",
    /// It was walked with other content.
    ErrOtherWords = "err_other_words",
    /// Not in this version.
    ErrNotYet = "err_not_yet",
    /// Nothing can be printed or read.
    ErrOut = "err_out",
}
