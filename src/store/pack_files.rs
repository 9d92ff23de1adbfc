//! Reads the files of a pack from a folder somebody else may have filled: regular files of honest size, nothing else.

use crate::content::source::File;
use crate::text::clean_path;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Largest file of a pack, in KiB; looked at before it is opened.
const LARGEST_KIB: u64 = 256;
const LARGEST: u64 = LARGEST_KIB * 1024;
/// Most files in a pack.
const MOST: usize = 500;
/// Largest pack, in MiB.
const LARGEST_PACK_MIB: u64 = 4;
const LARGEST_PACK: u64 = LARGEST_PACK_MIB * 1024 * 1024;

/// The folder in which sentences of other files are exchanged: folders stand in it as in the pack itself.
pub const SENTENCES: &str = "sentences";

/// Why a file of a pack, or the whole folder, was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// There is neither a folder of this name nor a file that belongs to a pack.
    #[error("{}: neither a folder nor a file of a pack", clean_path(.0))]
    NotAFolder(PathBuf),
    /// A folder in which no `pack.ron` says what it is.
    #[error("{}: there is no pack.ron in it", clean_path(.0))]
    Nameless(PathBuf),
    /// More than 500 files end in `.ron`.
    #[error("{}: more than {MOST} files", clean_path(.0))]
    TooMany(PathBuf),
    /// All files together are larger than 4 MiB.
    #[error("{}: more than {LARGEST_PACK_MIB} MiB", clean_path(.0))]
    TooMuch(PathBuf),
    /// A pipe, a device, a folder, or a link that leads out of the pack.
    #[error("{}: not a regular file of this pack", clean_path(.0))]
    NotRegular(PathBuf),
    /// Larger than 256 KiB.
    #[error("{}: larger than {LARGEST_KIB} KiB", clean_path(.0))]
    TooLarge(PathBuf),
    /// Not UTF-8; the line of the first byte that isn't, from 1.
    #[error("{}:{line}: not UTF-8 text", clean_path(path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The system refused.
    #[error("{}: {error}", clean_path(path))]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl Unread {
    /// The file or folder, the line where one is known, and why it was not read.
    #[must_use]
    pub fn parts(&self) -> (&Path, Option<usize>, String) {
        let (path, line) = match self {
            Self::NotText { path, line } => (path, Some(*line)),
            Self::Refused { path, .. }
            | Self::NotAFolder(path)
            | Self::Nameless(path)
            | Self::TooMany(path)
            | Self::TooMuch(path)
            | Self::NotRegular(path)
            | Self::TooLarge(path) => (path, None),
        };
        let told = self.to_string();
        let why = told.strip_prefix(&clean_path(path)).unwrap_or(&told);
        let why = why.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
        (path, line, why.trim_start().to_owned())
    }
}

/// Every `.ron` file of a pack: those in the folder itself and one level below, in `sentences` two. Hidden files are left
/// out.
///
/// # Errors
/// Everything that could not be read; a folder that is no pack at all yields one error.
pub fn folder(path: &Path) -> Result<Vec<File>, Vec<Unread>> {
    let root = path.canonicalize().ok().filter(|root| root.is_dir());
    let root = root.ok_or_else(|| vec![Unread::NotAFolder(path.to_owned())])?;
    let paths = inside(&root).map_err(|unread| vec![unread])?;
    let mut files = Vec::new();
    let mut unread = Vec::new();
    let mut left = LARGEST_PACK;
    for found in paths {
        match read(&root, &found) {
            Ok(text) if text.len() as u64 > left => return Err(vec![Unread::TooMuch(root)]),
            Ok(text) => {
                left -= text.len() as u64;
                files.push(File::new(name(&root, &found), text));
            }
            Err(problem) => unread.push(problem),
        }
    }
    if unread.is_empty() {
        Ok(files)
    } else {
        Err(unread)
    }
}

