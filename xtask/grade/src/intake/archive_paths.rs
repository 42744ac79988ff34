//! Checks the paths inside archives, which may say anything.

use super::MAX_FOLDERS;
use super::answer_paths::is_skipped;
use std::borrow::Cow;
use verdict::text::{sanitize, truncate};

/// The longest name that is looked at, in bytes, and the most folders in it: no file system has longer
/// ones, and a part of one byte takes thirty times its own room.
const LONGEST: usize = 4096;
const MOST_PARTS: usize = 64;

/// The parts of an archive's `name`, or what is wrong with it.
pub(super) fn parts(name: &[u8]) -> Result<Vec<String>, &'static str> {
    if name.len() > LONGEST {
        return Err("is too long");
    }
    let name = String::from_utf8_lossy(&slashed(name)).into_owned();
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    if name.starts_with('/') || drive {
        return Err("is not inside the archive");
    }
    if name.contains('\\') {
        return Err("has a backslash");
    }
    if name.contains('\0') {
        return Err("has a NUL byte");
    }
    let mut parts = Vec::new();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => return Err("leads out of the archive"),
            _ if parts.len() == MOST_PARTS => return Err("has too many folders"),
            part => parts.push(part.to_owned()),
        }
    }
    Ok(parts)
}

/// A name with slashes, where it has none: some programs on Windows put backslashes instead.
pub(super) fn slashed(name: &[u8]) -> Cow<'_, [u8]> {
    if name.contains(&b'/') || !name.contains(&b'\\') {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.iter().map(|byte| if *byte == b'\\' { b'/' } else { *byte }).collect())
}

/// Whether a file there may be an answer: not hidden, not too deep, in no folder that holds none.
pub(super) fn is_looked_at(path: &[String]) -> bool {
    let Some((file, folders)) = path.split_last() else { return false };
    let skipped = folders.iter().any(|folder| is_skipped(folder));
    !file.starts_with('.') && !skipped && folders.len() <= MAX_FOLDERS
}

/// A name that can stand in a line of text.
pub(super) fn shown(name: &str) -> String {
    truncate(&sanitize(name), 100, "…")
}

/// The path of parts, in a line of text.
pub(super) fn joined(parts: &[String]) -> String {
    shown(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_name_takes_no_more_room_than_a_name() {
        assert_eq!(parts(&b"a".repeat(4096)).map(|parts| parts.len()), Ok(1));
        assert_eq!(parts(&b"a".repeat(4097)), Err("is too long"));
        assert_eq!(parts(&b"a/".repeat(32_767)), Err("is too long"));
        assert_eq!(parts(&b"./a//".repeat(64)).map(|parts| parts.len()), Ok(64));
        assert_eq!(parts(&b"a/".repeat(65)), Err("has too many folders"));
    }
}
