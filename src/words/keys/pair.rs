//! The names of the sentences for two people at one keyboard.

macro_rules! pair {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// Two names as one.
        BothNames = "both_names",
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
        /// How two keys are pressed.
        BothHow = "both_how",
        /// The key of the person on the left.
        BothFirst = "both_first",
        /// The key of the person on the right.
        BothSecond = "both_second",
        /// It is pressed.
        BothPressed = "both_pressed",
        /// One has pressed already.
        BothWaits = "both_waits",
        /// Somebody has taken theirs back.
        BothTaken = "both_taken",
        /// The same in line mode, for one of them.
        BothLine = "both_line",
        /// Today this runs one person at a time: the same words whatever anybody answered.
        Apart = "apart",
        /// What was kept of it, and what each can do alone.
        ApartHow = "apart_how",
        /// Who says that they are in the water, or wobbly.
        WhoWater = "who_water",
        /// Who says that they wobble.
        WhoWobbly = "who_wobbly",
        /// It's me.
        WhoMe = "who_me",
        /// Nobody does.
        WhoNobody = "who_nobody",
        /// Enough of a quiet stretch.
        QuietAll = "quiet_all",
        /// More of it.
        QuietMore = "quiet_more",
        /// The light of a turn, in words.
        LightMost = "light_most",
        /// Half of it is left.
        LightHalf = "light_half",
        /// It is nearly gone.
        LightLow = "light_low",
        /// Title of what it says when it is asked.
        LightTitle = "light_title",
        /// So many minutes are left.
        LightMinutes = "light_minutes",
        /// Less than a minute is left.
        LightSeconds = "light_seconds",
        /// No turn runs by the light.
        LightNone = "light_none",
        /// The watchman of somebody, at the edge of the page.
        EdgeWatchman = "edge_watchman",
        /// How far along a crossing rests: near its start.
        WayBegin = "way_begin",
        /// Some way in.
        WayQuarter = "way_quarter",
        /// Half-way.
        WayHalf = "way_half",
        /// Past the middle.
        WayMost = "way_most",
        /// Close to landing.
        WayEnd = "way_end",
        /// Who is in the water, and who isn't.
        IceOf = "ice_of",
        /// Somebody reaches out.
        IceReach = "ice_reach",
        /// Somebody is out of the water.
        IceOut = "ice_out",
        /// Both rest on the bank.
        IceBanks = "ice_banks",
        /// The safety page, offered after words that may be about safety.
        SafetyOffer = "safety_offer",
        /// See it.
        SafetySee = "safety_see",
        /// Don't see it now.
        SafetyNotNow = "safety_not_now",
        /// Don't be asked again.
        SafetyNever = "safety_never",
        /// Whose yes is missing for an item to be kept.
        KeepKey = "keep_key",
        /// Staying on the way when other floes are near.
        DriftOn = "drift_on",
        /// Something stands there from before that isn't shown.
        HiddenBefore = "hidden_before",
    } };
}
pub(super) use pair;
