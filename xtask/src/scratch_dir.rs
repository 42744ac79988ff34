//! A scratch folder for one run of this program.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Held by whoever works in a room.
const LOCK: &str = "lock";

/// A folder of this run's own; it goes with the run, and so does all that is in it.
pub struct ScratchDir {
    folder: PathBuf,
    _lock: File,
}

impl ScratchDir {
    /// Makes one in `all`: another run may be at the same work at this time. What a run has left that
    /// was killed is cleared away: its lock is free.
    pub fn new(all: &Path) -> io::Result<ScratchDir> {
        for entry in fs::read_dir(all).into_iter().flatten().flatten() {
            // Held until all is gone.
            if let Ok(lock) = File::open(entry.path().join(LOCK))
                && lock.try_lock().is_ok()
            {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        let folder = all.join(std::process::id().to_string());
        let lock = loop {
            fs::create_dir_all(&folder)?;
            let lock = match File::create(folder.join(LOCK)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                made => made?,
            };
            lock.lock()?;
            // Whoever clears away may have taken the room for one left behind before it was locked.
            if folder.join(LOCK).exists() {
                break lock;
            }
        };
        Ok(ScratchDir { folder, _lock: lock })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for ScratchDir {
    fn drop(&mut self) {
        // What cannot be removed lies in the target folder, and goes with it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
