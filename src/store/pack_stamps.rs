//! Whether anything in a pack's folder has changed: names, sizes and times of its files, never what is in them.

use super::pack_files::inside;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// How a pack's folder looked at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamps(Option<Vec<(PathBuf, Option<Stamp>)>>);

/// What changes when a file is written, put in the place of another, or touched.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    /// Device and number.
    which: (u64, u64),
    size: u64,
    /// When it was written, in seconds and nanoseconds.
    written: (i64, i64),
    /// When anything of it changed; nobody can set this one back.
    changed: (i64, i64),
}

impl Stamps {
    /// How the folder of a pack looks now. Nothing is opened, so no pipe keeps anybody waiting.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let root = folder.canonicalize().ok().filter(|root| root.is_dir());
        let paths = root.and_then(|root| inside(&root).ok());
        let stamped = |path: PathBuf| {
            let stamp = fs::metadata(&path).ok().map(|file| Stamp {
                which: (file.dev(), file.ino()),
                size: file.size(),
                written: (file.mtime(), file.mtime_nsec()),
                changed: (file.ctime(), file.ctime_nsec()),
            });
            (path, stamp)
        };
        Self(paths.map(|paths| paths.into_iter().map(stamped).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_done_to_a_file_shows() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            let mut file = fs::File::create(path).expect("a file");
            std::io::Write::write_all(&mut file, text.as_bytes()).expect("room");
        };
        let mut before = Stamps::of(folder.path());
        let mut differs = |what: &str| {
            let now = Stamps::of(folder.path());
            assert_ne!(now, before, "{what}");
            assert_eq!(now, Stamps::of(folder.path()), "{what}: it stays");
            before = now;
        };
        put("pack.ron", "()");
        differs("a new file");
        std::thread::sleep(std::time::Duration::from_millis(20));
        put("pack.ron", "[]");
        differs("as many other bytes");
        put("next", "{}");
        fs::rename(folder.path().join("next"), folder.path().join("pack.ron")).expect("renamed");
        differs("another file in its place");
        fs::remove_file(folder.path().join("pack.ron")).expect("removed");
        differs("none");
        fs::remove_dir(folder.path()).expect("removed");
        differs("no folder");
    }
}
