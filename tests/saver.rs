//! Saving on a thread of its own: what is replaced, what is told, what the end waits for.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use floe::store::atomic::{self, Fingerprint, Saved};
use floe::store::disk::{Disk, Real};
use floe::store::saver::{Ended, Older, Report, SaveJob, Saver};
use floe::store::seal::{Plain, Seal, SealError};
use tempfile::TempDir;
use zeroize::Zeroizing;

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(20);

/// Turns every bit around, and waits for leave to do so.
struct Gate {
    entered: Sender<()>,
    leave: Receiver<()>,
}

impl Seal for Gate {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.entered.send(()).map_err(|_| SealError::Close)?;
        self.leave.recv().map_err(|_| SealError::Close)?;
        Ok(Zeroizing::new(bytes.iter().map(|byte| !byte).collect()))
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Ok(Zeroizing::new(bytes.iter().map(|byte| !byte).collect()))
    }
}

fn gated() -> (Saver, Receiver<Report>, Receiver<()>, Sender<()>) {
    let ((entered, was_entered), (open, leave)) = (channel(), channel());
    let (told, reports) = channel();
    let tell = move |report| drop(told.send(report));
    let saver = Saver::start(Real, Box::new(Gate { entered, leave }), tell).unwrap();
    (saver, reports, was_entered, open)
}

fn plain() -> (Saver, Receiver<Report>) {
    let (told, reports) = channel();
    let tell = move |report| drop(told.send(report));
    (Saver::start(Real, Box::new(Plain), tell).unwrap(), reports)
}

fn job(dir: &TempDir, name: &str, rev: u64, older: Older) -> SaveJob {
    let bytes = Zeroizing::new(format!("{name} {rev}").into_bytes());
    SaveJob {
        path: dir.path().join(name),
        bytes,
        rev,
        older,
    }
}

fn read(dir: &TempDir, name: &str) -> String {
    String::from_utf8(Real.read(&dir.path().join(name), 99).unwrap()).unwrap()
}

#[test]
fn a_later_version_takes_the_place_of_one_that_waits() {
    let dir = tempfile::tempdir().unwrap();
    let (saver, reports, entered, open) = gated();
    saver.submit(job(&dir, "a.ron", 1, Older::Keep)).unwrap();
    entered.recv().unwrap();
    saver.submit(job(&dir, "a.ron", 2, Older::Melt)).unwrap();
    saver.submit(job(&dir, "b.ron", 1, Older::Keep)).unwrap();
    saver.submit(job(&dir, "a.ron", 4, Older::Keep)).unwrap();
    saver.submit(job(&dir, "a.ron", 3, Older::Keep)).unwrap();
    assert!(!saver.flush(SHORT));
    (0..3).for_each(|_| open.send(()).unwrap());
    assert!(saver.flush(LONG));
    let told: Vec<_> = reports
        .try_iter()
        .map(|report| (report.rev, report.outcome.unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            (1, Saved::Durable),
            (4, Saved::Durable),
            (1, Saved::Durable)
        ]
    );
    let sealed = Real.read(&dir.path().join("a.ron"), 99).unwrap();
    assert_eq!(
        sealed.iter().map(|byte| !byte).collect::<Vec<_>>(),
        b"a.ron 4"
    );
    // The replaced version was to leave no older copies, so neither does this one.
    assert_eq!(Real.list(dir.path()).unwrap(), ["a.ron", "b.ron"]);
}

#[test]
fn after_a_conflict_our_version_goes_on_beside_theirs() {
    let dir = tempfile::tempdir().unwrap();
    let (saver, reports) = plain();
    saver.submit(job(&dir, "a.ron", 1, Older::Keep)).unwrap();
    assert!(saver.flush(LONG));
    atomic::save(&Real, &dir.path().join("a.ron"), b"theirs", 1, None).unwrap();
    for rev in 2..=3 {
        saver.submit(job(&dir, "a.ron", rev, Older::Keep)).unwrap();
        assert!(saver.flush(LONG));
    }
    let told: Vec<_> = reports
        .try_iter()
        .map(|report| report.outcome.unwrap())
        .collect();
    let beside = dir.path().join("a.conflict-2.ron");
    assert_eq!(
        told,
        [
            Saved::Durable,
            Saved::Conflict {
                beside,
                confirmed: true
            },
            Saved::Durable
        ]
    );
    assert_eq!(read(&dir, "a.ron"), "theirs");
    assert_eq!(read(&dir, "a.conflict-2.ron"), "a.ron 3");
}

#[test]
fn what_was_read_is_what_may_be_written_over() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.ron");
    atomic::save(&Real, &path, b"now", 1, None).unwrap();
    let (saver, reports) = plain();
    saver.seen(&path, Fingerprint::of(b"before"));
    saver.submit(job(&dir, "a.ron", 2, Older::Keep)).unwrap();
    assert!(saver.flush(LONG));
    saver.seen(&path, Fingerprint::of(b"now"));
    saver.submit(job(&dir, "a.ron", 3, Older::Keep)).unwrap();
    assert!(saver.finish(LONG));
    let told: Vec<_> = reports
        .iter()
        .map(|report| report.outcome.unwrap())
        .collect();
    assert!(
        matches!(told.as_slice(), [Saved::Conflict { .. }, Saved::Durable]),
        "{told:?}"
    );
    assert_eq!(read(&dir, "a.ron"), "a.ron 3");
}

#[test]
fn a_failure_is_told_and_the_next_save_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let (saver, reports) = plain();
    saver
        .submit(job(&dir, "later/a.ron", 1, Older::Keep))
        .unwrap();
    assert!(saver.flush(LONG));
    std::fs::create_dir(dir.path().join("later")).unwrap();
    saver
        .submit(job(&dir, "later/a.ron", 2, Older::Keep))
        .unwrap();
    drop(saver);
    let told: Vec<_> = reports
        .iter()
        .map(|report| report.outcome.is_ok())
        .collect();
    assert_eq!(told, [false, true]);
}

#[test]
fn dropping_saves_what_waits() {
    let dir = tempfile::tempdir().unwrap();
    let (saver, _reports) = plain();
    let names = ["a.ron", "b.ron", "c.ron"];
    names
        .iter()
        .for_each(|name| saver.submit(job(&dir, name, 1, Older::Keep)).unwrap());
    drop(saver);
    assert!(names.iter().all(|name| !read(&dir, name).is_empty()));
}

#[test]
fn a_disk_that_never_answers_does_not_keep_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let (saver, reports, entered, open) = gated();
    saver.submit(job(&dir, "a.ron", 1, Older::Keep)).unwrap();
    entered.recv().unwrap();
    assert!(!saver.finish(SHORT));
    // The thread itself goes on, and ends by itself when the disk answers after all.
    open.send(()).unwrap();
    assert!(reports.recv_timeout(LONG).unwrap().outcome.is_ok());
    assert!(reports.recv_timeout(LONG).is_err());
}

#[test]
fn a_thread_that_has_ended_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let saver = Saver::start(Real, Box::new(Plain), |_| panic!("told")).unwrap();
    saver.submit(job(&dir, "a.ron", 1, Older::Keep)).unwrap();
    assert!(!saver.flush(LONG));
    assert_eq!(saver.submit(job(&dir, "a.ron", 2, Older::Keep)), Err(Ended));
}
