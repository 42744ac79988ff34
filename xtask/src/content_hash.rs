//! A hash of files and texts, to tell whether their contents have changed.

use std::fs;
use std::path::{Path, PathBuf};
use verdict::text::fingerprint;

/// What is put together to be compared.
#[derive(Clone, Default)]
pub struct ContentHash(Vec<u8>);

impl ContentHash {
    /// With its length before it: no two lists of parts are the same bytes.
    pub fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.0.extend_from_slice(part);
    }

    /// The names and texts of those of these files that are there.
    pub fn add_files(&mut self, mut files: Vec<PathBuf>) {
        files.sort();
        for file in files {
            if let Some(text) = file_contents(&file) {
                self.add(file.as_os_str().as_encoded_bytes());
                self.add(text);
            }
        }
    }

    pub fn hex(&self) -> String {
        format!("{:016x}", fingerprint(self.0.iter().copied()))
    }
}

/// What is in a file; nothing of what isn't one: whoever reads a pipe waits for a writer.
pub fn file_contents(path: &Path) -> Option<Vec<u8>> {
    path.is_file().then(|| fs::read(path).ok()).flatten()
}
