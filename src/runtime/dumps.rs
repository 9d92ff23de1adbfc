//! What a crash leaves behind: no picture of the memory, which may hold people's words and a key.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Keeps the system from writing this process's memory to a disk when it crashes. Where it refuses there is nothing
/// more to do.
pub fn keep_off() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    // A program that collects dumps is called in spite of the limit.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}
