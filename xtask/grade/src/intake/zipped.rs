//! Zip archives, read entry by entry and never onto a disk.

use super::MAX_INNER_ARCHIVE;
use super::archive::{Bytes, Kind};
use super::archive_paths::{is_looked_at, joined, parts, shown};
use super::collected_files::{CollectedFiles, FileKind};
use flate2::read::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipLocator};
use std::io::Read;

/// An open zip: what its directory lists, tricks and all.
pub(super) struct Zip {
    archive: ZipArchive<Bytes>,
    pub members: Vec<Member>,
    /// Whether there are more than were to be read.
    pub more: bool,
}

/// One entry of a zip's directory.
pub(super) struct Member {
    /// The name as the bytes have it.
    pub raw: Vec<u8>,
    /// Its parts, or what is wrong with it.
    pub path: Result<Vec<String>, &'static str>,
    pub is_folder: bool,
    what: FileKind,
    encrypted: bool,
    method: CompressionMethod,
    way: ZipArchiveEntryWayfinder,
}

/// A member, and where it is in a submission.
pub(super) type Placed<'a> = (&'a Member, Result<&'a [String], &'static str>);

impl Zip {
    /// Reads the directory of a zip, `most` entries of it. Fails in words that follow its name.
    pub fn open(bytes: Bytes, most: usize) -> Result<Zip, String> {
        let broken = || "is not a whole zip archive".to_owned();
        let end = bytes.len().map_err(|_| broken())?;
        let mut buffer = vec![0; rawzip::MAX_CENTRAL_DIRECTORY_RECORD_SIZE];
        let archive = ZipLocator::new()
            .locate_in_reader(bytes, &mut buffer, end)
            .map_err(|(_, _)| broken())?;
        let mut members = Vec::new();
        let mut entries = archive.entries(&mut buffer);
        let mut more = false;
        while let Some(entry) = entries.next_entry().map_err(|_| broken())? {
            if members.len() == most {
                more = true;
                break;
            }
            let name = entry.file_path();
            let raw: &[u8] = name.as_bytes();
            // The kind of file as Unix has it; nought where another system made the archive.
            let what = match entry.mode().value() & 0o170_000 {
                0 | 0o100_000 => FileKind::File(entry.uncompressed_size_hint()),
                0o120_000 => FileKind::Link,
                _ => FileKind::Other,
            };
            members.push(Member {
                raw: raw.to_vec(),
                path: parts(raw),
                is_folder: entry.is_dir() || raw.ends_with(b"\\"),
                what,
                encrypted: entry.flags().is_encrypted() || entry.flags().is_masked(),
                method: entry.compression_method(),
                way: entry.wayfinder(),
            });
        }
        Ok(Zip { archive, members, more })
    }

    /// Every member, where the archive has it.
    pub fn whole(&self) -> impl Iterator<Item = Placed<'_>> {
        self.members.iter().map(|member| (member, member.path.as_deref().map_err(|why| *why)))
    }

    /// The text of a member that is no larger than `limit`.
    pub fn text(&self, member: &Member, limit: u64) -> Result<String, String> {
        let mut bytes = Vec::new();
        self.read(member, limit, &mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err("is too large".to_owned());
        }
        String::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned())
    }

    /// Adds the bytes of a member, up to `limit` and one more, to `bytes`, where those before a damage
    /// are too. Fails in words that follow its name.
    fn read(&self, member: &Member, limit: u64, bytes: &mut Vec<u8>) -> Result<(), String> {
        if member.encrypted {
            return Err("is encrypted: zip it without a password".to_owned());
        }
        let broken = |_| "is damaged in the archive: zip it again".to_owned();
        let entry = self.archive.get_entry(member.way).map_err(|_| broken(()))?;
        let raw = entry.reader();
        let unpacked: Box<dyn Read> = match member.method {
            CompressionMethod::STORE => Box::new(raw),
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(raw)),
            _ => {
                return Err(
                    "is packed in an unusual way: zip it with the system's own tool".to_owned()
                );
            }
        };
        let mut checked = entry.verifying_reader(unpacked).take(limit + 1);
        checked.read_to_end(bytes).map_err(|_| broken(()))?;
        Ok(())
    }
}

/// Looks at `members` of a zip whose name is `inside`. Archives among them are opened where `inner`
/// says so.
pub(super) fn collect<'a>(
    zip: &'a Zip,
    members: impl Iterator<Item = Placed<'a>>,
    inside: &str,
    inner: bool,
    files: &mut CollectedFiles,
) {
    for (member, path) in members {
        if files.unpacked_left() == 0 || !files.count(1) {
            return;
        }
        let path = match path {
            Ok(path) => path,
            Err(why) => {
                let name = shown(&String::from_utf8_lossy(&member.raw));
                files.remark(format!("`{inside}{name}` was not looked at: its name {why}."));
                continue;
            }
        };
        let Some(file) = path.last().filter(|_| !member.is_folder && is_looked_at(path)) else {
            continue;
        };
        let read = |files: &mut CollectedFiles, limit| {
            let mut bytes = Vec::new();
            let read = zip.read(member, limit, &mut bytes);
            // What is thrown away has cost as much.
            files.unpacked(bytes.len() as u64);
            read.map(|()| bytes)
        };
        match (Kind::of(file), member.what) {
            (kind @ (Kind::Zip | Kind::Tar | Kind::TarGz), FileKind::File(size)) if inner => {
                let name = format!("{inside}{}", joined(path));
                let bytes = match size {
                    size if size > MAX_INNER_ARCHIVE => Err(too_large()),
                    _ => read(files, MAX_INNER_ARCHIVE),
                };
                match bytes {
                    Ok(bytes) if bytes.len() as u64 > MAX_INNER_ARCHIVE => {
                        files.remark(format!("`{name}` {}.", too_large()));
                    }
                    Ok(bytes) => files.finds_archive(name, kind, bytes),
                    Err(why) => files.remark(format!("`{name}` {why}.")),
                }
            }
            (Kind::Zip | Kind::Tar | Kind::TarGz | Kind::Foreign, _) => {
                files.closed(&format!("{inside}{}", joined(path)));
            }
            _ => files.file(inside, path, member.what, read),
        }
    }
    if zip.more {
        files.count(usize::MAX);
    }
}

fn too_large() -> String {
    format!("is an archive larger than {} MiB: leave out target", MAX_INNER_ARCHIVE >> 20)
}