/// The paths of all content files, sorted.
pub(super) fn inside(root: &Path) -> Result<Vec<PathBuf>, Unread> {
    let mut paths = Vec::new();
    let sentences = root.join(SENTENCES);
    let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|kind| kind.is_dir());
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if is_content(&path) {
                paths.push(path);
            } else if (folder == root || folder == sentences) && is_folder(&path) {
                folders.push(path);
            }
            if paths.len() > MOST {
                return Err(Unread::TooMany(root.to_owned()));
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// What stands in a folder, without hidden names; never more than a pack can have, and some to notice it.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Unread> {
    let refused = |error| Unread::Refused {
        path: folder.to_owned(),
        error,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(refused)?.take(MOST * 2) {
        let entry = entry.map_err(refused)?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    Ok(paths)
}

fn is_content(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron")
}

/// The path inside the pack, with `/` between its parts.
fn name(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts = inside.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// The text of a file. What it is and how large it is are looked at first: opening a pipe would wait for ever.
fn read(root: &Path, path: &Path) -> Result<String, Unread> {
    let refused = |error| Unread::Refused {
        path: path.to_owned(),
        error,
    };
    let real = path.canonicalize().map_err(refused)?;
    let kind = fs::symlink_metadata(&real).map_err(refused)?;
    if !kind.is_file() || !real.starts_with(root) {
        return Err(Unread::NotRegular(path.to_owned()));
    }
    if kind.len() > LARGEST {
        return Err(Unread::TooLarge(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(&real).map_err(refused)?;
    io::Read::read_to_end(&mut io::Read::take(file, LARGEST + 1), &mut bytes).map_err(refused)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge(path.to_owned()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = good.filter(|byte| **byte == b'\n').count() + 1;
        Unread::NotText {
            path: path.to_owned(),
            line,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn pack() -> tempfile::TempDir {
        let pack = tempfile::tempdir().expect("a folder");
        put(pack.path(), "pack.ron", b"\xef\xbb\xbf()\r\n");
        fs::create_dir(pack.path().join("lists")).expect("a folder");
        put(pack.path(), "lists/b.ron", b"[]");
        put(pack.path(), "lists/notes.txt", b"\xff");
        put(pack.path(), ".hidden.ron", b"\xff");
        pack
    }

    fn put(root: &Path, name: &str, bytes: &[u8]) {
        use std::io::Write;
        let mut file = fs::File::create(root.join(name)).expect("a file");
        file.write_all(bytes).expect("room");
    }

    fn told(root: &Path) -> Vec<String> {
        let root = root.canonicalize().expect("there");
        let unread = folder(&root).expect_err("something is wrong");
        let inside = format!("{}/", root.display());
        unread
            .iter()
            .map(|one| one.to_string().replace(&inside, ""))
            .collect()
    }

    #[test]
    fn content_files_are_read_and_nothing_else() {
        let pack = pack();
        let files = folder(pack.path()).expect("all good");
        let read: Vec<_> = files
            .iter()
            .map(|file| (file.name.as_str(), file.text.as_ref()))
            .collect();
        assert_eq!(read, [("lists/b.ron", "[]"), ("pack.ron", "()\n")]);
    }

    #[test]
    fn everything_that_cannot_be_read_is_told_at_once() {
        let pack = pack();
        put(pack.path(), "a.ron", b"one\ntwo \xff\n");
        put(pack.path(), "large.ron", &vec![b' '; 256 * 1024 + 1]);
        fs::create_dir(pack.path().join("x.ron")).expect("a folder");
        symlink("/dev/zero", pack.path().join("zero.ron")).expect("a link");
        assert_eq!(
            told(pack.path()),
            [
                "a.ron:2: not UTF-8 text",
                "large.ron: larger than 256 KiB",
                "x.ron: not a regular file of this pack",
                "zero.ron: not a regular file of this pack",
            ]
        );
    }

    #[test]
    fn links_stay_inside_the_pack() {
        let pack = pack();
        let outside = tempfile::tempdir().expect("a folder");
        put(outside.path(), "secret.ron", b"()");
        symlink(pack.path().join("pack.ron"), pack.path().join("again.ron")).expect("a link");
        assert_eq!(folder(pack.path()).expect("inside").len(), 3);
        symlink(
            outside.path().join("secret.ron"),
            pack.path().join("out.ron"),
        )
        .expect("a link");
        assert_eq!(
            told(pack.path()),
            ["out.ron: not a regular file of this pack"]
        );
    }

    #[test]
    fn a_pipe_is_never_opened() {
        let pack = pack();
        let pipe = pack.path().join("pipe.ron");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).expect("a pipe");
        assert_eq!(
            told(pack.path()),
            ["pipe.ron: not a regular file of this pack"]
        );
    }

    #[test]
    fn too_many_and_too_much_are_refused() {
        let pack = pack();
        for n in 0..499 {
            put(pack.path(), &format!("lists/{n}.ron"), b"");
        }
        assert!(matches!(
            folder(pack.path()).expect_err("501 files")[..],
            [Unread::TooMany(_)]
        ));
        let pack = self::pack();
        for n in 0..17 {
            put(pack.path(), &format!("{n}.ron"), &vec![b' '; 250 * 1024]);
        }
        assert!(matches!(
            folder(pack.path()).expect_err("over 4 MiB")[..],
            [Unread::TooMuch(_)]
        ));
        assert!(matches!(
            folder(&pack.path().join("none")).expect_err("none")[..],
            [Unread::NotAFolder(_)]
        ));
    }
}
