//! One file a command. Each does its work or says in two lines what happened and what to do next.

mod agreements;
#[cfg(feature = "seal")]
mod asking;
mod bank;
mod check;
mod coverage;
mod doctor;
mod export;
mod failure;
mod forget;
mod json;
mod laid;
mod manner;
mod mending;
mod mirror;
mod own;
mod pack;
mod pack_list;
mod paper;
mod practise;
mod rehearse;
mod resume;
mod river_page;
mod rivers;
mod seal;
mod show;
mod stage;
mod tongue;
mod unlock;

pub use failure::Failure;

use self::manner::Manner;
use crate::cli::{Cli, Command, Everywhere};
use crate::content::{Language, Pack, library};
use crate::line::read::Reader;
use crate::store::home::Home;
use crate::store::keeping::Stay;
use crate::store::shelf::{Listing, Shelves};
use crate::text::clean_path;
use crate::words::{KEYS, Words};
use clap::Parser;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;

/// What every command has at hand.
pub(crate) struct Desk {
    everywhere: Everywhere,
    /// What floe itself speaks.
    language: Language,
    /// The sentences and the list of what there is; enough for everything but walking.
    cover: Arc<Pack>,
    whole: Rc<OnceCell<Arc<Pack>>>,
    /// What of it is open for single practices.
    at_hand: RefCell<BTreeMap<String, Arc<Pack>>>,
    /// How many packs in the data folder can't be used.
    aside: usize,
    shelves: Shelves,
    /// Nobody seals or unseals the home while this is there.
    stay: Option<Stay>,
    /// What lines were read with already; it may hold some that were typed ahead.
    reader: RefCell<Option<Reader>>,
}

impl Desk {
    fn words(&self) -> Words<'_> {
        Words::of(&self.cover)
    }

    /// What has to stand behind a command so that it finds the same home.
    fn home_flag(&self) -> String {
        let home = self.everywhere.home.as_deref().map(clean_path);
        let quoted = |home: String| {
            let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
            if home.chars().all(plain) {
                home
            } else {
                format!("'{}'", home.replace('\'', "'\\''"))
            }
        };
        home.map(|home| format!(" --home {}", quoted(home)))
            .unwrap_or_default()
    }

    /// Leaves the home: its shelves, its seal and its lock are let go.
    fn left(self) -> Everywhere {
        self.everywhere
    }

    fn cover(&self) -> Arc<Pack> {
        Arc::clone(&self.cover)
    }

    /// Everything on the shelves, with what could not be read of it.
    fn listing(&self) -> Result<Listing, Failure> {
        let listing = self.shelves.list();
        listing.map_err(|error| Failure::shelf(self.words(), &error))
    }

    /// The whole pack, read when it is first needed.
    fn pack(&self) -> Result<Arc<Pack>, Failure> {
        whole(&self.whole, self.language).map_err(Failure::wordless)
    }

    /// As much of the pack as this practice takes, read when it is first needed.
    fn pack_for(&self, practice: &str) -> Result<Arc<Pack>, Failure> {
        if self.whole.get().is_some() {
            return self.pack();
        }
        let mut at_hand = self.at_hand.borrow_mut();
        if let Some(pack) = at_hand.get(practice) {
            return Ok(Arc::clone(pack));
        }
        let pack = library::at_hand(self.language, practice);
        let pack = Arc::new(pack.map_err(|problems| Failure::wordless(problems.len()))?);
        at_hand.insert(practice.to_owned(), Arc::clone(&pack));
        Ok(pack)
    }
}

/// The whole pack, or how many problems there are in it.
fn whole(read: &OnceCell<Arc<Pack>>, language: Language) -> Result<Arc<Pack>, usize> {
    if let Some(pack) = read.get() {
        return Ok(Arc::clone(pack));
    }
    let pack = library::whole(language).map_err(|problems| problems.len())?;
    Ok(Arc::clone(read.get_or_init(|| Arc::new(pack))))
}

/// Reads a command line and carries it out.
///
/// # Errors
/// As [`run`]; a command line that can't be read is told in two lines as well.
pub fn called(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let words: Vec<OsString> = words.into_iter().collect();
    let language = tongue::among(&words);
    match Cli::try_parse_from(words) {
        Ok(cli) => run(cli, out),
        // Help and version are what was asked for.
        Err(answer) if !answer.use_stderr() => {
            let printed = answer.print();
            Ok(u8::from(printed.is_err()))
        }
        Err(error) => Err(Failure::misread(&error, language)),
    }
}

