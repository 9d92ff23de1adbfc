//! The content built into floe: every file of its languages, listed by hand so that nothing slips in.

/// The name inside the pack and the text of each file.
pub(super) type Files = &'static [(&'static str, &'static str)];

macro_rules! bundled {
    ($folder:literal: $($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../content/", $folder, "/", $name)))),*]
    };
}

/// Everything there is.
pub(super) const ENGLISH: Files = bundled!["en":
    "pack.ron",
    "words.ron",
    "help.ron",
    "detours.ron",
    "rehearsal.ron",
    "own.ron",
    "handout.ron",
    "plans/ninety.ron",
    "plans/twenty.ron",
    "practices/crossing.ron",
    "practices/gift.ron",
    "practices/letting_go.ron",
    "practices/return.ron",
    "scenarios/after_the_messages.ron",
    "scenarios/half_past_one.ron",
    "scenarios/the_deposit.ron",
    "scenarios/the_empty_hook.ron",
    "scenarios/the_night_shifts.ron",
    "scenarios/the_promised_role.ron",
    "scenarios/third_late_payment.ron",
    "scenarios/what_bea_heard.ron",
    "tracks/before_a_talk.ron",
    "tracks/im_the_one_hurting.ron",
    "tracks/just_the_sorry.ron",
    "tracks/one_agreement.ron",
    "lists/feelings.ron",
    "lists/needs.ron",
    "mirror/absolute.ron",
    "mirror/block.ron",
    "mirror/classes.ron",
    "mirror/demand.ron",
    "mirror/glints.ron",
    "mirror/impossible.ron",
    "mirror/mind_read.ron",
    "mirror/pseudo.ron",
    "mirror/safety.ron",
    "mirror/should.ron",
    "mirror/sorry_if.ron",
    "mirror/spelling.ron",
    "mirror/vague.ron",
    "mirror/verdict.ron",
];

/// The files of a language beside English: its sentences, and what it has of its own. All of them have the same.
macro_rules! tongue {
    ($folder:literal) => {
        bundled![$folder:
            "help.ron",
            "lists/feelings.ron",
            "lists/needs.ron",
            "mirror/absolute.ron",
            "mirror/block.ron",
            "mirror/classes.ron",
            "mirror/demand.ron",
            "mirror/glints.ron",
            "mirror/impossible.ron",
            "mirror/mind_read.ron",
            "mirror/pseudo.ron",
            "mirror/safety.ron",
            "mirror/should.ron",
            "mirror/sorry_if.ron",
            "mirror/spelling.ron",
            "mirror/vague.ron",
            "mirror/verdict.ron",
            "pack.ron",
            "sentences/detours.ron",
            "sentences/handout.ron",
            "sentences/own.ron",
            "sentences/plans/ninety.ron",
            "sentences/plans/twenty.ron",
            "sentences/practices/crossing.ron",
            "sentences/practices/gift.ron",
            "sentences/practices/letting_go.ron",
            "sentences/practices/return.ron",
            "sentences/rehearsal.ron",
            "sentences/scenarios/after_the_messages.ron",
            "sentences/scenarios/half_past_one.ron",
            "sentences/scenarios/the_deposit.ron",
            "sentences/scenarios/the_empty_hook.ron",
            "sentences/scenarios/the_night_shifts.ron",
            "sentences/scenarios/the_promised_role.ron",
            "sentences/scenarios/third_late_payment.ron",
            "sentences/scenarios/what_bea_heard.ron",
            "sentences/words.ron",
        ]
    };
}

/// Spanish.
pub(super) const SPANISH: Files = tongue!("es");

/// German.
pub(super) const GERMAN: Files = tongue!("de");
