//! What a save costs until the disk has confirmed it. It happens on a thread of its own and never holds up a key.

#![allow(
    clippy::unwrap_used,
    reason = "a measurement that can't be set up has nothing to tell"
)]

use criterion::Criterion;
use floe::store::atomic::{self, Fingerprint};
use floe::store::disk::Real;

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m2hd4vt.ron");
    for (size, bytes) in [
        ("20 KB", vec![b'a'; 20_000]),
        ("200 KB", vec![b'a'; 200_000]),
    ] {
        let mut rev = 0;
        let mut seen = None;
        criterion.bench_function(&format!("one durable save of {size}"), |bencher| {
            bencher.iter(|| {
                rev += 1;
                let saved = atomic::save(&Real, &path, &bytes, rev, seen).unwrap();
                seen = Some(Fingerprint::of(&bytes));
                saved
            });
        });
        std::fs::remove_file(&path).unwrap();
    }
    #[cfg(feature = "seal")]
    sealed(&mut criterion);
    criterion.final_summary();
}

/// What sealing adds to a save, and to a start.
#[cfg(feature = "seal")]
fn sealed(criterion: &mut Criterion) {
    use floe::store::identity::{Cost, Identity};
    use floe::store::seal::Seal as _;
    let identity = Identity::draw();
    let words = vec![b'a'; 20_000];
    let closed = identity.close(&words).unwrap();
    criterion.bench_function("closing 20 KB", |bencher| {
        bencher.iter(|| identity.close(&words).unwrap());
    });
    criterion.bench_function("opening 20 KB", |bencher| {
        bencher.iter(|| identity.open(&closed).unwrap());
    });
    let key = identity.under("two boats, one rope", Cost::USUAL).unwrap();
    criterion.bench_function("a passphrase", |bencher| {
        bencher.iter(|| Identity::with("two boats, one rope", &key).unwrap());
    });
}
