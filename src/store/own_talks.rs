//! The talks somebody built for themself: a file each, in a folder that no list of rivers looks into.
//!
//! A file's name is drawn by chance and says nothing about people. What can't be read is left as it is.

use super::atomic::{self, SaveError};
use super::disk::Real;
use super::shelf::{ShelfError, Shelves, plain, take_lock};
use super::text_file::{closed, read_up_to};
use crate::session::{OWN_FORMAT, OwnTalk};
use std::fs;
use std::path::PathBuf;

/// Name of the folder. No river is called like this: a river's name has no hyphen.
pub(super) const FOLDER: &str = "own-talks";

/// The talks that could be read, by id, and what could not.
#[derive(Debug, Default)]
pub struct OwnTalks {
    /// Each with its id, in the order of their ids.
    pub talks: Vec<(String, OwnTalk)>,
    /// What could not be read, by id as well.
    pub troubles: Vec<(String, ShelfError)>,
}

impl Shelves {
    /// Every talk of one's own. A file that can't be read is told of, and the rest is listed.
    ///
    /// # Errors
    /// When the home itself can't be used.
    pub fn own_talks(&self) -> Result<OwnTalks, ShelfError> {
        let mut all = OwnTalks::default();
        for id in self.own_talk_ids()? {
            match self.own_talk(&id) {
                Ok(talk) => all.talks.push((id, talk)),
                Err(trouble) => all.troubles.push((id, trouble)),
            }
        }
        Ok(all)
    }

    /// The talk of this id.
    ///
    /// # Errors
    /// When there is none, or its file can't be read as one; the file stays as it is.
    pub fn own_talk(&self, id: &str) -> Result<OwnTalk, ShelfError> {
        self.home().check()?;
        let path = self.own_talk_file(id);
        let path = path.ok_or_else(|| ShelfError::Unknown(id.to_owned()))?;
        read_up_to(OWN_FORMAT, self.seal(), &path).map(|(talk, _)| talk)
    }

    /// The ids of all of them, those that can't be read included.
    ///
    /// # Errors
    /// When the home itself can't be used.
    pub fn own_talk_ids(&self) -> Result<Vec<String>, ShelfError> {
        self.home().check()?;
        let entries = fs::read_dir(self.own_talks_folder()).into_iter().flatten();
        let names = entries
            .filter_map(Result::ok)
            .map(|entry| entry.file_name());
        let id = |name: std::ffi::OsString| Some(name.to_str()?.strip_suffix(".ron")?.to_owned());
        let mut ids: Vec<String> = names.filter_map(id).filter(|id| plain(id)).collect();
        ids.sort();
        Ok(ids)
    }

    /// Keeps a talk under this id, for its owner alone. It is there whole, or not at all.
    ///
    /// # Errors
    /// When the home can't be used or the disk says no.
    pub fn keep_own_talk(&self, id: &str, talk: &OwnTalk) -> Result<(), ShelfError> {
        let folder = self.home().ensure_folder(FOLDER)?;
        let path = folder.join(format!("{id}.ron"));
        let refused = |source| ShelfError::Disk {
            path: path.clone(),
            source,
        };
        let bytes = closed(self.seal(), talk).filter(|_| plain(id));
        let bytes = bytes.ok_or_else(|| refused(std::io::ErrorKind::InvalidData.into()))?;
        let lock = take_lock(&path)?;
        let saved = atomic::save(&Real, &path, &bytes, 1, None);
        // It is written once, so nobody needs its lock again.
        let freed = lock.map_or(Ok(()), super::lock::Lock::erase);
        match saved {
            Ok(_) => freed.map_err(refused),
            Err(SaveError::Disk { source, .. }) => Err(refused(source)),
            Err(_) => Err(refused(std::io::ErrorKind::InvalidData.into())),
        }
    }

    /// Where the talk of this id lies, if there is one.
    pub(super) fn own_talk_file(&self, id: &str) -> Option<PathBuf> {
        let path = self.own_talks_folder().join(format!("{id}.ron"));
        (plain(id) && path.symlink_metadata().is_ok()).then_some(path)
    }

