//! What the mirror costs: getting it ready, and a look at five kilobytes and at one line. Once with the bundled lexicon,
//! and once with one as large as a lexicon may grow.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be set up has nothing to tell"
)]

#[path = "../tests/mirror/rows.rs"]
#[allow(dead_code, reason = "only the sentences are needed here")]
mod rows;

use criterion::Criterion;
use floe::content::{Context, library, source::File};
use floe::mirror::Mirror;
use std::fmt::Write as _;
use std::hint::black_box;

fn main() {
    let mut criterion = Criterion::default().sample_size(30).configure_from_args();
    let text = sentences(5_000);
    for (name, files) in [
        (
            "the bundled lexicon",
            library::bundled_files(floe::content::Language::ENGLISH),
        ),
        ("a large lexicon", large()),
    ] {
        let mirror = mirror(&files);
        criterion.bench_function(&format!("read {name}"), |bencher| {
            bencher.iter(|| library::lexicon(&files));
        });
        criterion.bench_function(&format!("get a mirror with {name} ready"), |bencher| {
            bencher.iter(|| self::mirror(&files));
        });
        criterion.bench_function(&format!("look at 5 KB with {name}"), |bencher| {
            bencher.iter(|| mirror.look(black_box(&text), Context::Say));
        });
        criterion.bench_function(&format!("look at a line with {name}"), |bencher| {
            bencher
                .iter(|| mirror.look(black_box("You never listen to me, do you?"), Context::Say));
        });
    }
    criterion.final_summary();
}

fn mirror(files: &[File]) -> Mirror {
    Mirror::new(library::lexicon(files).expect("a lexicon"))
}

/// So many bytes of what people write, cues and look-alikes.
fn sentences(bytes: usize) -> String {
    let rows = rows::Row::of_set("tuned");
    let mut text = String::new();
    for row in rows
        .iter()
        .step_by(7)
        .cycle()
        .take_while(|_| !rows.is_empty())
    {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&row.text);
        text.push(' ');
    }
    text
}

/// A lexicon of about 100 KB and 30,000 pieces, made the way people make them: frames around classes of words.
fn large() -> Vec<File> {
    let mut files = library::bundled_files(floe::content::Language::ENGLISH);
    let words: Vec<String> = (0..400).map(|n| format!("word{}", n * 7)).collect();
    for family in ["verdict", "demand", "mind_read", "absolute", "should"] {
        let mut classes = String::new();
        for (at, few) in words.chunks(40).enumerate() {
            let _ = writeln!(
                classes,
                "\"{family}{at}\": \"{} | kind of {}\",",
                few.join(" | "),
                few.join("/")
            );
        }
        let mut says = String::new();
        for n in 0..120 {
            let word = n * 3;
            let _ = writeln!(
                says,
                "\"(you are | it is you) @soft* (always | never | the)? @{family}{} ..3 (word{word} | such a word{word})\",
                 \"^ (why | how) (do | did) you @soft* @{family}{} (to me | with us)? word{word} ...\",",
                n % 10,
                (n + 3) % 10,
            );
        }
        let name = format!("mirror/{family}.ron");
        let text = format!(
            "(format: 1, id: \"{family}\", title: \"T\", why: \"W\", asks: [\"A?\"], reframes: [], classes: {{{classes}}},
              cues: [(id: \"c\", says: [{says}], fires: [], quiet: [])])"
        );
        files.retain(|file| file.name != name);
        files.push(File::new(name, text));
    }
    files
}
