//! The name of every sentence: the one list that content and program share.
//!
//! The list stands in several files, one for each part of the house that speaks. Every file adds its own names to those
//! before it, and out of all of them one [`Key`] is made.

mod actions;
mod bank;
mod doctor;
mod errors;
mod kept;
mod mirror;
mod packs;
mod page;
mod pair;
mod sealing;
mod stage;
mod workshop;

use actions::actions;
use bank::bank;
use doctor::doctor;
use errors::errors;
use kept::kept;
use mirror::mirror;
use packs::packs;
use page::page;
use pair::pair;
use sealing::sealing;
use stage::stage;
use workshop::workshop;

macro_rules! keys {
    // The next file adds its names and asks again.
    ([$next:ident $($later:ident)*] $($named:tt)*) => {
        $next! { keys! [$($later)*] $($named)* }
    };
    ([] $($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// The name of a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Key {
            $(
                #[doc = concat!("`", $name, "`")]
                $(#[$doc])*
                $variant,
            )+
        }

        impl Key {
            /// The name as it stands in `words.ron`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }

        /// The name of every sentence a pack needs.
        pub const KEYS: &[&str] = &[$($name,)+];
    };
}

keys! { [page pair bank actions kept mirror sealing stage doctor packs workshop errors] }
