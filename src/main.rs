//! The thin end of floe: read the command line, do what it says, turn what went wrong into an exit code.

use clap::Parser;
use floe::cli::Cli;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match floe::commands::run(cli, &mut io::stdout()) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            // Nobody may be listening; the exit code still tells.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(failure.code)
        }
    }
}
