//! The field people write in.
