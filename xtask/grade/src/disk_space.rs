//! How much space is left on a disk.

use std::io;
use std::path::Path;

/// The bytes that are free where `folder` is.
pub fn left(folder: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}
