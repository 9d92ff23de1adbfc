//! A room is shown in plain lines: what stands on the wall, and what can be typed beside it.

use super::anew;
use super::print::Printer;
use super::read::{Echo, Read, Reader};
use super::run::Outcome;
use crate::runtime::room::Follower;
use crate::runtime::stage::{Move, Notes, Stage, TABLE, Wall};
use crate::runtime::{Bell, Ended};
use crate::text::clean_line;
use crate::words::{Key, Words};
use std::io::{self, Write};

/// The tag of every prompt here, as other programs read it.
const TAG: &str = "[line]";

/// What a line means on the stage and beside it.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    Does(Move),
    Notes,
    Help,
    Leave,
    Unknown(String),
}

/// An empty line goes on, a number leads to a turn, words are somebody's free try and are let go at once.
fn typed(line: &str) -> Typed {
    let line = line.trim();
    let Some(name) = line.strip_prefix('/').filter(|name| !name.starts_with('/')) else {
        let to = line.parse().ok().filter(|to| (1..=99).contains(to));
        return Typed::Does(match to {
            _ if line.is_empty() => Move::Next,
            Some(to) => Move::Jump(to),
            None => Move::Tried,
        });
    };
    match name.trim().to_ascii_lowercase().as_str() {
        "" | "help" => Typed::Help,
        "notes" => Typed::Notes,
        "leave" => Typed::Leave,
        name => Move::written(name).map_or_else(|| Typed::Unknown(name.to_owned()), Typed::Does),
    }
}

/// What is walked here: a stage, or the notes that follow one.
trait Board {
    /// What is printed now; the same as before isn't printed again.
    fn page(&self) -> Vec<String>;
    /// The notes as lines.
    fn notes(&self) -> Vec<String>;
    /// Does a move; the answer, if there is one.
    fn take(&mut self, does: Move) -> Option<String>;
    /// Takes in what others did.
    fn hear(&mut self);
    /// The sentences of the program.
    fn words(&self) -> Words<'_>;
}

/// Shows a stage in plain lines until somebody leaves, the input ends or a signal comes.
///
/// # Errors
/// When nothing can be read or printed any more.
pub fn stage(
    stage: &mut Stage,
    reader: &mut Reader,
    bell: &Bell,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let words = stage.words();
    let room = match stage.room() {
        Some(n) => words.say(Key::StageRoomNumber, &[("n", &n.to_string())]),
        None => words.say(Key::StageNoRoom, &[]),
    };
    writeln!(out, "{room}")?;
    walk(stage, reader, bell, out)
}

/// Prints a whole story that plays by itself. Lines wait for nobody, so it stands there at once.
///
/// # Errors
/// When nothing can be printed any more.
pub fn played(stage: &mut Stage, out: &mut dyn Write) -> io::Result<()> {
    loop {
        let wall = stage.wall();
        for line in of_wall(&wall) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
        let Some(does) = stage.by_itself() else {
            return Ok(());
        };
        stage.take(does);
        // Whatever a pack holds, this comes to an end.
        if stage.wall() == wall {
            return Ok(());
        }
    }
}

/// Shows the notes of a stage in plain lines, in the same way.
///
/// # Errors
/// When nothing can be read or printed any more.
pub fn notes(
    follower: &Follower,
    words: Words<'_>,
    reader: &mut Reader,
    bell: &Bell,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    walk(&mut Beside { follower, words }, reader, bell, out)
}

fn walk(
    board: &mut dyn Board,
    reader: &mut Reader,
    bell: &Bell,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    anew::hear(bell, reader)?;
    let mut printer = Printer::new(out);
    printer.line(&board.words().say(Key::LineHelpNote, &[]))?;
    let mut shown = Vec::new();
    // Somebody may have knocked before there was a door.
    board.hear();
    loop {
        let page = board.page();
        if page != shown {
            printer.line("")?;
            for line in &page {
                printer.line(line)?;
            }
            shown = page;
        }
        printer.prompt(TAG)?;
        reader.show_again(Echo::Shown);
        let line = loop {
            match reader.line_or_ring(Echo::Shown, true, &mut |_| ())? {
                Read::Line(line) => break Some(clean_line(&line).into_owned()),
                Read::Rang(_) | Read::Knocked => {
                    board.hear();
                    if board.page() != shown {
                        break None;
                    }
                }
                Read::End(_) => return ended(&mut printer, Outcome::InputEnded),
                Read::Signal(signal, _) => return ended(&mut printer, Outcome::Signal(signal)),
            }
        };
        let by_enter = line.is_some() && reader.is_terminal();
        printer.row_ended(by_enter)?;
        let Some(line) = line else {
            continue;
        };
        match typed(&line) {
            Typed::Does(does) => {
                if let Some(told) = board.take(does) {
                    printer.line(&told)?;
                }
            }
            Typed::Notes => print(&mut printer, &board.notes())?,
            Typed::Help => print(&mut printer, &help(board.words()))?,
            Typed::Leave => return Ok(Outcome::Ended(Ended::Left)),
            Typed::Unknown(name) => {
                printer.line(&board.words().say(Key::StageUnknown, &[("name", &name)]))?;
            }
        }
    }
}

