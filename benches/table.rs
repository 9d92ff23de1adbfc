//! The whole program, from outside: the real binary on a real terminal, beside the least a program can do there.
//!
//! `cargo bench --bench table` prints the table, as medians and as multiples of the floor. With `-- --against PROGRAM` a
//! second build stands beside this one, each measured in turn, and the last column says how this one compares.
//! On a busy machine only the multiples mean something, and only those of one run.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a measurement that can't be set up has nothing to tell, and the table is what it is for"
)]

#[path = "table/floor.rs"]
mod floor;
mod homes;
#[path = "table/seat.rs"]
mod seat;
#[path = "../tests/walk/mod.rs"]
mod walk;

use seat::{Echo, Idle, Program, Seat};
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 60);

/// Starts of each program for one figure.
const STARTS: usize = 25;

/// Letters typed for one figure.
const LETTERS: usize = 120;

/// Bytes of a long answer.
const LONG: usize = 50 * 1024;

/// How long nothing happens.
const IDLE: Duration = Duration::from_secs(10);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == floor::CALLED) {
        floor::run().unwrap();
        return;
    }
    let against = words.iter().position(|word| word == "--against");
    let other = against.and_then(|at| words.get(at + 1)).cloned();
    let table = Table {
        floes: [Some(env!("CARGO_BIN_EXE_floe").to_owned()), other]
            .into_iter()
            .flatten()
            .collect(),
    };
    table.print();
}

/// What is compared: the floor, this build, and perhaps another.
struct Table {
    floes: Vec<String>,
}

/// A line of the table: figures of every program, the floor first if it has one.
type Row = Vec<f64>;

impl Table {
    fn print(&self) {
        let builds = ["this build", "the other build"];
        let builds: Vec<&str> = builds.into_iter().take(self.floes.len()).collect();
        println!("| | floor | {} | compared |", builds.join(" | "));
        println!("|---|---|{}---|", "---|".repeat(self.floes.len()));
        self.starts();
        self.letters();
        self.rest();
        let sizes = self.floes.iter().map(|floe| mib(Path::new(floe)));
        tell("size of the binary, MiB", None, &sizes.collect::<Row>());
    }

    fn starts(&self) {
        let (few, many) = (
            homes::with_crossings(1, 10),
            homes::with_crossings(10, 1000),
        );
        for (named, home) in [("10", &few), ("10,000", &many)] {
            let programs = self.programs(&vec![home.path(); self.floes.len()], &[]);
            let mut times = vec![Vec::new(); programs.len()];
            for _ in 0..STARTS {
                for (program, times) in programs.iter().zip(&mut times) {
                    let mut seat = Seat::start(program, SMALL);
                    times.push(ms(seat.first_paint()));
                }
            }
            let row: Row = times.into_iter().map(median).collect();
            told(&format!("first paint, {named} crossings, ms"), &row);
        }
    }

    fn letters(&self) {
        let homes = self.homes_at("give_back");
        for (named, size, long) in [
            ("80x24", SMALL, false),
            ("200x60", LARGE, false),
            ("in 50 KB", SMALL, true),
        ] {
            let mut seats = self.seats(&homes, size);
            if long {
                for seat in &mut seats {
                    seat.types(format!("\x1b[200~{}\x1b[201~", long_answer()).as_bytes());
                }
            }
            let mut echoes = vec![Vec::new(); seats.len()];
            for at in 0..LETTERS {
                for (seat, echoes) in seats.iter_mut().zip(&mut echoes) {
                    let letter = if at % 7 == 6 { b" " } else { b"e" };
                    echoes.push(seat.types(letter));
                }
            }
            let of = |figure: fn(&Echo) -> f64| -> Row {
                let figures = |echoes: &Vec<Echo>| median(echoes.iter().map(figure).collect());
                echoes.iter().map(figures).collect()
            };
            let time = of(|echo| echo.time.as_secs_f64() * 1e6);
            told(&format!("a letter, {named}, µs to the last byte"), &time);
            let bytes = of(|echo| echo.bytes as f64);
            told(&format!("a letter, {named}, bytes"), &bytes);
        }
        let mut bursts: Vec<Vec<Echo>> = Vec::new();
        for _ in 0..5 {
            let seats = self.seats(&homes, SMALL);
            let echoes = seats.into_iter().map(|mut seat| seat.types(&[b'e'; 200]));
            bursts.push(echoes.collect());
        }
        let of = |figure: fn(&Echo) -> f64| -> Row {
            let column = |at: usize| bursts.iter().map(|echoes| figure(&echoes[at])).collect();
            (0..=self.floes.len())
                .map(|at| median(column(at)))
                .collect()
        };
        told("200 letters at once, ms", &of(|echo| ms(echo.time)));
        told("200 letters at once, bytes", &of(|echo| echo.bytes as f64));
    }

