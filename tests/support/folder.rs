//! Looking at a home from outside: its files, their bytes and their permissions.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

/// Every file below a folder; none if it isn't there.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Whether any file below a folder holds these bytes, or any name does.
pub(crate) fn holds(folder: &Path, what: &str) -> bool {
    files(folder).iter().any(|path| {
        // It may be renamed or removed while one looks.
        let bytes = std::fs::read(path).unwrap_or_default();
        let within = bytes
            .windows(what.len())
            .any(|piece| piece == what.as_bytes());
        within || path.to_string_lossy().contains(what)
    })
}

/// The files of crossings, without rivers, copies and locks.
pub(crate) fn crossings(home: &Path) -> Vec<PathBuf> {
    let is_crossing = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name != "river.ron"
            && name != "index.ron"
            && name.ends_with(".ron")
            && name.matches('.').count() == 1
    };
    files(home).into_iter().filter(is_crossing).collect()
}

/// The one crossing of a home: its id and its text.
pub(crate) fn only_crossing(home: &Path) -> (String, String) {
    let found = crossings(home);
    assert_eq!(found.len(), 1, "{found:?}");
    let id = found[0].file_stem().unwrap().to_str().unwrap().to_owned();
    (id, std::fs::read_to_string(&found[0]).unwrap())
}

/// The permission bits of a path.
pub(crate) fn mode(path: &Path) -> u32 {
    std::fs::symlink_metadata(path)
        .unwrap()
        .permissions()
        .mode()
        & 0o7777
}
