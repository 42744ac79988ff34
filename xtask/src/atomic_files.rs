//! Replaces files atomically: a reader sees the old text or the new one, never half of either.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Puts a text at `place` in one step, by way of the file `fresh` in the same folder. When this fails,
/// `place` is as it was, and `fresh` is gone.
pub fn replace(place: &Path, text: &[u8], fresh: &Path) -> io::Result<()> {
    let written = File::create(fresh).and_then(|mut file| {
        file.write_all(text)?;
        file.sync_all()
    });
    let put = written.and_then(|()| fs::rename(fresh, place));
    if put.is_err() {
        let _ = fs::remove_file(fresh);
    }
    put?;
    // The new name is in the folder, which has to reach the disk too. Systems that cannot say so of a
    // folder do it of themselves.
    let folder = place.parent().unwrap_or(place);
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}
