//! The names of the sentences with which a room is shown.

macro_rules! stage {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// On every page: it is made up.
        StageFiction = "stage_fiction",
        /// The same, before a story is chosen.
        StageFictions = "stage_fictions",
        /// Which story?
        StageChoose = "stage_choose",
        /// Said while it is frozen.
        StageFrozen = "stage_frozen",
        /// What would you do?
        StageQuestion = "stage_question",
        /// Before what goes on inside the other.
        StageInside = "stage_inside",
        /// Before a hint.
        StageWhisper = "stage_whisper",
        /// Those who play change seats.
        StageSeats = "stage_seats",
        /// The last page.
        StageEnd = "stage_end",
        /// Answer: a story first.
        StageChooseFirst = "stage_choose_first",
        /// Answer: it is frozen.
        StageIsFrozen = "stage_is_frozen",
        /// Answer: there is nobody to answer here.
        StageOnlyInTurn = "stage_only_in_turn",
        /// Answer: somebody has tried.
        StageTriedNow = "stage_tried_now",
        /// Answer: somebody is to try first.
        StageTryFirst = "stage_try_first",
        /// Answer: there is none of this number.
        StageNoSuch = "stage_no_such",
        /// Answer: this is the end.
        StageIsOver = "stage_is_over",
        /// Answer: this is the first turn.
        StageNoTurnBefore = "stage_no_turn_before",
        /// How long it has been.
        StageElapsed = "stage_elapsed",
        /// The timer, upwards.
        StageTimerUp = "stage_timer_up",
        /// The timer, downwards.
        StageTimerDown = "stage_timer_down",
        /// Its time is over.
        StageTimerOver = "stage_timer_over",
        /// The timer of an exercise.
        StageTimerEach = "stage_timer_each",
        /// Place: no story yet.
        StageNoStory = "stage_no_story",
        /// Place: a story.
        StagePlace = "stage_place",
        /// Place: a turn of a story.
        StagePlaceTurn = "stage_place_turn",
        /// Title: what stands on the wall.
        StageOnWall = "stage_on_wall",
        /// Title: to be read aloud.
        StageReadAloud = "stage_read_aloud",
        /// Title: what goes on inside, not shown yet.
        StageInsideHidden = "stage_inside_hidden",
        /// Title: a line for the room.
        StageForRoom = "stage_for_room",
        /// Title: the voices of this turn.
        StageVoices = "stage_voices",
        /// Title: who plays whom.
        StageSitting = "stage_sitting",
        /// Who plays whom.
        StageWhoSits = "stage_who_sits",
        /// Title: what comes next.
        StageNext = "stage_next",
        /// For the room, while a story is chosen.
        StageRoomChoose = "stage_room_choose",
        /// For the room, at what a story holds.
        StageRoomHolds = "stage_room_holds",
        /// For the room, at who is in it.
        StageRoomWho = "stage_room_who",
        /// For the room, when they have spoken.
        StageRoomCue = "stage_room_cue",
        /// For the room, at the question.
        StageRoomQuestion = "stage_room_question",
        /// For the room, when a voice was said.
        StageRoomSaid = "stage_room_said",
        /// For the room, when they have answered.
        StageRoomReply = "stage_room_reply",
        /// For the room, at all four answers.
        StageRoomLandings = "stage_room_landings",
        /// For the room, when somebody fell in.
        StageRoomSlip = "stage_room_slip",
        /// For the room, at what goes on inside.
        StageRoomInside = "stage_room_inside",
        /// For the room, when nothing was said.
        StageRoomWaits = "stage_room_waits",
        /// For the room, while it is frozen.
        StageRoomFrozen = "stage_room_frozen",
        /// For the room, at the close.
        StageRoomClose = "stage_room_close",
        /// For the room, on the way out.
        StageRoomAfter = "stage_room_after",
        /// For the room, at the end.
        StageRoomEnd = "stage_room_end",
        /// Move: on.
        StageDoNext = "stage_do_next",
        /// Move: freeze.
        StageDoFreeze = "stage_do_freeze",
        /// Move: what would you do?
        StageDoAsk = "stage_do_ask",
        /// Move: somebody has tried.
        StageDoTried = "stage_do_tried",
        /// Move: four landings.
        StageDoLandings = "stage_do_landings",
        /// Move: say a voice.
        StageDoSay = "stage_do_say",
        /// Move: rewind.
        StageDoRewind = "stage_do_rewind",
        /// Move: look inside.
        StageDoInner = "stage_do_inner",
        /// Move: plant a slip.
        StageDoSlip = "stage_do_slip",
        /// Move: change seats.
        StageDoSwap = "stage_do_swap",
        /// Move: whisper.
        StageDoWhisper = "stage_do_whisper",
        /// Move: jump.
        StageDoJump = "stage_do_jump",
        /// Move: the timer.
        StageDoTimer = "stage_do_timer",
        /// Move: another story.
        StageDoAnother = "stage_do_another",
        /// There is more below, and every key.
        StageMore = "stage_more",
        /// Move: the next plan.
        StageDoPlan = "stage_do_plan",
        /// Move: the next part of it.
        StageDoPart = "stage_do_part",
        /// Title: the plan.
        StagePlan = "stage_plan",
        /// Where in the plan.
        StagePlanPart = "stage_plan_part",
        /// A line of the plan for the room.
        StagePlanSay = "stage_plan_say",
        /// What the floe it is about says for a room.
        StagePlanFloe = "stage_plan_floe",
        /// The part after this one.
        StagePlanNext = "stage_plan_next",
        /// Answer: no plan is followed.
        StageNoPlan = "stage_no_plan",
        /// Answer: that was its last part.
        StagePlanOver = "stage_plan_over",
        /// Opens or closes the notes.
        StageDoNotes = "stage_do_notes",
        /// Leaves.
        StageDoLeave = "stage_do_leave",
        /// How a stage is steered in line mode.
        StageLineHelp = "stage_line_help",
        /// There is no such move.
        StageUnknown = "stage_unknown",
        /// The notes wait for a stage.
        StageNotesWait = "stage_notes_wait",
        /// The stage they followed has closed.
        StageNotesGone = "stage_notes_gone",
        /// Several rooms: which one?
        StageNotesWhich = "stage_notes_which",
        /// A row of that list.
        StageNotesRoom = "stage_notes_room",
        /// The room this stage is.
        StageRoomNumber = "stage_room_number",
        /// No second terminal can follow.
        StageNoRoom = "stage_no_room",
        /// It wrote nothing.
        StageFarewell = "stage_farewell",
        /// There is no such story.
        ErrNoStory = "err_no_story",
        /// Which of several rooms, please.
        ErrWhichRoom = "err_which_room",
    } };
}

pub(super) use stage;
