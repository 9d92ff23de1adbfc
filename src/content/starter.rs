//! The small pack `floe pack new` writes: one practice, complete, with notes for whoever changes it.
//!
//! It is the example of `content/README.md`; a test holds the two together, and that page goes along as the guide.

use super::source::File;

macro_rules! starter {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../content/starter/", $name)),
        )
    };
}

/// Name inside the pack, and text.
const FILES: &[(&str, &str)] = &[starter!("pack.ron"), starter!("practices/pebble.ron")];

/// The guide for people who write packs. It lies beside a pack and isn't part of it.
pub const GUIDE: (&str, &str) = ("README.md", include_str!("../../content/README.md"));

/// The files of the small pack.
#[must_use]
pub fn files() -> Vec<File> {
    FILES
        .iter()
        .map(|(name, text)| File::new(*name, *text))
        .collect()
}
