//! What happens to bytes before they are written and after they are read.

use zeroize::Zeroizing;

/// The seam through which all saved bytes pass. Bytes are closed before the first of them reaches
/// a disk, so that temporary files and backups are closed as well.
pub trait Seal: Send {
    /// Turns what a person wrote into what is written.
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError>;
    /// Turns what was read back into what a person wrote.
    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError>;
}

/// Why bytes could not be closed or opened.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
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
}

/// No seal: the words stand in the file as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Seal for Plain {
    fn close(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Ok(Zeroizing::new(bytes.to_vec()))
    }

    fn open(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        Ok(Zeroizing::new(bytes.to_vec()))
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
}