/// The last prompt has its row ended; nobody may be there to read it.
fn ended(printer: &mut Printer<'_>, how: Outcome) -> io::Result<Outcome> {
    let _ = printer.row_ended(false);
    Ok(how)
}

fn print(printer: &mut Printer<'_>, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| printer.line(line))
}

/// Everything that can be typed.
fn help(words: Words<'_>) -> Vec<String> {
    let row = |name: &str, label: Key| format!("/{name}: {}", words.say(label, &[]));
    let mut lines = vec![words.say(Key::StageLineHelp, &[])];
    lines.extend(TABLE.iter().map(|control| row(control.name, control.label)));
    lines.push(row("notes", Key::StageDoNotes));
    lines.push(row("leave", Key::StageDoLeave));
    lines
}

/// What stands on the wall, as lines.
fn of_wall(wall: &Wall) -> Vec<String> {
    let mut lines = vec![wall.fiction.clone()];
    lines.extend(wall.frozen.clone());
    lines.extend(
        wall.label
            .as_deref()
            .map(|label| match label.ends_with(['?', ':']) {
                true => label.to_owned(),
                false => format!("{label}:"),
            }),
    );
    lines.extend(wall.says.iter().map(|says| says.replace("\n\n", " ")));
    lines.extend(wall.ice.clone());
    lines
}

/// The notes, as lines.
fn of_notes(notes: &Notes) -> Vec<String> {
    let mut lines = vec![notes.place.clone()];
    lines.extend(notes.told.clone());
    for section in &notes.sections {
        lines.push(format!("{}:", section.title));
        lines.extend(section.lines.iter().map(|line| line.replace("\n\n", " ")));
    }
    lines
}

fn timed((notes, later): &(Notes, u64), words: Words<'_>) -> Vec<String> {
    let mut lines = of_notes(notes);
    lines.push(notes.time(*later, words));
    lines
}

impl Board for Stage {
    fn page(&self) -> Vec<String> {
        of_wall(&self.wall())
    }

    fn notes(&self) -> Vec<String> {
        timed(&Self::notes(self), Self::words(self))
    }

    fn take(&mut self, does: Move) -> Option<String> {
        Self::take(self, does);
        Self::notes(self).0.told
    }

    fn hear(&mut self) {
        Self::hear(self);
    }

    fn words(&self) -> Words<'_> {
        Self::words(self)
    }
}

/// The notes beside a stage, on another terminal.
struct Beside<'a> {
    follower: &'a Follower,
    words: Words<'a>,
}

impl Board for Beside<'_> {
    fn page(&self) -> Vec<String> {
        match self.follower.notes() {
            Some((notes, _)) => of_notes(&notes),
            None => vec![self.words.say(
                if self.follower.had_one() {
                    Key::StageNotesGone
                } else {
                    Key::StageNotesWait
                },
                &[],
            )],
        }
    }

    fn notes(&self) -> Vec<String> {
        let notes = self.follower.notes();
        notes.map_or_else(|| self.page(), |notes| timed(&notes, self.words))
    }

    fn take(&mut self, does: Move) -> Option<String> {
        // What comes of it is told by the stage, if there is one.
        self.follower.ask(does);
        None
    }

    fn hear(&mut self) {}

    fn words(&self) -> Words<'_> {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::stage::Clock;

    #[test]
    fn every_move_can_be_typed() {
        for control in TABLE {
            let line = format!("/{}", control.name);
            assert_eq!(typed(&line), Typed::Does(control.does), "{line}");
        }
        assert_eq!(
            typed(" /Timer down 5 "),
            Typed::Does(Move::Clock(Clock::Down(5)))
        );
    }

    #[test]
    fn a_bare_line_goes_on_leads_to_a_turn_or_is_a_free_try() {
        assert_eq!(typed(""), Typed::Does(Move::Next));
        assert_eq!(typed(" 3 "), Typed::Does(Move::Jump(3)));
        for words in ["I'm sorry", "100", "0", "//freeze", "freeze"] {
            assert_eq!(typed(words), Typed::Does(Move::Tried), "{words}");
        }
        assert_eq!(typed("/rivers"), Typed::Unknown("rivers".to_owned()));
        for (line, meant) in [
            ("/", Typed::Help),
            ("/notes", Typed::Notes),
            ("/leave", Typed::Leave),
        ] {
            assert_eq!(typed(line), meant);
        }
    }
}
