//! What the picture is drawn from: plain data, no engine and no clock behind it.

/// The end of a plate that is meant, seen by the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Toward the near bank, where the first seat stands.
    Left,
    /// Toward the far bank, where the second seat stands.
    Right,
}

/// What the ice under the people does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IceShape {
    /// It carries.
    #[default]
    Steady,
    /// One half of the plate lies lower.
    Tilt(Side),
    /// The person on that side is in the water.
    Water(Side),
    /// Both fell, and both rest on the near bank.
    Bank,
}

/// Everything the picture of the river knows.
///
/// Build it with a struct update: `Scene { w: 80, rows: 5, n: 9, at: 3, ..Scene::default() }`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scene<'a> {
    /// Columns of the screen.
    pub w: u16,
    /// Rows of the picture; below three nothing is drawn.
    pub rows: u16,
    /// The seed of the crossing. It alone decides how plates lie.
    pub seed: u32,
    /// Plates between the banks, at most [`Scene::MOST`].
    pub n: usize,
    /// Where the people are: 0 the near bank, 1 to `n` the plates, `n + 1` the far bank.
    pub at: usize,
    /// Where they are jumping to, while they jump.
    pub to: Option<usize>,
    /// How far the jump is, 0.0 to 1.0.
    pub f: f32,
    /// What the ice does. It lies still during a jump and on the banks.
    pub ice: IceShape,
    /// How far the arm reaches from the one on the ice to the one in the water: none to [`Scene::ARM`] cells.
    pub arm: u8,
    /// How many cells the one in the water has been pulled toward the ice, at most two.
    pub pulled: u8,
    /// Whether both stand close to the joint of a plate that tilts.
    pub lean: bool,
    /// Figures to draw, none to two. The first stands left.
    pub seats: u8,
    /// How far the water has run, in frames.
    pub flow: u32,
    /// The frame of the sway, zero at rest.
    pub clip: u8,
    /// The share of the light that is left, 0.0 to 1.0, while somebody listens.
    pub light: Option<f32>,
    /// The words over the far bank, drawn from five rows on.
    pub far_words: &'a str,
    /// Columns the far bank has gone off to the right, while it is let go.
    pub far_off: u16,
    /// The far bank was let go and isn't drawn.
    pub no_far_bank: bool,
    /// Plates that have drifted off, counted from the near bank.
    pub skip: usize,
}

impl Scene<'_> {
    /// The whole length of an arm, in cells.
    pub const ARM: u8 = 3;

    /// More plates than this are never drawn.
    pub const MOST: usize = 64;

    /// Plates that are laid out.
    pub(super) fn plates(&self) -> usize {
        self.n.min(Self::MOST)
    }

    /// The place `at`, never beyond the far bank.
    pub(super) fn place(&self, at: usize) -> Place {
        match at {
            0 => Place::NearBank,
            plate if plate <= self.plates() => Place::Plate(plate - 1),
            _ => Place::FarBank,
        }
    }

    /// How far the jump is, never outside 0.0 to 1.0.
    pub(super) fn jump(&self) -> f32 {
        if self.f.is_finite() {
            self.f.clamp(0.0, 1.0)
        } else {
            0.0
        }
    }

    /// The plate people stand on; none during a jump and on the banks.
    pub(super) fn current(&self) -> Option<usize> {
        match (self.to, self.place(self.at)) {
            (None, Place::Plate(index)) => Some(index),
            _ => None,
        }
    }

    /// The end of the current plate that lies low.
    pub(super) fn low_side(&self) -> Option<Side> {
        self.current()?;
        match self.ice {
            IceShape::Tilt(side) | IceShape::Water(side) => Some(side),
            IceShape::Steady | IceShape::Bank => None,
        }
    }
}

/// A place somebody can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    NearBank,
    /// Counted from zero.
    Plate(usize),
    FarBank,
}
