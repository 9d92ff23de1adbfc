//! Every action a person can take from any page. Both front ends offer all of them; a test holds that.

use super::guide::Act;
use crate::flow::{AskView, Detour, Glass, Ice, Page, Pane};
use crate::words::Key;

/// Something that can be done from any page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Lists what can be done.
    Help,
    /// The screen before.
    Back,
    /// On without an answer.
    Pass,
    /// Why this step is here.
    Why,
    /// A nudge.
    Hint,
    /// A worked example.
    Example,
    /// Words to pick from.
    Words,
    /// The language mirror.
    Mirror,
    /// A thank-you, for this moment.
    Thanks,
    /// The ice tilts.
    Wobbly,
    /// In the water: a hand.
    Water,
    /// A rest, with a time to come back.
    Pause,
    /// How much of the light is left, for those who ask.
    Light,
    /// A word to the watchmen at the edge of the page.
    Watchman,
    /// Every floe.
    Map,
    /// The safety page.
    Safety,
    /// Takes back the last thing.
    Undo,
    /// What floe is.
    About,
    /// Room for a long answer.
    Long,
    /// Saves and leaves.
    Leave,
}

impl Action {
    /// All of them, in the order of menus and help.
    pub const ALL: [Self; 20] = [
        Self::Water,
        Self::Wobbly,
        Self::Pause,
        Self::Light,
        Self::Watchman,
        Self::Thanks,
        Self::Back,
        Self::Pass,
        Self::Map,
        Self::Why,
        Self::Hint,
        Self::Example,
        Self::Words,
        Self::Mirror,
        Self::Undo,
        Self::Long,
        Self::Safety,
        Self::About,
        Self::Help,
        Self::Leave,
    ];

    /// The name typed after a slash in line mode.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Back => "back",
            Self::Pass => "pass",
            Self::Why => "why",
            Self::Hint => "hint",
            Self::Example => "example",
            Self::Words => "words",
            Self::Mirror => "mirror",
            Self::Thanks => "thanks",
            Self::Wobbly => "wobbly",
            Self::Water => "water",
            Self::Pause => "pause",
            Self::Light => "light",
            Self::Watchman => "watchman",
            Self::Map => "map",
            Self::Safety => "safety",
            Self::Undo => "undo",
            Self::About => "about",
            Self::Long => "long",
            Self::Leave => "leave",
        }
    }

    /// The sentence that names it in menus.
    #[must_use]
    pub const fn label(self) -> Key {
        match self {
            Self::Help => Key::ActHelp,
            Self::Back => Key::ActBack,
            Self::Pass => Key::ActPass,
            Self::Why => Key::ActWhy,
            Self::Hint => Key::ActHint,
            Self::Example => Key::ActExample,
            Self::Words => Key::ActWords,
            Self::Mirror => Key::ActMirror,
            Self::Thanks => Key::ActThanks,
            Self::Wobbly => Key::ActWobbly,
            Self::Water => Key::ActWater,
            Self::Pause => Key::ActPause,
            Self::Light => Key::ActLight,
            Self::Watchman => Key::ActWatchman,
            Self::Map => Key::ActMap,
            Self::Safety => Key::ActSafety,
            Self::Undo => Key::ActUndo,
            Self::About => Key::ActAbout,
            Self::Long => Key::ActLong,
            Self::Leave => Key::ActLeave,
        }
    }

    /// The sentence that names it on a page: where the ice tilts already, being wobbly asks for a moment to steady.
    #[must_use]
    pub const fn label_on(self, page: &Page) -> Key {
        match (self, page.ice) {
            (Self::Wobbly, Ice::Tilting(_)) => Key::ActSteady,
            _ => self.label(),
        }
    }

    /// The page of reading it opens, if that is all it does.
    #[must_use]
    pub const fn pane(self) -> Option<Pane> {
        match self {
            Self::Why => Some(Pane::Why),
            Self::Hint => Some(Pane::Hint),
            Self::Example => Some(Pane::Example),
            Self::Words => Some(Pane::Words),
            Self::Safety => Some(Pane::Safety),
            Self::About => Some(Pane::About),
            Self::Light => Some(Pane::Light),
            _ => None,
        }
    }

    /// Whether it does anything on this page. What is for every page is offered on every page of a crossing; a
    /// curtain offers only what leads away from it or tells of floe itself.
    #[must_use]
    pub fn is_offered(self, page: &Page) -> bool {
        if matches!(page.ask, AskView::Curtain { .. }) {
            return matches!(
                self,
                Self::Water
                    | Self::Wobbly
                    | Self::Pause
                    | Self::Safety
                    | Self::About
                    | Self::Help
                    | Self::Leave
            );
        }
        match self {
            Self::Why => page.drawer.why.is_some(),
            Self::Hint => page.drawer.hint.is_some(),
            Self::Example => page.drawer.example.is_some(),
            Self::Light => matches!(page.ask, AskView::Quiet { .. }),
            Self::Watchman => !page.edge.is_empty(),
            Self::Mirror => matches!(page.glass, Glass::Near | Glass::Away),
            _ => true,
        }
    }

    /// What it does to the guide on this page, if it does anything there; the rest is the front end's own.
    #[must_use]
    pub fn act(self, page: &Page) -> Option<Act> {
        match self {
            Self::Back => Some(Act::Back),
            Self::Pass => Some(Act::Pass),
            Self::Thanks => Some(Act::Open(Detour::Thanks)),
            Self::Wobbly if matches!(page.ice, Ice::Tilting(_)) => Some(Act::Open(Detour::Steady)),
            Self::Wobbly => Some(Act::Wobble),
            Self::Water => Some(Act::Open(Detour::Hand)),
            Self::Pause => Some(Act::Open(Detour::Pause)),
            Self::Watchman => (!page.edge.is_empty()).then_some(Act::Open(Detour::Watchman)),
            Self::Undo => Some(Act::Undo),
            Self::Leave => Some(Act::Leave),
            // What is being typed stands in the front end, which hands it in instead.
            Self::Mirror => Some(Act::Mirror(page.so_far.clone().unwrap_or_default())),
            Self::Help | Self::Why | Self::Hint | Self::Example | Self::Words => None,
            Self::Map | Self::Light | Self::Safety | Self::About | Self::Long => None,
        }
    }

    /// The action of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}
