//! What happens to bytes before they are written and after they are read.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// What every sealed file begins with, so that anybody can see that it is one (age's format, version 1).
const MARK: &[u8] = b"age-encryption.org/v1\n";

/// The seam through which all saved bytes pass. Bytes are closed before the first of them reaches
/// a disk, so that temporary files and backups are closed as well.
pub trait Seal: Send {
    /// Turns what a person wrote into what is written.
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError>;
    /// Turns what was read back into what a person wrote.
    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError>;
}

/// A seal that several threads use at once.
#[derive(Clone)]
pub struct Shared(Arc<dyn Seal + Sync>);

impl Shared {
    /// Shares a seal.
    #[must_use]
    pub fn of(seal: impl Seal + Sync + 'static) -> Self {
        Self(Arc::new(seal))
    }
}

impl fmt::Debug for Shared {
    /// Says nothing: it may hold a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared(..)")
    }
}

impl Seal for Shared {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.0.close(bytes)
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.0.open(bytes)
    }
}

/// Why bytes could not be closed or opened.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum SealError {
    /// The bytes could not be closed, so nothing was written.
    #[error("the bytes could not be sealed")]
    Close,
    /// The passphrase or key is not the one they were closed with.
    #[error("this is not the key of the seal")]
    WrongKey,
    /// The bytes were changed or cut off after they were closed.
    #[error("the seal is broken")]
    Broken,
    /// Somebody made the passphrase cost more work than is done here.
    #[error("to open the seal would take too much work")]
    TooCostly,
}

/// Whether bytes say of themselves that they are sealed.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// No seal: the words stand in the file as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Seal for Plain {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Ok(Zeroizing::new(bytes.to_vec()))
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        if is_sealed(bytes) {
            return Err(SealError::WrongKey);
        }
        Ok(Zeroizing::new(bytes.to_vec()))
    }
}

/// A seal without its key: nothing is opened, and nothing is ever written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Locked;

impl Seal for Locked {
    fn close(&self, _: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Err(SealError::Close)
    }

    fn open(&self, _: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Err(SealError::WrongKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_seal_bytes_stay_as_they_are() {
        let words = "jag är så ledsen".as_bytes();
        let written = Plain.close(words).unwrap();
        assert_eq!(*written, words);
        assert_eq!(*Plain.open(&written).unwrap(), words);
    }

    #[test]
    fn what_is_sealed_is_never_taken_for_words() {
        assert_eq!(
            Plain.open(b"age-encryption.org/v1\n-> X25519"),
            Err(SealError::WrongKey)
        );
        assert_eq!(Locked.open(b"words"), Err(SealError::WrongKey));
        assert_eq!(Locked.close(b"words"), Err(SealError::Close));
    }
}