    /// Silence, weight, and the way out.
    fn rest(&self) {
        let homes = self.homes_at("give_back");
        let mut seats = self.seats(&homes, SMALL);
        let idle: Vec<Idle> = seats.iter_mut().map(|seat| seat.idles(IDLE)).collect();
        let of = |figure: fn(&Idle) -> f64| -> Row { idle.iter().map(figure).collect() };
        told("10 s of nothing, bytes", &of(|idle| idle.bytes as f64));
        told("10 s of nothing, wake-ups", &of(|idle| idle.wakes as f64));
        told(
            "10 s of nothing, ms of CPU",
            &of(|idle| idle.ticks as f64 * 10.0),
        );
        let memory = |seats: &[Seat]| -> Row {
            let all = seats.iter().map(|seat| seat.memory() as f64 / 1024.0);
            all.collect()
        };
        told("memory in the middle of a crossing, MiB", &memory(&seats));
        let times: Row = seats.into_iter().map(|seat| ms(seat.leaves())).collect();
        told("leaving, ms", &times);
        let homes = self.homes_at("land");
        let seats = self.seats(&homes, SMALL);
        told("memory at the end of a crossing, MiB", &memory(&seats));
    }

    /// A home for each build, with a crossing that rests at this ask.
    fn homes_at(&self, ask: &str) -> Vec<TempDir> {
        let (mut sitting, kept) = walk::sit_down(&walk::pack(), "crossing");
        walk::walk(&mut sitting, |page| page.key.ask == *ask);
        let record = kept.lock().unwrap().clone().unwrap();
        let home = |_| {
            let home = tempfile::tempdir().unwrap();
            homes::put_crossing(home.path(), &record);
            home
        };
        self.floes.iter().map(home).collect()
    }

    /// The floor, and each build over a home.
    fn programs(&self, homes: &[&Path], words: &[&str]) -> Vec<Program> {
        let floor = std::env::current_exe().unwrap();
        let floor = [
            floor.to_string_lossy().into_owned(),
            floor::CALLED.to_owned(),
        ];
        let floe = |(floe, home): (&String, &&Path)| {
            let home = home.to_string_lossy().into_owned();
            let fixed = [floe.clone(), "--home".to_owned(), home];
            let words = words.iter().map(|&word| word.to_owned());
            fixed.into_iter().chain(words).collect()
        };
        let all = [floor.into()]
            .into_iter()
            .chain(self.floes.iter().zip(homes).map(floe));
        all.map(|words| Program { words }).collect()
    }

    /// All of them, come to rest; each build at the page where the crossing of its home rests.
    fn seats(&self, homes: &[TempDir], size: (u16, u16)) -> Vec<Seat> {
        let homes: Vec<&Path> = homes.iter().map(TempDir::path).collect();
        let programs = self.programs(&homes, &["--no-motion", "resume"]);
        let started = programs.iter().map(|program| {
            let mut seat = Seat::start(program, size);
            seat.first_paint();
            seat
        });
        started.collect()
    }
}

fn long_answer() -> String {
    let line = format!("{}\n\n", [walk::WORDS; 5].join(" "));
    line.chars().cycle().take(LONG).collect()
}

/// A row whose first figure is the floor's.
fn told(named: &str, row: &[f64]) {
    let (floor, floes) = row.split_first().unwrap();
    tell(named, Some(*floor), floes);
}

/// Prints a row: the floor, each build with its multiple of the floor, and this build as a part of the other.
fn tell(named: &str, floor: Option<f64>, floes: &[f64]) {
    let times = |value: f64| match floor.filter(|floor| *floor > 0.0) {
        Some(floor) => format!("{value:.2} (× {:.2})", value / floor),
        None => format!("{value:.2}"),
    };
    let floes_told: Vec<String> = floes.iter().map(|value| times(*value)).collect();
    let compared = match floes {
        [this, other] if *other > 0.0 => format!("× {:.2}", this / other),
        _ => String::new(),
    };
    let floor = floor.map(|floor| format!("{floor:.2}")).unwrap_or_default();
    println!(
        "| {named} | {floor} | {} | {compared} |",
        floes_told.join(" | ")
    );
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn mib(file: &Path) -> f64 {
    std::fs::metadata(file).unwrap().len() as f64 / 1024.0 / 1024.0
}
