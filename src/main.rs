//! The thin end of floe: read the command line, do what it says, turn what went wrong into an exit code.

use color_eyre::config::{HookBuilder, Theme};
use color_eyre::section::PanicMessage;
use std::fmt;
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::process::ExitCode;

fn main() -> ExitCode {
    floe::runtime::dumps::keep_off();
    floe::runtime::signals::outlive_limits();
    watch_for_bugs();
    match floe::commands::called(std::env::args_os(), &mut io::stdout()) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            // Nobody may be listening; the exit code still tells.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(failure.code)
        }
    }
}

/// A bug gives the terminal back first, then says where it was. It never says with which words: they may be
/// somebody's own.
pub(crate) fn watch_for_bugs() {
    let plain = HookBuilder::default()
        .theme(Theme::new())
        .display_env_section(false);
    // Without its reports floe is as useful as with them.
    let _ = plain.panic_message(Place).install();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        floe::line::tty::restore();
        #[cfg(feature = "tui")]
        floe::tui::leave();
        report(panic);
    }));
}

/// Where a bug was.
struct Place;

impl PanicMessage for Place {
    fn display(&self, panic: &PanicHookInfo<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = panic
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()));
        writeln!(
            f,
            "floe stopped at a bug of its own: {}.",
            place.unwrap_or_default()
        )?;
        write!(f, "What was saved is safe: floe resume")
    }
}
