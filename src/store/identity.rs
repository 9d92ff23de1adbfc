//! The key of a sealed home: an age identity, which lies in the home sealed with the passphrase.
//!
//! The passphrase is slow on purpose and is asked once a start; what it opens is kept in memory, so that a save costs
//! next to nothing. All of it is age's own format: `age -d -i identity.age FILE` opens a file without floe.

use std::io::Read as _;
use std::iter;
use std::path::Path;

use age::secrecy::{ExposeSecret as _, SecretString};
use age::{DecryptError, Decryptor, scrypt, x25519};
use zeroize::Zeroizing;

use super::disk::Disk;
use super::keeping::{Phase, spare_key};
use super::seal::{Seal, SealError, is_sealed};
use super::turning::write_key;

/// The most bytes the file of a key may have.
const LARGEST: u64 = 64 * 1024;

/// How much work it takes to try one passphrase: scrypt with 2 to this power, 128 KiB of memory for each 1024 of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// What a home is sealed with: half a second and 256 MiB. The age tool uses the same.
    pub const USUAL: Self = Self(18);
    /// The most that is done for a file somebody else may have put there.
    pub const MOST: Self = Self(22);

    /// A cost of one's own, from 1 to 22.
    #[must_use]
    pub fn of(power: u8) -> Option<Self> {
        (1..=Self::MOST.0).contains(&power).then_some(Self(power))
    }
}

/// What opens and closes the files of a sealed home. Wiped from memory when it is dropped.
pub struct Identity {
    secret: x25519::Identity,
    recipient: x25519::Recipient,
}

impl Identity {
    /// A new one, drawn by chance.
    #[must_use]
    pub fn draw() -> Self {
        Self::of(x25519::Identity::generate())
    }

    fn of(secret: x25519::Identity) -> Self {
        let recipient = secret.to_public();
        Self { secret, recipient }
    }

    /// The identity as a file that this passphrase opens.
    ///
    /// # Errors
    /// [`SealError::Close`].
    pub fn under(&self, passphrase: &str, cost: Cost) -> Result<Vec<u8>, SealError> {
        let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
        recipient.set_work_factor(cost.0);
        let secret = self.secret.to_string();
        let mut text = Zeroizing::new(String::with_capacity(128));
        text.push_str(secret.expose_secret());
        text.push('\n');
        age::encrypt(&recipient, text.as_bytes()).map_err(|_| SealError::Close)
    }

    /// Opens the file of an identity.
    ///
    /// # Errors
    /// [`SealError::WrongKey`] for another passphrase, and often for a changed file; [`SealError::TooCostly`] above 22,
    /// without doing any of the work; else [`SealError::Broken`].
    pub fn with(passphrase: &str, file: &[u8]) -> Result<Self, SealError> {
        let passphrase = SecretString::from(passphrase.to_owned());
        let mut key = scrypt::Identity::new(passphrase);
        key.set_max_work_factor(Cost::MOST.0);
        let text = opened(&key, file)?;
        let text = str::from_utf8(&text).map_err(|_| SealError::Broken)?;
        let line = text.lines().find(|line| !line.starts_with('#'));
        let secret = line.and_then(|line| line.trim().parse().ok());
        secret.map(Self::of).ok_or(SealError::Broken)
    }

    /// Whether this opens what the other one closes.
    ///
    /// # Errors
    /// When it doesn't.
    pub fn opens_for(&self, other: &Self) -> Result<(), SealError> {
        self.open(&other.close(b"a word")?).map(drop)
    }
}

impl Seal for Identity {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let sealed = age::encrypt(&self.recipient, bytes);
        sealed.map(Zeroizing::new).map_err(|_| SealError::Close)
    }

    /// What isn't sealed yet is read as it is: the sealing of a home may have been interrupted.
    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        if is_sealed(bytes) {
            opened(&self.secret, bytes)
        } else {
            Ok(Zeroizing::new(bytes.to_vec()))
        }
    }
}

/// Opens the key of a home, or its spare copy where the first is damaged; that copy is mended from the first.
///
/// # Errors
/// As [`Identity::with`]; also when neither copy can be read.
pub fn unlock<D: Disk>(
    disk: &D,
    root: &Path,
    phase: Phase,
    passphrase: &str,
) -> Result<Identity, SealError> {
    let read = |path: &Path| disk.read(path, LARGEST).ok();
    let (key, spare) = (read(&phase.key_in(root)), read(&spare_key(root)));
    let first = key.as_deref().map(|key| Identity::with(passphrase, key));
    match (first, spare) {
        (Some(Ok(identity)), spare) => {
            if phase == Phase::Sealed && spare != key {
                // Without a spare one the key is as good as with one, today.
                let _ = write_key(disk, &spare_key(root), &key.unwrap_or_default());
            }
            Ok(identity)
        }
        (first, Some(spare)) if key.as_ref() != Some(&spare) => {
            let second = Identity::with(passphrase, &spare);
            second.map_err(|error| first.and_then(Result::err).unwrap_or(error))
        }
        (first, _) => first.unwrap_or(Err(SealError::Broken)),
    }
}

/// All of what is in a sealed file, or nothing of it.
fn opened(key: &dyn age::Identity, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let sealed = Decryptor::new_buffered(bytes).map_err(|error| why(&error))?;
    let mut reader = sealed
        .decrypt(iter::once(key))
        .map_err(|error| why(&error))?;
    // Words are shorter than their seal, so the room never moves and leaves no copy behind.
    let mut words = Zeroizing::new(Vec::with_capacity(bytes.len()));
    reader
        .read_to_end(&mut words)
        .map_err(|_| SealError::Broken)?;
    Ok(words)
}

fn why(error: &DecryptError) -> SealError {
    match error {
        DecryptError::ExcessiveWork { .. } => SealError::TooCostly,
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => SealError::WrongKey,
        _ => SealError::Broken,
    }
}
