//! The names of the sentences for what one can do, as the menu and the line of keys call it.

macro_rules! actions {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// Going on.
        ActGoOn = "act_go_on",
        /// The screen before.
        ActBack = "act_back",
        /// Going on without an answer.
        ActPass = "act_pass",
        /// Why a step is there.
        ActWhy = "act_why",
        /// A hint.
        ActHint = "act_hint",
        /// An example.
        ActExample = "act_example",
        /// Words to pick from.
        ActWords = "act_words",
        /// The mirror.
        ActMirror = "act_mirror",
        /// The same, in the line of keys.
        ActMirrorKey = "act_mirror_key",
        /// Noting thanks.
        ActThanks = "act_thanks",
        /// Saying that one wobbles.
        ActWobbly = "act_wobbly",
        /// Steadying oneself.
        ActSteady = "act_steady",
        /// Saying that one is in the water.
        ActWater = "act_water",
        /// A pause.
        ActPause = "act_pause",
        /// The map.
        ActMap = "act_map",
        /// The safety page.
        ActSafety = "act_safety",
        /// The same, in the line of keys.
        ActSafetyKey = "act_safety_key",
        /// Taking back.
        ActUndo = "act_undo",
        /// What floe is.
        ActAbout = "act_about",
        /// A new line in a long answer.
        ActLong = "act_long",
        /// Saving and leaving.
        ActLeave = "act_leave",
        /// Help.
        ActHelp = "act_help",
        /// The menu.
        ActMenu = "act_menu",
        /// The menu, where the safety page is behind it.
        ActMenuSafety = "act_menu_safety",
        /// Hiding the screen.
        ActHide = "act_hide",
        /// A new line while typing.
        ActNewLine = "act_new_line",
        /// Picking from a list.
        ActPick = "act_pick",
        /// Changing a mark at the landing.
        ActKeepOrMelt = "act_keep_or_melt",
        /// Closing what is open.
        ActClose = "act_close",
        /// Choosing one of a list.
        ActChoose = "act_choose",
        /// Opening one of a list.
        ActOpen = "act_open",
        /// Moving in a list.
        ActMove = "act_move",
        /// Everything beside a step.
        ActDrawer = "act_drawer",
        /// How much light a turn has left.
        ActLight = "act_light",
        /// Speaking to the watchmen.
        ActWatchman = "act_watchman",
        /// The key of the person on the left.
        ActPressFirst = "act_press_first",
        /// The key of the person on the right.
        ActPressSecond = "act_press_second",
        /// Going on without the two keys.
        ActPressNo = "act_press_no",
        /// Opening a page that is for one person.
        ActOpenPage = "act_open_page",
    } };
}
pub(super) use actions;
