//! Packs laid one over another, floe's own at the bottom: what a later one has under an id stands in the place of what those
//! below it have, and everything else of theirs stays.

use super::{
    check,
    diagnostic::Diagnostic,
    library,
    model::{Offer, Pack},
    source::{File, Kind},
};

/// Packs that go together.
#[derive(Debug, Clone)]
pub struct Stack {
    /// Every file there is now, as it lies under the next pack.
    files: Vec<File>,
    pack: Pack,
}

impl Stack {
    /// The bundled pack alone, for packs in the language of a tag.
    ///
    /// # Errors
    /// What cannot be read of it; a test holds that there is nothing.
    pub fn in_language(tag: &str) -> Result<Self, Vec<Diagnostic>> {
        let files = library::lent_in(tag);
        let pack = check::known_to_be_good(files.clone())?;
        Ok(Self { files, pack })
    }

    /// Lays a pack over those that are here. Its offers come behind theirs; one that has the id of an earlier one stands in
    /// its place. All of it goes on being called as it was. Answers why what of theirs no longer fits is left out.
    ///
    /// # Errors
    /// Every problem it would bring; it is left out then.
    pub fn lay(
        &mut self,
        files: &[File],
        keys: &[&str],
    ) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        let Fit {
            files: all,
            pack,
            dropped,
        } = fit(library::over(&self.files, files.to_vec()), keys);
        self.pack = joined(&self.pack, pack?, is_named(files));
        self.files = library::lent(&all);
        Ok(dropped)
    }

    /// The same with a pack on top, whose name and language all of it takes.
    ///
    /// # Errors
    /// As [`Stack::lay`].
    pub fn topped(self, files: &[File], keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
        let top = fit(library::over(&self.files, files.to_vec()), keys).pack?;
        let (id, title, language) = (top.id.clone(), top.title.clone(), top.language.clone());
        Ok(Pack {
            id,
            title,
            language,
            ..joined(&self.pack, top, is_named(files))
        })
    }

    /// All of it as one pack.
    #[must_use]
    pub fn into_pack(self) -> Pack {
        self.pack
    }

    /// Whether a file of this name lies in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.name == name)
    }
}

/// Files of a pack together with those that are lent to it, as far as they go together.
#[derive(Debug)]
pub struct Fit {
    /// What is left of them.
    pub files: Vec<File>,
    /// What they come to, or every problem of them.
    pub pack: Result<Pack, Vec<Diagnostic>>,
    /// What was wrong with each that was lent and is left out: the first problem.
    pub dropped: Vec<Diagnostic>,
}

/// Leaves out what is lent and no longer fits, such as a short walk over a practice that has other steps now.
#[must_use]
pub fn fit(mut files: Vec<File>, keys: &[&str]) -> Fit {
    let mut dropped = Vec::new();
    loop {
        let pack = check::pack(&files, keys);
        let problems = pack.as_ref().err().map_or(&[][..], Vec::as_slice);
        let before = files.len();
        files.retain(|file| {
            let mut problems = problems.iter();
            let problem = problems.find(|one| one.file == file.name && can_go(file));
            dropped.extend(problem.map(no_longer_fits));
            problem.is_none()
        });
        if files.len() < before {
            continue;
        }
        // What floe offers and no longer has is no problem of anybody's.
        let is_floes = |one: &Diagnostic| {
            let mut files = files.iter();
            files.any(|file| {
                file.name == one.file && file.lent && file.kind() == Some(Kind::Manifest)
            })
        };
        let pack = match pack {
            Err(problems) if problems.iter().all(is_floes) => {
                check::known_to_be_good(files.clone())
            }
            pack => pack,
        };
        return Fit {
            files,
            pack,
            dropped,
        };
    }
}

fn no_longer_fits(problem: &Diagnostic) -> Diagnostic {
    let what = format!("this no longer fits, and is left out: {}", problem.what);
    Diagnostic {
        rule: problem.rule,
        ..Diagnostic::of_file(&problem.file, what)
    }
}

/// Whether everything else is whole without a file.
fn can_go(file: &File) -> bool {
    let kind = file.kind();
    let walks = [Kind::Practice, Kind::Track, Kind::Scenario, Kind::Plan].map(Some);
    file.lent && walks.contains(&kind)
}

fn is_named(files: &[File]) -> bool {
    files.iter().any(|file| file.kind() == Some(Kind::Manifest))
}

/// What a checked pack is together with those it was laid over. Where it says nothing of itself, what they say holds.
fn joined(under: &Pack, over: Pack, is_named: bool) -> Pack {
    let mut joined = Pack {
        id: under.id.clone(),
        title: under.title.clone(),
        language: under.language.clone(),
        known: under.known.clone(),
        offers: under.offers.clone(),
        credits: under.credits.clone(),
        ..over
    };
    if is_named {
        joined.known.push(over.id);
        over.offers
            .into_iter()
            .for_each(|offer| joined.offer(offer));
        let new = over.credits.into_iter();
        joined
            .credits
            .extend(new.filter(|line| !under.credits.contains(line)));
    }
    let there = &joined.practices;
    joined.offers.retain(|offer| there.contains_key(&offer.id));
    joined
}

