//! The names of the sentences for what a crossing leaves, what becomes of it, and the pages it is written out on.

macro_rules! kept {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// An agreement.
        ItemAgreement = "item_agreement",
        /// What became of an agreement.
        ItemTurn = "item_turn",
        /// How an agreement went.
        ItemMark = "item_mark",
        /// Thanks.
        ItemThanks = "item_thanks",
        /// A day to look again.
        ItemLookAgain = "item_look_again",
        /// A line to take along.
        ItemCarry = "item_carry",
        /// A card for the talk.
        ItemCard = "item_card",
        /// A memory.
        ItemMemory = "item_memory",
        /// A guess at the other.
        ItemGuess = "item_guess",
        /// What followed when somebody was in the water.
        ItemHand = "item_hand",
        /// Words.
        ItemWords = "item_words",
        /// Words that were picked.
        ItemChosen = "item_chosen",
        /// It was kept.
        ViewKept = "view_kept",
        /// It was kept in part.
        ViewPart = "view_part",
        /// It was broken.
        ViewBroken = "view_broken",
        /// It is to be changed.
        ViewChange = "view_change",
        /// It is remembered differently.
        ViewDifferently = "view_differently",
        /// It is too early to say.
        ViewNotYet = "view_not_yet",
        /// An offer was agreed to since.
        FateAgreed = "fate_agreed",
        /// It is over, with thanks.
        FateCompleted = "fate_completed",
        /// It was ended.
        FateEnded = "fate_ended",
        /// It was let go, remembered differently.
        FateDifferently = "fate_differently",
        /// It is an offer.
        LifeOffered = "life_offered",
        /// It stands.
        LifeAgreed = "life_agreed",
        /// It stands, and a change is offered.
        LifeChangeOffered = "life_change_offered",
        /// It stands as it was changed.
        LifeChanged = "life_changed",
        /// It is over, with thanks.
        LifeCompleted = "life_completed",
        /// It has ended.
        LifeEnded = "life_ended",
        /// It is remembered differently.
        LifeDifferently = "life_differently",
        /// An agreement and one word on it.
        AboutAgreement = "about_agreement",
        /// More agreements wait than one visit has room for.
        VisitOthers = "visit_others",
        /// How long an agreement lasts.
        AgreementUntil = "agreement_until",
        /// No agreements yet.
        NoAgreements = "no_agreements",
        /// The next day an agreement names.
        AgreementNext = "agreement_next",
        /// What it is for.
        ClausePurpose = "clause_purpose",
        /// What happens instead.
        ClauseInstead = "clause_instead",
        /// Whose promise it is.
        ClauseWho = "clause_who",
        /// When.
        ClauseWhen = "clause_when",
        /// Until when.
        ClauseUntil = "clause_until",
        /// How both would see it.
        ClauseSeenBy = "clause_seen_by",
        /// What it looks after.
        ClauseLooksAfter = "clause_looks_after",
        /// If this, then that.
        ClauseIfThen = "clause_if_then",
        /// How to change it.
        ClauseChangeBy = "clause_change_by",
        /// What to do if it broke.
        ClauseTellBy = "clause_tell_by",
        /// Title of what was kept.
        LeafletWhat = "leaflet_what",
        /// Where the page comes from, and who can read it.
        LeafletFoot = "leaflet_foot",
        /// Heading: agreements.
        LeafletAgreements = "leaflet_agreements",
        /// Heading: thanks.
        LeafletThanks = "leaflet_thanks",
        /// Heading: lines to take along.
        LeafletCarry = "leaflet_carry",
        /// Heading: a card for the talk.
        LeafletCard = "leaflet_card",
        /// Heading: memories.
        LeafletMemories = "leaflet_memories",
        /// Heading: all other words.
        LeafletRest = "leaflet_rest",
        /// Heading: the day to look again.
        LeafletLook = "leaflet_look",
        /// Heading: the crossings.
        LeafletOutings = "leaflet_outings",
        /// Nothing was kept.
        LeafletNothing = "leaflet_nothing",
        /// A crossing alone.
        LeafletAlone = "leaflet_alone",
        /// A crossing together.
        LeafletTogether = "leaflet_together",
        /// A crossing under way.
        LeafletUnderWay = "leaflet_under_way",
        /// How an agreement stands.
        LeafletStands = "leaflet_stands",
        /// Since when it stands so.
        LeafletOver = "leaflet_over",
        /// Whose promise it is.
        LeafletWhose = "leaflet_whose",
        /// What is offered in its place.
        LeafletOffered = "leaflet_offered",
        /// What it was before.
        LeafletBefore = "leaflet_before",
        /// Whose mark it is, and of which day.
        LeafletMarkBy = "leaflet_mark_by",
        /// A wish to change it.
        LeafletWish = "leaflet_wish",
        /// Title of the drawn year.
        LeafletLine = "leaflet_line",
        /// The drawn year in words.
        LeafletLineTold = "leaflet_line_told",
        /// A crossing alone, in it.
        LeafletLineAlone = "leaflet_line_alone",
        /// A crossing together, in it.
        LeafletLineTogether = "leaflet_line_together",
        /// The day to look again, in it.
        LeafletLineNext = "leaflet_line_next",
        /// What one stroke means.
        LegendAlone = "legend_alone",
        /// What two strokes mean.
        LegendTogether = "legend_together",
        /// What a broken stroke means.
        LegendBooked = "legend_booked",
        /// Name of the day to look again, for everybody's eyes.
        CalendarLook = "calendar_look",
        /// Name of a day an agreement names, for everybody's eyes.
        CalendarDay = "calendar_day",
        /// Where an export lies, and who can read it.
        Exported = "exported",
    } };
}
pub(super) use kept;
