//! The names of the sentences of `floe doctor`.

macro_rules! doctor {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// Which floe it is, and what it reads.
        DoctorFloe = "doctor_floe",
        /// What it was built with.
        DoctorParts = "doctor_parts",
        /// The words it came with.
        DoctorPack = "doctor_pack",
        /// Words from a folder.
        DoctorPackFrom = "doctor_pack_from",
        /// Variables that are set.
        DoctorSettings = "doctor_settings",
        /// None is set.
        DoctorSettingsNone = "doctor_settings_none",
        /// Where everything is.
        DoctorHome = "doctor_home",
        /// Where everything would be.
        DoctorHomeNone = "doctor_home_none",
        /// The files are open.
        DoctorKeptOpen = "doctor_kept_open",
        /// They are sealed.
        DoctorKeptSealed = "doctor_kept_sealed",
        /// They are on the way from one to the other.
        DoctorKeptHalf = "doctor_kept_half",
        /// Somebody is sealing or unsealing them now.
        DoctorTurning = "doctor_turning",
        /// Room on the disk.
        DoctorSpace = "doctor_space",
        /// A crossing is open elsewhere.
        DoctorOpen = "doctor_open",
        /// The same, with the process.
        DoctorOpenBy = "doctor_open_by",
        /// What isn't floe's.
        DoctorOthers = "doctor_others",
        /// The terminal's name and colours.
        DoctorTerminal = "doctor_terminal",
        /// It has no name.
        DoctorTerminalNone = "doctor_terminal_none",
        /// Its size.
        DoctorSize = "doctor_size",
        /// It shows every letter.
        DoctorLetters = "doctor_letters",
        /// It may not.
        DoctorLettersNot = "doctor_letters_not",
        /// What is a terminal and what isn't.
        DoctorEnds = "doctor_ends",
        /// The full screen can be drawn.
        DoctorScreen = "doctor_screen",
        /// It can't.
        DoctorScreenNot = "doctor_screen_not",
        /// Nothing looks wrong.
        DoctorFine = "doctor_fine",
        /// Title of what does.
        DoctorWrong = "doctor_wrong",
        /// A pack can't be used.
        DoctorPackBad = "doctor_pack_bad",
        /// Packs in the data folder that can't be used.
        DoctorPacksBad = "doctor_packs_bad",
        /// How many packs lie in the data folder.
        DoctorPacks = "doctor_packs",
        /// There is no place for a home.
        DoctorNowhere = "doctor_nowhere",
        /// The home is no folder.
        DoctorNoFolder = "doctor_no_folder",
        /// Anybody can write into the home.
        DoctorOpenToAll = "doctor_open_to_all",
        /// The home can't be looked at.
        DoctorRefusedHome = "doctor_refused_home",
        /// Permissions are too open.
        DoctorOpenToOthers = "doctor_open_to_others",
        /// Somebody else owns files.
        DoctorNotYours = "doctor_not_yours",
        /// Files can't be read.
        DoctorRefused = "doctor_refused",
        /// Something else has a file's name.
        DoctorNotAFile = "doctor_not_a_file",
        /// Larger than anything floe writes.
        DoctorTooLarge = "doctor_too_large",
        /// They can't be read as what they are.
        DoctorDamaged = "doctor_damaged",
        /// A newer floe wrote them.
        DoctorNewer = "doctor_newer",
        /// Damaged versions that were set aside.
        DoctorSetAside = "doctor_set_aside",
        /// Two versions of a file.
        DoctorCopies = "doctor_copies",
        /// Half a save of a killed run.
        DoctorLeftover = "doctor_leftover",
        /// The list for the first screen isn't true.
        DoctorUntrue = "doctor_untrue",
        /// Sealing was interrupted.
        DoctorHalfTurned = "doctor_half_turned",
        /// Sealed files without a key.
        DoctorNoKey = "doctor_no_key",
        /// The second copy of the key is missing.
        DoctorNoSpareKey = "doctor_no_spare_key",
        /// Open files in a sealed home.
        DoctorNotSealed = "doctor_not_sealed",
        /// The disk is nearly full.
        DoctorLittleSpace = "doctor_little_space",
    } };
}
pub(super) use doctor;
