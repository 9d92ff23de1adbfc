//! A pack that is tried out while it is written: whenever one of its files was saved, it is read anew.
//!
//! A thread looks at the folder, reads and checks what has changed, and rings the bell; the walk takes the pack in when
//! it is asked to. A pack with a problem in it is told of on the page, and the walk goes on with the last whole one.

use super::bell::Bell;
use super::guide::{Guide as _, Reaction};
use super::sitting::Sitting;
use crate::content::diagnostic::Diagnostic;
use crate::content::source::File;
use crate::content::{Language, Pack, library, stack};
use crate::flow::{Page, Stands};
use crate::store::pack_files;
use crate::store::pack_stamps::Stamps;
use crate::text::{clean_line, clean_path};
use crate::words::{KEYS, Key, Words};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

/// How long between two looks. What looks the same in both is whole: half a file doesn't stay half so long.
const PAUSE: Duration = Duration::from_millis(40);

/// A pack's folder, looked at by a thread of its own. Dropping it ends the thread.
pub struct Workshop {
    folder: PathBuf,
    latest: Arc<Latest>,
    /// What is wrong with the pack as it is now; empty if it is whole.
    problem: Vec<String>,
}

type Latest = Mutex<Option<Result<Arc<Pack>, Broken>>>;

/// What stands in the way of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Broken {
    /// The first problem, as it is told on a page.
    first: String,
    /// How many more there are.
    more: usize,
}

impl Workshop {
    /// Begins to look at a folder. The bell rings when the pack was read anew, and once at the beginning: it may have
    /// changed since the walk began.
    ///
    /// # Errors
    /// When there can be no thread.
    pub fn open(folder: &Path, language: Language, bell: &Bell) -> io::Result<Self> {
        let latest = Arc::<Latest>::default();
        let (there, ring) = (Arc::downgrade(&latest), bell.knock());
        let looked_at = folder.to_owned();
        thread::Builder::new()
            .name("workshop".to_owned())
            .spawn(move || look(&looked_at, language, &there, &ring))?;
        Ok(Self {
            folder: folder.to_owned(),
            latest,
            problem: Vec::new(),
        })
    }

    /// What there is to know before one begins: nothing is saved, and the page changes.
    #[must_use]
    pub fn greeting(folder: &Path, words: Words<'_>) -> String {
        words.say(Key::WorkshopOpen, &[("path", &clean_path(folder))])
    }

    fn news(&self) -> Option<Result<Arc<Pack>, Broken>> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.take()
    }

    /// What is wrong, as it stands on a page.
    fn told(&self, broken: Broken, words: Words<'_>) -> Vec<String> {
        let path = clean_path(&self.folder);
        let blanks = [("n", &*broken.more.to_string()), ("path", &path)];
        let more = (broken.more > 0).then(|| words.say(Key::WorkshopMore, &blanks));
        let goes_on = words.say(Key::WorkshopGoesOn, &[]);
        let behind = [more, Some(goes_on)].into_iter().flatten();
        vec![broken.first, behind.collect::<Vec<_>>().join(" ")]
    }
}

/// Looks until nobody wants to know any more.
fn look(folder: &Path, language: Language, latest: &Weak<Latest>, ring: &dyn Fn()) {
    let mut eye = Eye::on(folder);
    loop {
        thread::sleep(PAUSE);
        let Some(latest) = latest.upgrade() else {
            return;
        };
        if eye.has_something_new() {
            let news = anew(folder, language);
            *latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(news);
            ring();
        }
    }
}

/// What was seen of a folder.
struct Eye<'a> {
    folder: &'a Path,
    before: Stamps,
    /// As it was when it was read last.
    read: Option<Stamps>,
}

impl<'a> Eye<'a> {
    fn on(folder: &'a Path) -> Self {
        Self {
            folder,
            before: Stamps::of(folder),
            read: None,
        }
    }

    /// Whether it is another one than was read, and looks as it did at the look before: nobody is writing it now.
    fn has_something_new(&mut self) -> bool {
        let now = Stamps::of(self.folder);
        let is_still = now == self.before;
        let is_new = is_still && self.read.as_ref() != Some(&now);
        if is_new {
            self.read = Some(now.clone());
        }
        self.before = now;
        is_new
    }
}

/// Reads and checks the pack as it is now.
fn anew(folder: &Path, language: Language) -> Result<Arc<Pack>, Broken> {
    let files = pack_files::folder(folder).map_err(|unread| Broken {
        first: unread.first().map_or_else(String::new, |problem| {
            clean_line(&problem.to_string()).into_owned()
        }),
        more: unread.len().saturating_sub(1),
    })?;
    let pack = stack::fit(library::completed(files.clone(), language), KEYS).pack;
    pack.map(Arc::new)
        .map_err(|problems| of_problems(folder, &files, &problems))
}

