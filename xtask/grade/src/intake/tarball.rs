//! Tar archives, read as a stream and never onto a disk.

use super::MAX_INNER_ARCHIVE;
use super::archive::{Bytes, Kind, Stream};
use super::archive_paths::{is_looked_at, joined, parts, shown};
use super::collected_files::{CollectedFiles, FileKind};
use flate2::read::MultiGzDecoder;
use std::io::{self, Read};
use tar::{Archive, EntryType, PaxExtensions};

/// The longest header that tells a name, in bytes. The tar crate itself would read any length into
/// memory, which is why entries are taken raw and these headers read here.
const MAX_HEADER: u64 = 64 * 1024;

/// Looks at everything in a tar whose name is `inside`. What comes before a damage counts.
pub(super) fn collect(
    bytes: &Bytes,
    gzipped: bool,
    inside: &str,
    inner: bool,
    files: &mut CollectedFiles,
) -> Result<(), String> {
    let stream = Stream { bytes, at: 0 };
    let most = files.unpacked_left();
    let unpacked: Box<dyn Read> =
        if gzipped { Box::new(MultiGzDecoder::new(stream)) } else { Box::new(stream) };
    let mut archive = Archive::new(unpacked.take(most));
    let collected = entries(&mut archive, inside, inner, files);
    let left = archive.into_inner().limit();
    files.unpacked((most - left).min(files.unpacked_left()));
    match collected {
        Err(_) if left > 0 => {
            Err("is damaged or not whole; what came before the damage counts".to_owned())
        }
        _ => Ok(()),
    }
}

fn entries(
    archive: &mut Archive<impl Read>,
    inside: &str,
    inner: bool,
    files: &mut CollectedFiles,
) -> io::Result<()> {
    let mut long: Option<Vec<u8>> = None;
    let mut seen = 0;
    for entry in archive.entries()?.raw(true) {
        let mut entry = entry?;
        seen += 1;
        if !files.count(1) {
            return Ok(());
        }
        let header = entry.header().entry_type();
        match header {
            EntryType::GNULongName => {
                let name = small(&mut entry)?;
                long = Some(name.strip_suffix(b"\0").unwrap_or(&name).to_vec());
                continue;
            }
            EntryType::XHeader => {
                long = pax_path(&small(&mut entry)?).or(long);
                continue;
            }
            EntryType::XGlobalHeader | EntryType::GNULongLink | EntryType::Directory => continue,
            _ => {}
        }
        let raw = long.take().unwrap_or_else(|| entry.path_bytes().into_owned());
        let what = match header {
            EntryType::Regular | EntryType::Continuous => FileKind::File(entry.size()),
            EntryType::Symlink | EntryType::Link => FileKind::Link,
            _ => FileKind::Other,
        };
        one(&raw, what, &mut entry, inside, inner, files);
    }
    // An empty file is no archive, though it has no fault to find either.
    if seen == 0 { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

fn one(
    raw: &[u8],
    what: FileKind,
    entry: &mut impl Read,
    inside: &str,
    inner: bool,
    files: &mut CollectedFiles,
) {
    let path = match parts(raw) {
        Ok(path) => path,
        Err(why) => {
            let name = shown(&String::from_utf8_lossy(raw));
            return files.remark(format!("`{inside}{name}` was not looked at: its name {why}."));
        }
    };
    let Some(file) = path.last().filter(|_| is_looked_at(&path) && raw.last() != Some(&b'/'))
    else {
        return;
    };
    let name = format!("{inside}{}", joined(&path));
    match (Kind::of(file), what) {
        (kind @ (Kind::Zip | Kind::Tar | Kind::TarGz), FileKind::File(size)) if inner => {
            if size > MAX_INNER_ARCHIVE {
                files.remark(format!("`{name}` is an archive too large to open."));
                return;
            }
            match read(entry, size, MAX_INNER_ARCHIVE) {
                Ok(bytes) => files.finds_archive(name, kind, bytes),
                Err(why) => files.remark(format!("`{name}` {why}.")),
            }
        }
        (Kind::Zip | Kind::Tar | Kind::TarGz | Kind::Foreign, _) => files.closed(&name),
        (_, FileKind::File(size)) => {
            files.file(inside, &path, what, |_, limit| read(entry, size, limit));
        }
        _ => files.file(inside, &path, what, |_, _| Ok(Vec::new())),
    }
}

/// The bytes of an entry that says it has `size`; fails when they are fewer.
fn read(entry: &mut impl Read, size: u64, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let cut = || "is cut short: make the archive again".to_owned();
    entry.take(limit + 1).read_to_end(&mut bytes).map_err(|_| cut())?;
    if (bytes.len() as u64) < size.min(limit) { Err(cut()) } else { Ok(bytes) }
}

fn small(entry: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    entry.take(MAX_HEADER).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn pax_path(header: &[u8]) -> Option<Vec<u8>> {
    let paths = PaxExtensions::new(header).filter_map(Result::ok);
    paths.filter(|one| one.key_bytes() == b"path").last().map(|one| one.value_bytes().to_vec())
}