impl Pack {
    fn offer(&mut self, offer: Offer) {
        match self.offers.iter_mut().find(|there| there.id == offer.id) {
            Some(there) => *there = offer,
            None => self.offers.push(offer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::KEYS;

    fn stack() -> Stack {
        Stack::in_language("en").expect("floe's own words")
    }

    /// A pack of one practice, which says this and is offered under this title.
    fn pack(id: &str, practice: &str, title: &str, says: &str) -> Vec<File> {
        let manifest = format!(
            "(format: 1, id: \"{id}\", title: \"{id}\", language: \"en\", credits: [\"By {id}.\"], practices: [\
            (id: \"{practice}\", title: \"{title}\", about: \"A small one.\", minutes: 1)])"
        );
        let walk = format!(
            "(format: 1, id: \"{practice}\", floes: [(id: \"one\", title: \"One\", purpose: \"To look.\", lean: Courage, steps: [\
            (id: \"look\", title: \"{says}\", minutes: 1, why: \"To see.\", asks: [\
            (id: \"kept\", prompt: \"What stays?\", ask: Keep, then: Landed)])])])"
        );
        vec![
            File::new("pack.ron", manifest),
            File::new(format!("practices/{practice}.ron"), walk),
        ]
    }

    fn says(pack: &Pack, practice: &str) -> String {
        pack.practices[practice].floes[0].steps[0].title.clone()
    }

    fn titles(pack: &Pack) -> Vec<&str> {
        pack.offers.iter().map(|offer| &*offer.title).collect()
    }

    #[test]
    fn a_pack_adds_to_what_is_there_and_keeps_its_name() {
        let own = stack().into_pack();
        let mut stack = stack();
        stack
            .lay(&pack("a", "hop", "Hop", "A"), KEYS)
            .expect("whole");
        let both = stack.into_pack();
        assert_eq!(titles(&both), [&titles(&own)[..], &["Hop"]].concat());
        assert_eq!(both.practices.len(), own.practices.len() + 1);
        assert_eq!(
            (both.id, both.known),
            (own.id.clone(), vec![own.id, "a".to_owned().into()])
        );
        assert_eq!(both.credits.last().map(String::as_str), Some("By a."));
        assert_eq!(both.words.all(), own.words.all());
    }

    #[test]
    fn of_one_id_the_later_one_holds() {
        for (first, second) in [("a", "b"), ("b", "a")] {
            let mut stack = stack();
            for id in [first, second] {
                let over = pack(
                    id,
                    "crossing",
                    &format!("Title {id}"),
                    &format!("Step {id}"),
                );
                stack.lay(&over, KEYS).expect("whole");
            }
            let both = stack.into_pack();
            assert_eq!(titles(&both)[0], format!("Title {second}"));
            assert_eq!(says(&both, "crossing"), format!("Step {second}"));
            assert_eq!(
                titles(&both).len(),
                1,
                "the others walk over steps that are gone"
            );
            assert!(!both.practices.contains_key("before_a_talk"));
        }
    }

    #[test]
    fn sentences_stand_over_those_of_earlier_packs() {
        let reworded = |sentences: &str| {
            let mut files = pack("s", "hop", "Hop", "S");
            files.push(File::new(
                "sentences/words.ron",
                format!("(format: 1, sentences: {{{sentences}}})"),
            ));
            files
        };
        let mut stack = stack();
        stack
            .lay(&reworded("\"yes\": \"aye\", \"no\": \"nay\""), KEYS)
            .expect("whole");
        stack
            .lay(&reworded("\"no\": \"nope\""), KEYS)
            .expect("whole");
        let words = stack.into_pack().words;
        let said = ["yes", "no"].map(|key| words.get(key).unwrap_or_default());
        assert_eq!(said, ["aye", "nope"]);
    }

    #[test]
    fn one_that_does_not_fit_leaves_everything_as_it_was() {
        let mut stack = stack();
        stack
            .lay(&pack("a", "hop", "Hop", "A"), KEYS)
            .expect("whole");
        let before = stack.clone().into_pack();
        let mut broken = pack("b", "hop", "Broken", "B");
        broken.push(File::new(
            "lists/feelings.ron",
            "(format: 1, id: \"feelings\", groups: [])",
        ));
        assert!(stack.lay(&broken, KEYS).is_err());
        assert!(!stack.has("practices/gone.ron") && stack.has("practices/hop.ron"));
        let after = stack.into_pack();
        assert_eq!(titles(&before), titles(&after));
        assert_eq!(says(&after, "hop"), "A");
    }

    #[test]
    fn the_one_on_top_gives_its_name_to_all() {
        let top = stack()
            .topped(&pack("a", "hop", "Hop", "A"), KEYS)
            .expect("whole");
        assert_eq!((top.id.as_str(), &*top.title), ("a", "a"));
        assert!(top.known.iter().any(|id| *id == "floe"));
        assert!(top.practices.contains_key("crossing"));
    }
}
