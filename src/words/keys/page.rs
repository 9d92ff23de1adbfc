//! The names of the sentences on the pages of a crossing, from its first step to its end.

macro_rules! page {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
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
        /// How to pick words in lines.
        HowPick = "how_pick",
        /// What becomes of what is typed unseen, in lines.
        HowHidden = "how_hidden",
        /// Nothing under this heading here.
        NothingHere = "nothing_here",
        /// A smaller step.
        Smaller = "smaller",
        /// An option that passes.
        Pass = "pass",
        /// Yes, as an option.
        Yes = "yes",
        /// No, as an option.
        No = "no",
        /// The map of a rehearsed talk, in sentences.
        TalkFirst = "talk_first",
        /// The same of another try.
        TalkAgain = "talk_again",
        /// One turn of it.
        TalkTurn = "talk_turn",
        /// The page after landing.
        Landed = "landed",
        /// Landing has not reached the disk.
        LandingWaits = "landing_waits",
        /// How much room there is, where saving has failed.
        SavingRoom = "saving_room",
        /// Another folder can be named.
        SavingElsewhere = "saving_elsewhere",
        /// Nothing can be saved at this place, before anything is written.
        SavingCant = "saving_cant",
        /// Where it lies.
        KeptWhere = "kept_where",
        /// How to erase it.
        KeptErase = "kept_erase",
        /// How to read it again.
        KeptShow = "kept_show",
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
        /// Title of the map.
        Map = "map",
        /// One is here.
        MapHere = "map_here",
        /// Passed over.
        MapPassed = "map_passed",
        /// Choose where to go, or stay.
        MapChoose = "map_choose",
        /// The map needs the private questions first.
        MapClosed = "map_closed",
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
        /// The answer has no room for more.
        Full = "full",
        /// Which words are near a story-word.
        StoryWord = "story_word",
        /// Those words.
        StoryNear = "story_near",
        /// Picked so far.
        Picked = "picked",
        /// Type to find a word.
        TypeToFind = "type_to_find",
        /// One's own word.
        OwnWord = "own_word",
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
    } };
}
pub(super) use page;
