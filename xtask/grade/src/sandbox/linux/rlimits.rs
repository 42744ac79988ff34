//! Resource limits of the kernel, per process.

use super::super::Limits;
use nix::errno::Errno;
use nix::sys::resource::{Resource, setrlimit};

/// From here on, for this process and those it starts. They cannot be raised again.
pub fn set(limits: &Limits) -> Result<(), Errno> {
    // At the soft limit of CPU the kernel asks, at the hard one it kills.
    setrlimit(Resource::RLIMIT_CPU, limits.cpu, limits.cpu + 1)?;
    for (resource, limit) in [
        (Resource::RLIMIT_AS, limits.memory),
        (Resource::RLIMIT_FSIZE, limits.file),
        (Resource::RLIMIT_NOFILE, limits.open_files),
        (Resource::RLIMIT_NPROC, limits.threads),
        // One, not none: with none the kernel still hands whoever aborts to the machine's collector of
        // crashes, which is root.
        (Resource::RLIMIT_CORE, 1),
        (Resource::RLIMIT_MEMLOCK, 0),
        (Resource::RLIMIT_MSGQUEUE, 0),
    ] {
        setrlimit(resource, limit, limit)?;
    }
    Ok(())
}