    pub(super) fn own_talks_folder(&self) -> PathBuf {
        self.home().root().join(FOLDER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Answer;
    use crate::store::home::Home;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    fn talk() -> OwnTalk {
        let says = |says: &str| Answer {
            says: Some(says.to_owned()),
            again: vec![format!("{says} Still.")],
            ..Answer::default()
        };
        OwnTalk {
            format: OWN_FORMAT,
            them: Some("R.".to_owned()),
            place: None,
            you: None,
            opening: "You \"forgot\" again {me}.\n".to_owned(),
            doubted: says("Of course you say that."),
            heard: Answer {
                feels: vec!["tired".to_owned()],
                ..says("...Yes.")
            },
            hurried: Answer::default(),
        }
    }

    fn shelves(root: &Path) -> Shelves {
        Shelves::of(Home::at(root))
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn plant(root: &Path, id: &str, text: &str) -> PathBuf {
        use std::io::Write;
        let folder = Home::at(root).ensure_folder(FOLDER).unwrap();
        let path = folder.join(format!("{id}.ron"));
        fs::File::create(&path)
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        path
    }

    #[test]
    fn a_talk_is_kept_for_its_owner_alone_and_read_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("home");
        let shelves = shelves(&root);
        assert!(shelves.own_talks().unwrap().talks.is_empty());
        assert!(!root.exists(), "looking makes nothing");
        shelves.keep_own_talk("k3wq8ze", &talk()).unwrap();
        let path = root.join(FOLDER).join("k3wq8ze.ron");
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        let names: Vec<_> = fs::read_dir(root.join(FOLDER)).unwrap().collect();
        assert_eq!(names.len(), 1, "no lock, no copy: {names:?}");
        assert_eq!(shelves.own_talk("k3wq8ze").unwrap(), talk());
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("opening:") && text.lines().count() > 8,
            "{text}"
        );
        let moved = dir.path().join("elsewhere");
        fs::rename(&root, &moved).unwrap();
        let there = super::tests::shelves(&moved).own_talks().unwrap();
        assert_eq!(there.talks, [("k3wq8ze".to_owned(), talk())]);
    }

    #[test]
    fn no_list_of_rivers_knows_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let shelves = shelves(dir.path());
        shelves.keep_own_talk("k3wq8ze", &talk()).unwrap();
        let listing = shelves.list().unwrap();
        assert!(listing.rivers.is_empty() && listing.troubles.is_empty());
        assert!(shelves.rows().unwrap().is_empty());
        assert!(shelves.ids().unwrap().is_empty());
        assert!(shelves.river(FOLDER).is_none() && shelves.river("k3wq8ze").is_none());
        assert!(shelves.path_of("k3wq8ze").is_none());
        assert!(shelves.open("k3wq8ze").is_err());
    }

    #[test]
    fn forgetting_leaves_nothing_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("home");
        let shelves = shelves(&root);
        shelves.keep_own_talk("aaa", &talk()).unwrap();
        shelves.keep_own_talk("bbb", &talk()).unwrap();
        plant(&root, "ccc", "torn");
        assert!(matches!(
            shelves.forget("nope"),
            Err(ShelfError::Unknown(_))
        ));
        shelves.forget("aaa").unwrap();
        assert_eq!(shelves.own_talk_ids().unwrap(), ["bbb", "ccc"]);
        shelves.forget("ccc").unwrap();
        shelves.forget("bbb").unwrap();
        assert!(
            !root.exists(),
            "an empty home would tell that floe was used"
        );
    }

    #[test]
    fn a_damaged_file_and_a_newer_one_are_told_apart_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let shelves = shelves(dir.path());
        let torn = plant(dir.path(), "torn", "(format: 1, opening: \"no en");
        let newer = plant(dir.path(), "newer", "(format: 3, song: \"la\")");
        let strange = plant(
            dir.path(),
            "strange",
            "(format: 1, opening: \"a\", more: 1)",
        );
        shelves.keep_own_talk("whole", &talk()).unwrap();
        let all = shelves.own_talks().unwrap();
        assert_eq!(all.talks.len(), 1);
        assert_eq!(all.troubles.len(), 3);
        assert!(matches!(
            shelves.own_talk("torn"),
            Err(ShelfError::Damaged { .. })
        ));
        assert!(matches!(
            shelves.own_talk("strange"),
            Err(ShelfError::Damaged { .. })
        ));
        assert!(matches!(
            shelves.own_talk("newer"),
            Err(ShelfError::Newer {
                format: 3,
                newest: 2,
                ..
            })
        ));
        for (path, text) in [(torn, "no en"), (newer, "la"), (strange, "more")] {
            assert!(fs::read_to_string(path).unwrap().contains(text));
        }
    }

    #[test]
    fn a_file_of_the_first_version_opens() {
        let dir = tempfile::tempdir().unwrap();
        let text = r#"(format: 1, them: Some("R."), place: None, you: None, opening: "Again?",
            doubted: (says: Some("No."), feels: ["tired"], matters: []),
            heard: (says: None, feels: [], matters: []), hurried: (says: None, feels: [], matters: []))"#;
        plant(dir.path(), "old", text);
        let talk = shelves(dir.path()).own_talk("old").unwrap();
        assert_eq!(talk.doubted.says.as_deref(), Some("No."));
        assert!(talk.doubted.again.is_empty());
    }

    #[test]
    fn nothing_steers_a_terminal_and_no_other_name_is_an_id() {
        let dir = tempfile::tempdir().unwrap();
        let shelves = shelves(dir.path());
        plant(dir.path(), "sly", r#"(format: 1, opening: "a\u{1b}[2Jb")"#);
        assert!(!shelves.own_talk("sly").unwrap().opening.contains('\u{1b}'));
        for id in ["", "..", "../sly", "Sly", "own-talks"] {
            assert!(shelves.own_talk(id).is_err(), "{id:?}");
            assert!(shelves.keep_own_talk(id, &talk()).is_err(), "{id:?}");
        }
    }

    #[test]
    fn a_report_of_what_went_wrong_tells_nothing_of_it() {
        let told = format!("{:?}", (talk(), talk().heard));
        assert!(
            !told.contains("forgot") && !told.contains("tired"),
            "{told}"
        );
    }
}
