//! What the README says is so: its commands parse, its JSON is what comes out, its picture is what the screen draws.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, in its smaller parts as well"
)]

#[cfg(feature = "tui")]
#[path = "readme/keys.rs"]
mod keys;
#[cfg(feature = "tui")]
#[path = "readme/picture.rs"]
mod picture;
#[path = "readme/shelf.rs"]
mod shelf;
#[cfg(feature = "tui")]
#[path = "walk/mod.rs"]
mod walk;

use clap::Parser;
use floe::cli::Cli;
use floe::runtime::Action;
use serde_json::Value;
use std::path::Path;

const README: &str = include_str!("../README.md");

/// The blocks of a language, between their fences.
fn blocks(language: &str) -> Vec<&'static str> {
    let fenced = README.split("```").skip(1).step_by(2);
    let own = |block: &'static str| block.strip_prefix(language)?.strip_prefix('\n');
    fenced.filter_map(own).collect()
}

/// What stands between single backticks, blocks left out.
fn spans() -> Vec<&'static str> {
    let prose = README.split("```").step_by(2);
    prose
        .flat_map(|prose| prose.split('`').skip(1).step_by(2))
        .collect()
}

/// Every command line of floe's, in blocks and in sentences.
fn commands() -> Vec<String> {
    let in_blocks = blocks("sh").into_iter().flat_map(str::lines);
    let lines = in_blocks.chain(spans());
    let bare = lines.map(|line| line.split(" #").next().unwrap_or_default().trim());
    bare.filter(|line| *line == "floe" || line.starts_with("floe "))
        .map(str::to_owned)
        .collect()
}

/// What a command prints, over the rivers of `shelf`.
fn printed(home: &Path, command: &str) -> Value {
    let mut words: Vec<&str> = command.split_whitespace().collect();
    let home = home.to_str().unwrap();
    words.extend(["--home", home, "--lang", "en"]);
    let mut out = Vec::new();
    let cli = Cli::try_parse_from(words).unwrap();
    assert_eq!(floe::commands::run(cli, &mut out).unwrap(), 0, "{command}");
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn every_command_parses() {
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for command in commands {
        if let Err(error) = Cli::try_parse_from(command.split_whitespace()) {
            panic!("{command}\n{error}");
        }
    }
}

#[test]
fn every_subcommand_and_flag_is_told_of() {
    let cli = <Cli as clap::CommandFactory>::command();
    for subcommand in cli.get_subcommands() {
        let name = format!("floe {}", subcommand.get_name());
        let mut told = commands().into_iter();
        assert!(told.any(|command| command.starts_with(&name)), "{name}");
    }
    for flag in cli.get_arguments().filter_map(clap::Arg::get_long) {
        assert!(README.contains(&format!("`--{flag}")), "--{flag}");
    }
}

#[test]
fn running_and_testing_take_one_command_each() {
    let first = blocks("sh").into_iter().next().unwrap();
    assert_eq!(first, "cargo run --release\ncargo test\n");
}

#[test]
fn the_json_is_what_comes_out() {
    let home = shelf::home();
    let examples: Vec<Value> = blocks("json")
        .iter()
        .map(|block| serde_json::from_str(block).unwrap())
        .collect();
    let asked = [
        "floe practise --list --json",
        "floe rivers --json",
        "floe show m2hd4vt --json",
    ];
    assert_eq!(examples.len(), asked.len());
    for (command, example) in asked.into_iter().zip(examples) {
        assert!(commands().iter().any(|told| told == command), "{command}");
        assert_eq!(printed(home.path(), command), example, "{command}");
    }
}

#[test]
fn the_mirror_answers_as_it_is_shown() {
    let shown = blocks("jsonl").concat();
    let read = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let text = |line| read(line)["text"].as_str().unwrap().to_owned() + "\n";
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.txt");
    let mut file = std::fs::File::create(&letter).unwrap();
    let letter_text: String = shown.lines().map(text).collect();
    std::io::Write::write_all(&mut file, letter_text.as_bytes()).unwrap();
    let command = "floe mirror letter.txt --json";
    assert!(commands().iter().any(|told| told == command));
    let named = command.replace("letter.txt", letter.to_str().unwrap()) + " --lang en";
    let cli = Cli::try_parse_from(named.split(' ')).unwrap();
    let mut out = Vec::new();
    assert_eq!(floe::commands::run(cli, &mut out).unwrap(), 0);
    assert_eq!(String::from_utf8(out).unwrap(), shown);
}

#[test]
fn every_family_of_the_mirror_is_told_of() {
    let files = floe::content::library::bundled_files(floe::content::Language::ENGLISH);
    let lexicon = floe::content::library::lexicon(&files).unwrap();
    for family in lexicon.families {
        let name = family.id.as_str().replace('_', "-");
        assert!(spans().contains(&name.as_str()), "{name}");
    }
}

#[test]
fn a_river_is_shown_with_its_crossings_in_the_shape_of_one() {
    let home = shelf::home();
    let river = printed(home.path(), "floe show k3wq8ze --json");
    let crossing = printed(home.path(), "floe show m2hd4vt --json");
    assert_eq!(river["crossings"][0], crossing);
}

#[test]
fn every_action_of_line_mode_is_told_of() {
    for action in Action::ALL {
        let name = format!("/{}", action.name());
        assert!(spans().contains(&name.as_str()), "{name}");
    }
}

#[test]
fn every_path_it_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let in_map = blocks("text").into_iter().last().unwrap();
    let folders = ["src/", "tests/", "content/", "benches/"];
    let is_path = |word: &&str| folders.iter().any(|folder| word.starts_with(folder));
    let words = in_map.split_whitespace().chain(spans());
    let mut paths = words
        .filter(is_path)
        .map(|path| path.trim_end_matches(['.', ',', ';']))
        .peekable();
    assert!(paths.peek().is_some());
    for path in paths {
        assert!(root.join(path).exists(), "{path}");
    }
    assert_eq!(in_map.lines().count(), 12, "the code, in twelve lines");
}
