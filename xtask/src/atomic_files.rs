//! Replaces files atomically: a reader sees the old text or the new one, never half of either.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Puts a text at `path` in one step, by way of the file `temporary` in the same folder. When this fails,
/// `path` is as it was, and `temporary` is gone.
pub fn replace(path: &Path, text: &[u8], temporary: &Path) -> io::Result<()> {
    let written = File::create(temporary).and_then(|mut file| {
        file.write_all(text)?;
        file.sync_all()
    });
    let put = written.and_then(|()| fs::rename(temporary, path));
    if put.is_err() {
        let _ = fs::remove_file(temporary);
    }
    put?;
    // The new name is in the folder, which has to reach the disk too. Systems that cannot say so of a
    // folder do it of themselves.
    let folder = path.parent().unwrap_or(path);
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}
