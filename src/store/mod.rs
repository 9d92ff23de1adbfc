//! The only room that opens files.

pub mod pack_files;
