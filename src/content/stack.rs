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
        let pack = check::known_to_be_good(&files)?;
        Ok(Self { files, pack })
    }

    /// Lays a pack over those that are here. Its offers come behind theirs; one that has the id of an earlier one stands in
    /// its place. Whoever it is, the pack below goes on being called as it was.
    ///
    /// # Errors
    /// Every problem it would bring; it is left out then.
    pub fn lay(&mut self, files: &[File], keys: &[&str]) -> Result<(), Vec<Diagnostic>> {
        let all = library::over(&self.files, files.to_vec());
        let pack = check::pack(&all, keys)?;
        let is_named = files.iter().any(|file| file.kind() == Some(Kind::Manifest));
        self.pack = joined(&self.pack, pack, is_named);
        self.files = library::lent(&all);
        Ok(())
    }

    /// The same with a pack on top, whose name and language all of it takes.
    ///
    /// # Errors
    /// As [`Stack::lay`].
    pub fn topped(mut self, files: &[File], keys: &[&str]) -> Result<Pack, Vec<Diagnostic>> {
        let top = check::pack(&library::over(&self.files, files.to_vec()), keys)?;
        let is_named = files.iter().any(|file| file.kind() == Some(Kind::Manifest));
        let (id, title, language) = (top.id.clone(), top.title.clone(), top.language.clone());
        self.pack = joined(&self.pack, top, is_named);
        Ok(Pack {
            id,
            title,
            language,
            ..self.pack
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
