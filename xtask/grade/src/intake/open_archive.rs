//! Archives opened: what is in one, and in the archives in it.

use super::archive::{Bytes, Kind};
use super::archive_paths::shown;
use super::collected_files::CollectedFiles;
use super::{tarball, zipped};

/// Looks into an archive, and into the archives in it.
pub(super) fn collect(name: &str, kind: Kind, bytes: Bytes, files: &mut CollectedFiles) {
    open(name, kind, bytes, true, files);
    collect_inner(files);
}

/// Looks into the archives that were found in another. What is an archive in there is not opened.
pub(super) fn collect_inner(files: &mut CollectedFiles) {
    for (name, kind, bytes) in files.take_inner() {
        open(&name, kind, Bytes::Memory(bytes), false, files);
    }
}

fn open(name: &str, kind: Kind, bytes: Bytes, inner: bool, files: &mut CollectedFiles) {
    let inside = format!("{}: ", shown(name));
    let opened = match kind {
        Kind::Zip => zipped::Zip::open(bytes, files.entries_left())
            .map(|zip| zipped::collect(&zip, zip.whole(), &inside, inner, files)),
        Kind::Tar => tarball::collect(&bytes, false, &inside, inner, files),
        Kind::TarGz => tarball::collect(&bytes, true, &inside, inner, files),
        Kind::Foreign | Kind::Rust | Kind::Other => return files.closed(name),
    };
    if let Err(why) = opened {
        files.remark(format!(
            "`{}` {why}. Make the archive again and hand it in again.",
            shown(name)
        ));
    }
}
