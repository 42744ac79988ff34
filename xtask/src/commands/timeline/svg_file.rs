//! Writing a picture to where somebody asked for it, and over nothing but a picture.

use crate::atomic_files;
use crate::failure::Failure;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Whether a picture may be written there; if not, why.
pub(super) fn ask(file: &Path) -> Result<(), Failure> {
    let shown = file.display();
    let folder = folder_of(file);
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(Failure::usage(format!(
            "there is no folder {folder} to write {shown} into. Make it first."
        )));
    }
    let found = match fs::metadata(file) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::file("look at", file, &error)),
    };
    if found.is_dir() {
        return Err(Failure::usage(format!("{shown} is a folder. --svg takes a file's name.")));
    }
    let is_svg = found.is_file()
        && is_svg(&fs::read(file).map_err(|error| Failure::file("read", file, &error))?);
    if !is_svg {
        return Err(Failure::usage(format!(
            "{shown} is there already and is no SVG; it stays as it is. Give --svg another name, or \
             move that file away."
        )));
    }
    Ok(())
}

/// Puts the picture there in one step: whoever looks sees the old one or the new one, whole.
pub(super) fn write(file: &Path, picture: &str) -> Result<(), Failure> {
    // Through a link, to the file that it stands for.
    let path = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".new-{}", std::process::id()));
    let temporary = folder_of(&path).join(name);
    atomic_files::replace(&path, picture.as_bytes(), &temporary).map_err(|error| {
        Failure::machine(format!(
            "could not write {}: {error}. Give --svg a place where you may write.",
            file.display()
        ))
    })
}

/// By how it begins: a page that has an SVG somewhere inside is none.
fn is_svg(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<svg") || text.starts_with("<?xml") && text.contains("<svg")
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