/// Carries out what was asked, and answers the exit code (product: "Exit codes").
///
/// # Errors
/// Two lines for people, and an exit code.
pub fn run(cli: Cli, out: &mut dyn Write) -> Result<u8, Failure> {
    let Cli {
        everywhere,
        command,
    } = cli;
    let language = tongue::of(everywhere.lang.as_deref())?;
    if let Some(done) = without_pack(&everywhere, language, command.as_ref(), out) {
        return done;
    }
    let language = tongue::shown(language, &everywhere, command.as_ref());
    let read = Rc::new(OnceCell::new());
    let laid = laid::laid(&everywhere, laid::looks(command.as_ref()), language, out)?;
    let cover = match laid.pack {
        Some(pack) => Arc::clone(read.get_or_init(|| pack)),
        None => Arc::new(covered(language)?),
    };
    let known = command.as_ref();
    if let Some(done) = without_home(&everywhere, &cover, language, &read, known, out) {
        return done;
    }
    let home = Home::locate(everywhere.home.clone());
    let home = home.map_err(|error| Failure::home(Words::of(&cover), &error))?;
    let mut desk = Desk {
        everywhere,
        language,
        cover,
        whole: read,
        at_hand: RefCell::default(),
        aside: laid.aside,
        shelves: Shelves::of(home),
        stay: None,
        reader: RefCell::default(),
    };
    match command {
        Some(Command::Seal) => return seal::run(&desk, out),
        Some(Command::Unseal) => return seal::undo(&desk, out),
        _ => {}
    }
    if let Some(code) = unlock::enter(&mut desk, command.as_ref(), out)? {
        return Ok(code);
    }
    match in_home(&desk, command, out)? {
        Then::Ends(code) => Ok(code),
        Then::Shows(manner) => {
            let everywhere = desk.left();
            // What lies in a home is nothing for a wall.
            let pack = match laid::laid(&everywhere, false, language, out)?.pack {
                Some(pack) => pack,
                None => whole(&OnceCell::new(), language).map_err(Failure::wordless)?,
            };
            stage::go_on(manner, &everywhere, &pack, out)
        }
    }
}

/// What follows once a home was walked in.
pub(crate) enum Then {
    /// Nothing: floe ends with this code.
    Ends(u8),
    /// A room is shown something, on the terminal that was walked on.
    Shows(Manner),
}

/// What is done in a home, once it is open.
fn in_home(desk: &Desk, command: Option<Command>, out: &mut dyn Write) -> Result<Then, Failure> {
    let ends = match command {
        None => return bank::run(desk, out),
        Some(Command::Rehearse(how)) => return rehearse::run(desk, how, out),
        Some(Command::Practise(how)) => practise::run(desk, how, out),
        Some(Command::Resume { id }) => resume::run(desk, id, out),
        Some(Command::Rivers { json }) => rivers::run(desk, json, out),
        Some(Command::Agreements { due, json }) => agreements::run(desk, due, json, out),
        Some(Command::Show { id, json }) => show::run(desk, &id, json, out),
        Some(Command::Export(how)) => export::run(desk, &how, out),
        Some(Command::Forget { ids, all, yes }) => forget::run(desk, &ids, all, yes, out),
        Some(
            Command::Check { .. }
            | Command::Doctor { .. }
            | Command::Mirror(_)
            | Command::Stage(_)
            | Command::Notes { .. }
            | Command::Pack(_)
            | Command::Completions { .. }
            | Command::Man
            | Command::Seal
            | Command::Unseal,
        ) => Ok(0),
    };
    ends.map(Then::Ends)
}

/// What has to work where no pack can be used: it says why.
fn without_pack(
    everywhere: &Everywhere,
    language: Language,
    command: Option<&Command>,
    out: &mut dyn Write,
) -> Option<Result<u8, Failure>> {
    match command? {
        Command::Check {
            paths,
            coverage,
            json,
        } => {
            let told = match coverage {
                true => coverage::tell(paths, language, out),
                false => check::check(paths, KEYS, language, *json, out),
            };
            Some(covered(language).and_then(|cover| {
                let found = told.map_err(|error| Failure::out(Words::of(&cover), &error))?;
                Ok(u8::from(found > 0))
            }))
        }
        Command::Doctor { json } => {
            let language = tongue::shown(language, everywhere, command);
            Some(doctor::run(everywhere, language, *json, out))
        }
        _ => None,
    }
}

/// What needs no home, and looks into none.
fn without_home(
    everywhere: &Everywhere,
    cover: &Pack,
    language: Language,
    read: &OnceCell<Arc<Pack>>,
    command: Option<&Command>,
    out: &mut dyn Write,
) -> Option<Result<u8, Failure>> {
    let words = Words::of(cover);
    match command? {
        Command::Mirror(how) => Some(mirror::run(cover, how, out)),
        Command::Export(how) if how.handout => Some(match whole(read, language) {
            Ok(pack) => export::handout(everywhere, &pack, how, out),
            Err(problems) => Err(Failure::wordless(problems)),
        }),
        Command::Stage(how) => Some(match whole(read, language) {
            Ok(pack) => stage::run(everywhere, &pack, how, out),
            Err(problems) => Err(Failure::wordless(problems)),
        }),
        Command::Notes { room } => Some(stage::notes(everywhere, cover, *room, out)),
        Command::Pack(what) => Some(pack::run(everywhere, cover, language, what, out)),
        Command::Completions { shell } => Some(paper::completions(words, *shell, out)),
        Command::Man => Some(paper::man(words, out)),
        _ => None,
    }
}

/// The sentences and the list of what there is.
fn covered(language: Language) -> Result<Pack, Failure> {
    library::cover(language).map_err(|problems| Failure::wordless(problems.len()))
}
