//! What both front ends share when they meet the world outside the engine.

pub mod signals;
