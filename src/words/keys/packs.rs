//! The names of the sentences about packs: words in folders that anybody can change.

macro_rules! packs {
    ($ask:ident! $($before:tt)*) => { $ask! { $($before)*
        /// A small pack was written.
        PackNew = "pack_new",
        /// All of floe's own words were written.
        PackCopied = "pack_copied",
        /// Packs in the data folder that can't be used.
        BankPacksAside = "bank_packs_aside",
        /// What came with floe itself.
        PackListOwn = "pack_list_own",
        /// No packs in the data folder.
        PackListNone = "pack_list_none",
        /// A pack with its title.
        PackListPack = "pack_list_pack",
        /// The same, with the version its author gave it.
        PackListVersion = "pack_list_version",
        /// What it adds.
        PackListAdds = "pack_list_adds",
        /// What it has in place of something else.
        PackListReplaces = "pack_list_replaces",
        /// How much of what was there no longer fits.
        PackListDrops = "pack_list_drops",
        /// What is in a pack: practices.
        PackPractices = "pack_practices",
        /// Rehearsals.
        PackRehearsals = "pack_rehearsals",
        /// Plans for a room.
        PackPlans = "pack_plans",
        /// Lists to pick from.
        PackLists = "pack_lists",
        /// Files of the mirror.
        PackMirror = "pack_mirror",
        /// Sentences in other words.
        PackSentences = "pack_sentences",
        /// The hand, the safety page, floe's own sentences.
        PackPages = "pack_pages",
        /// It is whole, and in use.
        PackListWhole = "pack_list_whole",
        /// It is whole, in another language.
        PackListTongue = "pack_list_tongue",
        /// It is whole, in a language floe doesn't speak.
        PackListStrange = "pack_list_strange",
        /// It doesn't go with those above it.
        PackListClash = "pack_list_clash",
        /// It has problems.
        PackListBroken = "pack_list_broken",
        /// Nothing says what it is.
        PackListNameless = "pack_list_nameless",
        /// It is no folder.
        PackListNoFolder = "pack_list_no_folder",
        /// The folder for a new pack holds something.
        ErrPackTaken = "err_pack_taken",
        /// The folder for a new pack can't be written.
        ErrPackRefused = "err_pack_refused",
    } };
}
pub(super) use packs;