/// The first problem somebody can mend, and how many there are beside it.
fn of_problems(folder: &Path, files: &[File], problems: &[Diagnostic]) -> Broken {
    // What is lent from the bundled pack is not the author's to mend, if there is anything else.
    let own = |problem: &&Diagnostic| files.iter().any(|own| own.name == problem.file);
    let owned: Vec<_> = problems.iter().filter(own).collect();
    let told = if owned.is_empty() {
        problems.iter().collect()
    } else {
        owned
    };
    let shown = format!("{}/", clean_path(folder).trim_end_matches('/'));
    Broken {
        first: told
            .first()
            .map(|problem| problem.brief(&shown))
            .unwrap_or_default(),
        more: told.len().saturating_sub(1),
    }
}

impl Sitting {
    /// The same, tried out with a pack that is written meanwhile.
    #[must_use]
    pub fn tried_in(mut self, workshop: Workshop) -> Self {
        self.workshop = Some(workshop);
        self
    }

    /// Takes in the pack as it is now; what there is to say of it, if anything one sees has changed.
    pub(super) fn take_in(&mut self, typed: Option<&str>) -> Option<Reaction> {
        let workshop = self.workshop.as_ref()?;
        let news = workshop.news()?;
        if let Some(typed) = typed {
            self.draft(typed);
        }
        let workshop = self.workshop.as_ref()?;
        let (before, was) = (self.page_now(), self.flow.page().key);
        let walked = news.map(|pack| self.flow.with_pack(pack));
        let mut stands = Stands::There;
        let problem = match walked {
            Ok(Some((flow, on))) => {
                (self.flow, stands) = (flow, on);
                self.looks.read_anew();
                if let Some(lookout) = &mut self.lookout {
                    lookout.read_anew();
                }
                let now = self.flow.page().key;
                if now != was && stands == Stands::There {
                    self.drafts.carry(&was, now);
                }
                Vec::new()
            }
            Ok(None) => {
                let id = self.flow.header().practice.as_str();
                let gone = self.words().say(Key::WorkshopGone, &[("id", id)]);
                vec![gone, self.words().say(Key::WorkshopGoesOn, &[])]
            }
            Err(broken) => workshop.told(broken, self.words()),
        };
        let told = match (stands, problem.is_empty()) {
            (Stands::Before, _) => Some(Key::WorkshopBefore),
            (Stands::There, true) => Some(Key::WorkshopAnew),
            // It stands on the page.
            (Stands::There, false) => None,
        };
        if let Some(workshop) = &mut self.workshop {
            workshop.problem = problem;
        }
        let reaction = Reaction {
            told,
            ..Reaction::default()
        };
        (self.page_now() != before).then_some(reaction)
    }

    /// What is to be seen now. What is wrong with the pack stands above the ask, and until it is mended nothing else
    /// does.
    pub(super) fn page_now(&self) -> Page {
        let page = self.page_of_walk();
        match &self.workshop {
            Some(workshop) if !workshop.problem.is_empty() => Page {
                notice: None,
                notes: Vec::new(),
                problem: workshop.problem.clone(),
                shows: Vec::new(),
                panes: Vec::new(),
                ..page
            },
            _ => page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn put(folder: &Path, text: &str) {
        let mut file = std::fs::File::create(folder.join("pack.ron")).expect("a file");
        file.write_all(text.as_bytes()).expect("room");
    }

    #[test]
    fn half_a_file_is_not_looked_into_before_it_stays_so() {
        let folder = tempfile::tempdir().expect("a folder");
        put(folder.path(), "(whole)");
        let mut eye = Eye::on(folder.path());
        assert!(eye.has_something_new(), "at the beginning");
        assert!(!eye.has_something_new(), "nothing has changed");
        put(folder.path(), "");
        assert!(!eye.has_something_new(), "it was emptied");
        put(folder.path(), "(ha");
        assert!(!eye.has_something_new(), "it grows");
        put(folder.path(), "(another)");
        assert!(!eye.has_something_new(), "it has grown");
        assert!(eye.has_something_new(), "now it stays");
        assert!(!eye.has_something_new(), "and was told");
        put(folder.path(), "(br");
        assert!(!eye.has_something_new());
        assert!(eye.has_something_new(), "half of it stays as well");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_else_there_is() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["a.ron", "b.ron", "c.ron"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let broken = anew(folder.path(), Language::ENGLISH).expect_err("they are folders");
        assert!(
            broken
                .first
                .ends_with("a.ron: not a regular file of this pack")
        );
        assert_eq!(broken.more, 2);
    }
}
