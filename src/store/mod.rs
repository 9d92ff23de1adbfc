//! Everything floe does with people's words on a disk.
//!
//! * [`disk`]: the few calls a save needs, and the real disk behind them.
//! * [`beside`]: the names of the files that stand beside a saved one.
//! * [`atomic`]: the save itself: the old version or the new one, never a mixture.
//! * [`lock`]: one writer at a time.
//! * [`held`]: who that is.
//! * [`home`]: the folder everything lives in.
//! * [`seal`]: what happens to bytes before they are written and after they are read.
//! * `identity`: the key of a sealed home, behind the feature `seal`.
//! * [`keeping`]: whether a home is open or sealed, or on the way.
//! * [`turning`]: sealing and unsealing all of it.
//! * [`own_talks`]: the talks somebody built for themself, apart from every river.
//! * [`saver`]: saving on a thread of its own.
//! * [`shelf`]: rivers and crossings, found, read and erased.
//! * [`index`]: a cache of what the first screen shows of every river.
//! * [`shelved`]: a river with its crossings, and what they come to together.
//! * `forget`: erasing them.
//! * [`leave_out`]: erasing one agreement from all crossings of its river.
//! * [`desk`]: one crossing's place on the shelf while it is under way.
//! * [`text_file`]: rivers and crossings as text in files.
//! * [`rooms`]: where two terminals that show a room find each other; nobody's words.
//! * [`pack_files`]: the files of a pack, read with care.
//! * [`pack_stamps`]: whether any of them has changed.
//! * [`found_packs`]: the packs that lie in the home.
//! * [`new_pack`]: a pack written out for somebody to change.
//! * [`checkup`]: whether anything in a home is wrong.
//! * [`damaged`]: what to do with a file that cannot be read.
//! * `salvage`: as much of it as can be read all the same.
//! * [`mending`]: what can be had in its place.

pub mod atomic;
pub mod beside;
pub mod checkup;
pub mod damaged;
pub mod desk;
pub mod disk;
mod forget;
pub mod found_packs;
pub mod held;
pub mod home;
#[cfg(feature = "seal")]
pub mod identity;
pub mod index;
pub mod keeping;
pub mod leave_out;
pub mod lock;
pub mod mending;
pub mod new_pack;
pub mod own_talks;
pub mod pack_files;
pub mod pack_stamps;
pub mod rooms;
mod salvage;
pub mod saver;
pub mod seal;
pub mod shelf;
pub mod shelved;
mod text_file;
pub mod turning;
