//! The names of the sentences of the language mirror, over a text and on a page.

macro_rules! mirror {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// The line a question is about.
        MirrorLine = "mirror_line",
        /// No question in all of the text.
        MirrorSilent = "mirror_silent",
        /// How to type a text.
        MirrorTyping = "mirror_typing",
        /// A line was too long.
        MirrorCut = "mirror_cut",
        /// Some bytes weren't text.
        MirrorReplaced = "mirror_replaced",
        /// Title, when it was asked for.
        MirrorTitle = "mirror_title",
        /// Title, when it comes by itself.
        MirrorTitleGently = "mirror_title_gently",
        /// Mend the words.
        MirrorMend = "mirror_mend",
        /// Keep the words.
        MirrorKeep = "mirror_keep",
        /// See an example.
        MirrorExample = "mirror_example",
        /// Nothing of this kind again today.
        MirrorNotToday = "mirror_not_today",
        /// Say what can be carried, of one's own words.
        MirrorCarry = "mirror_carry",
        /// The same, of a request.
        MirrorCarryOf = "mirror_carry_of",
        /// Choose when the mirror comes.
        MirrorWays = "mirror_ways",
        /// What words are and aren't.
        MirrorOnlyWords = "mirror_only_words",
        /// Title of an example.
        MirrorAnExample = "mirror_an_example",
        /// An example said one way.
        MirrorSaid = "mirror_said",
        /// It said another way.
        MirrorSaidToo = "mirror_said_too",
        /// How mending works.
        MirrorMends = "mirror_mends",
        /// Which of two versions stands?
        MirrorWhich = "mirror_which",
        /// The first version.
        MirrorFirst = "mirror_first",
        /// The new version.
        MirrorNew = "mirror_new",
        /// Take the new one.
        MirrorTakeNew = "mirror_take_new",
        /// Take the first one.
        MirrorTakeFirst = "mirror_take_first",
        /// Take both.
        MirrorTakeBoth = "mirror_take_both",
        /// It puts itself away.
        MirrorIsAway = "mirror_is_away",
        /// Take it out again.
        MirrorTakeOut = "mirror_take_out",
        /// Leave it away.
        MirrorLeaveAway = "mirror_leave_away",
        /// When is it to come?
        MirrorWhen = "mirror_when",
        /// When it is asked for.
        MirrorWhenAsked = "mirror_when_asked",
        /// By itself, after each text.
        MirrorWhenGently = "mirror_when_gently",
        /// Never.
        MirrorWhenNever = "mirror_when_never",
        /// It was put away.
        MirrorIsPutAway = "mirror_is_put_away",
        /// It asks nothing.
        MirrorQuiet = "mirror_quiet",
        /// There is none in this language.
        MirrorNone = "mirror_none",
        /// There is nothing to look at.
        MirrorNoWords = "mirror_no_words",
        /// The same, in line mode.
        MirrorNoWordsLine = "mirror_no_words_line",
        /// It stays closed on this page.
        MirrorNotHere = "mirror_not_here",
        /// It stays closed where nothing private is printed.
        MirrorCovered = "mirror_covered",
        /// It stays closed over words that aren't shown.
        MirrorUnseen = "mirror_unseen",
        /// How to say what can be carried.
        MirrorCarries = "mirror_carries",
        /// The same, of a request.
        MirrorCarriesOf = "mirror_carries_of",
        /// Beginning: what one hopes and intends.
        MirrorHope = "mirror_hope",
        /// Beginning: what one does after a slip.
        MirrorSlip = "mirror_slip",
        /// Beginning: what one wants to know.
        MirrorKnow = "mirror_know",
        /// Beginning: what it is for.
        MirrorSoThat = "mirror_so_that",
        /// The sentence of the first beginning.
        MirrorHopeSaid = "mirror_hope_said",
        /// The sentence of the second.
        MirrorSlipSaid = "mirror_slip_said",
        /// The sentence of the third.
        MirrorKnowSaid = "mirror_know_said",
        /// The sentence of the third and the fourth.
        MirrorKnowSoSaid = "mirror_know_so_said",
        /// The sentence of the fourth alone.
        MirrorSoThatSaid = "mirror_so_that_said",
        /// Beginning of a request: what the other may be willing to do.
        MirrorHopeOf = "mirror_hope_of",
        /// Beginning of a request: what they would do after a slip.
        MirrorSlipOf = "mirror_slip_of",
        /// Beginning of a request: what one would like to hear.
        MirrorKnowOf = "mirror_know_of",
        /// The request of the first beginning.
        MirrorHopeOfSaid = "mirror_hope_of_said",
        /// The request of the second.
        MirrorSlipOfSaid = "mirror_slip_of_said",
        /// The request of the third.
        MirrorKnowOfSaid = "mirror_know_of_said",
        /// The request of the third, and what it is for.
        MirrorKnowSoOfSaid = "mirror_know_so_of_said",
        /// A request can be answered with a no.
        MirrorNoIsFine = "mirror_no_is_fine",
        /// What may matter to the other.
        MirrorMatters = "mirror_matters",
        /// What one has understood.
        MirrorUnderstood = "mirror_understood",
        /// What two can look after together.
        MirrorLookAfter = "mirror_look_after",
    } };
}
pub(super) use mirror;
