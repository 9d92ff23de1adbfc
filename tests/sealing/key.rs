//! The key: what it opens, and everything it refuses.

use crate::{PASSPHRASE, little, sealed};
use floe::store::disk::Real;
use floe::store::identity::{Cost, Identity, unlock};
use floe::store::keeping::{Phase, spare_key};
use floe::store::seal::{Seal, SealError, is_sealed};
use portable_pty::{CommandBuilder, PtySize};
use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::process::Command;
use std::time::{Duration, Instant};

const WORDS: &[u8] = "(says: \"jag är så ledsen\")\n".as_bytes();

#[test]
fn what_is_closed_is_opened_by_the_passphrase_and_by_no_other() {
    let identity = Identity::draw();
    let key = identity.under(PASSPHRASE, little()).unwrap();
    let closed = identity.close(WORDS).unwrap();
    assert!(is_sealed(&key) && is_sealed(&closed));
    assert!(
        !closed
            .windows(5)
            .any(|piece| WORDS.windows(5).any(|words| words == piece))
    );
    let again = Identity::with(PASSPHRASE, &key).unwrap();
    assert_eq!(*again.open(&closed).unwrap(), WORDS);
    assert_eq!(*again.open(WORDS).unwrap(), WORDS, "not sealed yet");
    for wrong in ["", "two boats, one rope ", "Two boats, one rope"] {
        assert_eq!(Identity::with(wrong, &key).err(), Some(SealError::WrongKey));
    }
    let other = Identity::draw();
    assert_eq!(other.open(&closed).err(), Some(SealError::WrongKey));
}

#[test]
fn a_sealed_file_with_any_byte_changed_or_cut_off_is_refused() {
    let identity = Identity::draw();
    let whole = identity.close(WORDS).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.to_vec();
        changed[at] ^= 1;
        // With the mark itself changed it isn't taken for a sealed file, and not for words of anybody's either.
        let opened = identity.open(&changed);
        assert!(opened.is_err() || !is_sealed(&changed), "byte {at}");
        assert_ne!(opened.ok().as_deref().map(Vec::as_slice), Some(WORDS));
        let cut = identity.open(&whole[..at]);
        assert!(cut.is_err() || !is_sealed(&whole[..at]), "cut at {at}");
    }
    let mut longer = whole.to_vec();
    longer.push(0);
    assert!(identity.open(&longer).is_err());
}

#[test]
fn a_key_with_any_byte_changed_or_cut_off_opens_nothing() {
    let key = Identity::draw().under(PASSPHRASE, little()).unwrap();
    for at in 0..key.len() {
        let mut changed = key.clone();
        changed[at] ^= 1;
        assert!(Identity::with(PASSPHRASE, &changed).is_err(), "byte {at}");
        assert!(Identity::with(PASSPHRASE, &key[..at]).is_err(), "cut {at}");
    }
}

#[test]
fn a_key_that_would_take_too_much_work_is_refused_before_any_of_it() {
    assert_eq!(Cost::of(22), Some(Cost::MOST));
    assert!(Cost::of(0).is_none() && Cost::of(23).is_none());
    let key = Identity::draw().under(PASSPHRASE, little()).unwrap();
    let end = key.windows(3).position(|three| three == b" 2\n").unwrap();
    for power in ["23", "40", "63", "99"] {
        let dear = [&key[..=end], power.as_bytes(), &key[end + 2..]].concat();
        let since = Instant::now();
        let refused = Identity::with(PASSPHRASE, &dear).err();
        assert!(since.elapsed() < Duration::from_secs(1), "{power}");
        assert!(
            matches!(refused, Some(SealError::TooCostly | SealError::Broken)),
            "{power}: {refused:?}"
        );
    }
}

#[test]
fn a_damaged_key_has_a_spare_one_and_a_lost_spare_one_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path();
    sealed(home);
    let (first, spare) = (Phase::Sealed.key_in(home), spare_key(home));
    let key = fs::read(&first).unwrap();
    let opens = |passphrase| unlock(&Real, home, Phase::Sealed, passphrase);
    fs::remove_file(&spare).unwrap();
    opens(PASSPHRASE).unwrap();
    assert_eq!(fs::read(&spare).unwrap(), key);
    fs::write(&first, &key[..key.len() - 1]).unwrap();
    opens(PASSPHRASE).unwrap();
    assert!(opens("another").is_err());
    fs::write(&spare, "").unwrap();
    assert!(opens(PASSPHRASE).is_err());
    assert_eq!(
        fs::read(&first).unwrap().len(),
        key.len() - 1,
        "left as it is"
    );
}

#[test]
#[allow(
    clippy::print_stderr,
    reason = "who reads the tests learns what was left out"
)]
fn the_age_tool_opens_what_floe_has_sealed() {
    let Ok(version) = Command::new("age").arg("--version").output() else {
        eprintln!("skipped: there is no age on this machine");
        return;
    };
    assert!(version.status.success());
    let dir = tempfile::tempdir().unwrap();
    let (home, file) = (dir.path(), dir.path().join("river.ron"));
    fs::write(&file, WORDS).unwrap();
    sealed(home);
    assert!(is_sealed(&fs::read(&file).unwrap()));
    // The tool asks for a passphrase on a terminal only.
    let pair = portable_pty::native_pty_system()
        .openpty(PtySize::default())
        .unwrap();
    let mut tool = CommandBuilder::new("age");
    let (key, opened) = (Phase::Sealed.key_in(home), home.join("opened"));
    tool.args(["-d".as_ref(), "-i".as_ref(), key.as_os_str()]);
    tool.args(["-o".as_ref(), opened.as_os_str(), file.as_os_str()]);
    let mut child = pair.slave.spawn_command(tool).unwrap();
    drop(pair.slave);
    let mut keys = pair.master.take_writer().unwrap();
    let mut screen = BufReader::new(pair.master.try_clone_reader().unwrap());
    let mut asked = Vec::new();
    for byte in screen.by_ref().bytes().map_while(Result::ok) {
        asked.push(byte);
        if asked.ends_with(b": ") {
            break;
        }
    }
    writeln!(keys, "{PASSPHRASE}").unwrap();
    // Whoever reads nothing keeps it from ending.
    std::thread::spawn(move || std::io::copy(&mut screen, &mut std::io::sink()));
    assert!(child.wait().unwrap().success());
    assert_eq!(fs::read(&opened).unwrap(), WORDS);
}
