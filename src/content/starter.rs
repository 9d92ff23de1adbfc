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

/// The guide for people who write packs, and every field there is. They lie beside a pack and aren't part of it.
pub const GUIDES: [(&str, &str); 2] = [
    ("README.md", include_str!("../../content/README.md")),
    ("REFERENCE.md", include_str!("../../content/REFERENCE.md")),
];

/// The files of the small pack.
#[must_use]
pub fn files() -> Vec<File> {
    FILES
        .iter()
        .map(|(name, text)| File::new(*name, *text))
        .collect()
}
