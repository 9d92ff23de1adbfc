//! The full screen: what stands on it and in which ink.

pub mod editor;
pub mod palette;
pub mod river;
pub mod theme;
