//! The signals that end or wake floe, as something one can wait for.
//!
//! A handler may do next to nothing, so it raises a flag and drops one byte into a pipe; whoever
//! waits for keys waits for that pipe as well and asks the flags afterwards.

use std::io::{self, Read as _};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};

/// From here on a file that may not grow any further is an error of that file's, to be told, and no longer an end of
/// the program without a word. Where it can't be had there is nothing more to do.
pub fn outlive_limits() {
    // Nobody looks at the flag: the write that was too long answers for itself.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// The signals floe hears from the moment this is made until the process ends.
///
/// Make one and share it: dropping it does not give the signals their default meaning back, it
/// only stops anyone from hearing them.
#[derive(Debug)]
pub struct Signals {
    wake: UnixStream,
    /// Held so that the other end is silent, not hung up, when no signal is heard.
    _bell: UnixStream,
    arrived: Vec<(i32, Arc<AtomicBool>)>,
}

impl Signals {
    /// Starts to hear TERM, HUP, INT, QUIT and CONT; fails when the process has no descriptors left.
    pub fn listen() -> io::Result<Self> {
        Self::to(&[SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT])
    }

    /// Starts to hear these signals; of several that wait, the one named first is taken first.
    pub(crate) fn to(signals: &[i32]) -> io::Result<Self> {
        let (wake, bell) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut arrived = Vec::with_capacity(signals.len());
        for &signal in signals {
            let flag = Arc::new(AtomicBool::new(false));
            // Flag before bell: actions run in the order of their registration, so whoever is
            // woken finds the flag up.
            signal_hook::flag::register(signal, Arc::clone(&flag))?;
            signal_hook::low_level::pipe::register(signal, bell.try_clone()?)?;
            arrived.push((signal, flag));
        }
        Ok(Self {
            wake,
            _bell: bell,
            arrived,
        })
    }

    /// Takes the number of a signal that has arrived, without waiting.
    ///
    /// The descriptor is silent after this call although further signals may stand waiting, so ask
    /// until there is none before polling.
    pub fn take(&self) -> Option<i32> {
        // Silence first, flags second: a signal between the two rings again.
        let mut rings = [0; 64];
        while matches!((&self.wake).read(&mut rings), Ok(1..)) {}
        let waiting = |flag: &AtomicBool| flag.swap(false, Ordering::SeqCst);
        self.arrived
            .iter()
            .find(|(_, flag)| waiting(flag))
            .map(|(signal, _)| *signal)
    }

    /// Whether a signal waits or arrives within this time; it is still there to be taken.
    pub fn comes_within(&self, time: Duration) -> io::Result<bool> {
        let time = Timespec::try_from(time).unwrap_or_default();
        match poll(&mut [PollFd::new(self, PollFlags::IN)], Some(&time)) {
            Ok(rings) => Ok(rings > 0),
            Err(Errno::INTR) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits for the next signal, however long that takes, and returns its number.
    pub fn wait(&self) -> io::Result<i32> {
        loop {
            if let Some(signal) = self.take() {
                return Ok(signal);
            }
            match poll(&mut [PollFd::new(self, PollFlags::IN)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// The descriptor to poll: readable when a signal may have arrived.
impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use signal_hook::consts::{SIGUSR1, SIGUSR2, SIGWINCH};
    use signal_hook::low_level::raise;

    fn rings(signals: &Signals) -> bool {
        signals.comes_within(Duration::ZERO).unwrap()
    }

    #[test]
    fn a_signal_rings_is_taken_once_and_is_silent_again() {
        let signals = Signals::to(&[SIGUSR1]).unwrap();
        assert!(!rings(&signals));
        assert_eq!(signals.take(), None);
        raise(SIGUSR1).unwrap();
        raise(SIGUSR1).unwrap();
        assert!(rings(&signals));
        assert_eq!(signals.take(), Some(SIGUSR1));
        assert_eq!(signals.take(), None);
        assert!(!rings(&signals));
    }

    #[test]
    fn of_two_signals_none_is_lost_and_the_first_named_comes_first() {
        let signals = Signals::to(&[SIGUSR2, SIGWINCH]).unwrap();
        raise(SIGWINCH).unwrap();
        raise(SIGUSR2).unwrap();
        assert_eq!(signals.wait().unwrap(), SIGUSR2);
        assert_eq!(signals.wait().unwrap(), SIGWINCH);
        assert_eq!(signals.take(), None);
    }
}
