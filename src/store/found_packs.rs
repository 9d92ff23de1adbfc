//! The packs that lie in the data folder, each a folder of its own in `packs`. They are nobody's words of a crossing: never
//! sealed, never erased, and read without a passphrase.

use super::home::Home;
use super::pack_files::{self, Unread};
use crate::content::source::{File, Kind};
use crate::text::clean_path;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of packs in the data folder.
pub(super) const FOLDER: &str = "packs";
/// Most packs that are read; those behind are left alone.
const MOST: usize = 40;

/// Something in the folder of packs.
#[derive(Debug)]
pub struct Found {
    /// What it is called there, as it may be shown.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Its files, or why it can't be read as a pack.
    pub files: Result<Vec<File>, Vec<Unread>>,
}

/// Where packs lie in a home.
#[must_use]
pub fn folder(home: &Home) -> PathBuf {
    home.root().join(FOLDER)
}

/// What lies in the folder of packs, in the order of its names, at most 40 of them. Hidden names are passed over. A link
/// to a folder is followed: people keep a pack where they write it. Nothing is made or changed.
#[must_use]
pub fn found(home: &Home) -> Vec<Found> {
    let entries = fs::read_dir(folder(home)).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
    names.sort();
    names.truncate(MOST);
    let read = |name| {
        let path = folder(home).join(&name);
        Found {
            name: clean_path(Path::new(&name)),
            files: named(&path),
            path,
        }
    };
    names.into_iter().map(read).collect()
}

/// The files of a folder that says what it is.
fn named(path: &Path) -> Result<Vec<File>, Vec<Unread>> {
    let files = pack_files::folder(path)?;
    if files.iter().any(|file| file.kind() == Some(Kind::Manifest)) {
        return Ok(files);
    }
    Err(vec![Unread::Nameless(path.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::{Disk as _, Real};
    use std::os::unix::fs::symlink;

    fn pack(path: &Path) {
        Real.create_dir(path).unwrap();
        Real.create_new(&path.join("pack.ron")).unwrap();
    }

    #[test]
    fn folders_with_a_name_of_their_own_are_packs_in_the_order_of_names() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("home"));
        assert!(found(&home).is_empty(), "there is no home yet");
        home.ensure_folder(FOLDER).unwrap();
        let packs = folder(&home);
        pack(&packs.join("b"));
        pack(&packs.join("a"));
        pack(&packs.join(".hidden"));
        pack(&dir.path().join("elsewhere"));
        symlink(dir.path().join("elsewhere"), packs.join("c-link")).unwrap();
        symlink(dir.path().join("nowhere"), packs.join("d-gone")).unwrap();
        Real.create_dir(&packs.join("e-empty")).unwrap();
        Real.create_new(&packs.join("f.zip")).unwrap();
        let seen: Vec<_> = found(&home)
            .into_iter()
            .map(|one| {
                let why = one.files.err().map(|unread| match unread[..] {
                    [Unread::Nameless(_)] => "nameless",
                    [Unread::NotAFolder(_)] => "no folder",
                    _ => "something else",
                });
                (one.name, why)
            })
            .collect();
        let expected = [
            ("a", None),
            ("b", None),
            ("c-link", None),
            ("d-gone", Some("no folder")),
            ("e-empty", Some("nameless")),
            ("f.zip", Some("no folder")),
        ];
        assert_eq!(seen, expected.map(|(name, why)| (name.to_owned(), why)));
    }
}
