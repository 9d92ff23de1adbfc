//! `floe completions SHELL` and `floe man`: what goes beside an installed program, made from the command line itself.

use super::Failure;
use crate::cli::Cli;
use crate::words::Words;
use clap::CommandFactory as _;
use clap_complete::{Shell, generate};
use std::io::{self, Write};

/// The name both are made for.
const NAME: &str = "floe";

/// Completions for this shell.
pub(super) fn completions(
    words: Words<'_>,
    shell: Shell,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), NAME, &mut script);
    print(words, &script, out)
}

/// The manual page.
pub(super) fn man(words: Words<'_>, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut page = Vec::new();
    let made = clap_mangen::Man::new(Cli::command()).render(&mut page);
    made.map_err(|error| Failure::out(words, &error))?;
    print(words, &page, out)
}

fn print(words: Words<'_>, bytes: &[u8], out: &mut dyn Write) -> Result<u8, Failure> {
    match out.write_all(bytes) {
        // Who reads along has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::out(words, &error)),
        _ => Ok(0),
    }
}
