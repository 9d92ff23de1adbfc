//! The content built into floe: every file of `content/en`, listed by hand so that nothing slips in.

use super::source::File;

macro_rules! bundled {
    ($name:literal) => {
        ($name, include_str!(concat!("../../content/en/", $name)))
    };
}

/// Name inside the pack, and text.
const FILES: &[(&str, &str)] = &[
    bundled!("pack.ron"),
    bundled!("words.ron"),
    bundled!("help.ron"),
    bundled!("detours.ron"),
    bundled!("rehearsal.ron"),
    bundled!("own.ron"),
    bundled!("practices/crossing.ron"),
    bundled!("practices/gift.ron"),
    bundled!("practices/letting_go.ron"),
    bundled!("practices/return.ron"),
    bundled!("scenarios/after_the_messages.ron"),
    bundled!("scenarios/half_past_one.ron"),
    bundled!("scenarios/the_deposit.ron"),
    bundled!("scenarios/the_empty_hook.ron"),
    bundled!("scenarios/the_night_shifts.ron"),
    bundled!("scenarios/the_promised_role.ron"),
    bundled!("scenarios/third_late_payment.ron"),
    bundled!("scenarios/what_bea_heard.ron"),
    bundled!("tracks/before_a_talk.ron"),
    bundled!("tracks/im_the_one_hurting.ron"),
    bundled!("tracks/just_the_sorry.ron"),
    bundled!("tracks/one_agreement.ron"),
    bundled!("lists/feelings.ron"),
    bundled!("lists/needs.ron"),
    bundled!("mirror/absolute.ron"),
    bundled!("mirror/block.ron"),
    bundled!("mirror/classes.ron"),
    bundled!("mirror/demand.ron"),
    bundled!("mirror/glints.ron"),
    bundled!("mirror/impossible.ron"),
    bundled!("mirror/mind_read.ron"),
    bundled!("mirror/pseudo.ron"),
    bundled!("mirror/safety.ron"),
    bundled!("mirror/should.ron"),
    bundled!("mirror/sorry_if.ron"),
    bundled!("mirror/spelling.ron"),
    bundled!("mirror/vague.ron"),
    bundled!("mirror/verdict.ron"),
];

/// The files of the bundled pack.
pub(super) fn files() -> Vec<File> {
    FILES
        .iter()
        .map(|(name, text)| File::new(*name, *text))
        .collect()
}
