//! A file to its authored shape, or to the one diagnostic that says why not.

use super::{FORMAT, diagnostic::Diagnostic, located::Located, parse, source::File};
use serde::{Deserialize, de::DeserializeOwned};

/// The one field every file has, read apart from the rest so that a newer file is told from a wrong one.
#[derive(Deserialize)]
struct Gate {
    format: Located<u32>,
}

/// Reads a file. A file of another format yields that one diagnostic, whatever else is in it.
pub(super) fn document<T: DeserializeOwned>(
    file: &File,
    format: impl FnOnce(&T) -> &Located<u32>,
) -> Result<T, Diagnostic> {
    match parse::values::<T>(&file.text) {
        Ok(value) => gate(file, format(&value)).map(|()| value),
        Err(misread) => {
            if let Ok(Gate { format }) = parse::values(&file.text) {
                gate(file, &format)?;
            }
            let span = misread.span(&file.text);
            Err(Diagnostic::at(file, span, misread.what).with_help(misread.help))
        }
    }
}

fn gate(file: &File, format: &Located<u32>) -> Result<(), Diagnostic> {
    let help = match format.value {
        0 => format!("formats are counted from 1; this floe knows format {FORMAT}."),
        FORMAT => return Ok(()),
        _ => format!("this floe knows format {FORMAT}. A newer floe can read it."),
    };
    let what = format!("this file is written in format {}", format.value);
    Err(Diagnostic::at(file, format.span(&file.text), what).with_help(help))
}
