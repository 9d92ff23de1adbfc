//! The content built into floe: every file of `content/en`, listed by hand so that nothing slips in.

use super::source::File;

/// Name inside the pack, and text.
const FILES: &[(&str, &str)] = &[];

/// The files of the bundled pack.
pub(super) fn files() -> Vec<File> {
    FILES
        .iter()
        .map(|(name, text)| File::new(*name, *text))
        .collect()
}
