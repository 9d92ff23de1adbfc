//! What is remembered of the mirror while a sitting lasts, for each person by themselves. None of it is stored.

use super::Looking;
use crate::content::{Id, Pack};
use crate::flow::PageKey;
use crate::mirror::Mirror;
use crate::session::Seat;
use std::cell::OnceCell;
use zeroize::Zeroizing;

/// The mirror of one sitting.
#[derive(Default)]
pub(in super::super) struct Looks {
    /// Read when it is asked for first; None where there is none in this language.
    mirror: OnceCell<Option<Box<Mirror>>>,
    pub(super) seats: [Habits; 2],
    /// Somebody has looked before, and was told that words are only words.
    pub(super) said: bool,
    /// Somebody looks now.
    pub(super) open: Option<Looking>,
    pub(super) mended: Option<Mended>,
    /// The page whose words came out of the mirror, as long as nobody has left it: the one who sits there wrote them.
    pub(super) fresh: Option<PageKey>,
}

/// How one person has it.
#[derive(Default)]
pub(super) struct Habits {
    /// When it comes, if they have said so.
    pub(super) way: Option<Way>,
    /// Families they don't want to be asked about today.
    pub(super) aside: Vec<Id>,
    /// Words that were looked at, so that handing them in hands them in.
    pub(super) seen: Option<Zeroizing<String>>,
}

/// Words the mirror changed, as long as they can be taken back.
pub(super) struct Mended {
    pub(super) on: PageKey,
    pub(super) before: Zeroizing<String>,
    pub(super) after: Zeroizing<String>,
}

/// When the mirror comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Way {
    /// It is put away.
    Away,
    /// When it is asked for.
    Asked,
    /// After each text, for one person alone.
    Gently,
}

impl Way {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Asked => "asked",
            Self::Gently => "gently",
        }
    }

    pub(super) fn named(name: &str) -> Self {
        let ways = [Self::Away, Self::Gently];
        let mut ways = ways.into_iter();
        ways.find(|way| way.name() == name).unwrap_or(Self::Asked)
    }
}

impl Looks {
    /// The mirror of the pack, if it has one.
    pub(super) fn mirror(&self, pack: &Pack) -> Option<&Mirror> {
        let read = || Mirror::of(pack).map(Box::new);
        self.mirror.get_or_init(read).as_deref()
    }

    /// The pack is another one: its mirror is read again when it is asked for.
    pub(in super::super) fn read_anew(&mut self) {
        self.mirror = OnceCell::new();
    }

    pub(super) fn habits(&self, seat: Option<Seat>) -> &Habits {
        let [first, second] = &self.seats;
        match place(seat) {
            0 => first,
            _ => second,
        }
    }

    pub(super) fn habits_mut(&mut self, seat: Option<Seat>) -> &mut Habits {
        let [first, second] = &mut self.seats;
        match place(seat) {
            0 => first,
            _ => second,
        }
    }

    /// Somebody looks.
    pub(in super::super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether the words of this page came out of the mirror, and nobody has left it since.
    pub(in super::super) fn is_fresh(&self, page: &PageKey) -> bool {
        self.fresh.as_ref() == Some(page)
    }

    /// Another page is open now.
    pub(in super::super) fn turn(&mut self) {
        self.open = None;
        self.mended = None;
        self.fresh = None;
    }
}

/// The place of a person; one person alone has the first.
pub(super) fn place(seat: Option<Seat>) -> usize {
    usize::from(seat == Some(Seat::Second))
}
