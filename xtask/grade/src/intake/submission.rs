//! One thing that was handed in: a folder, a file, or a part of a class's archive.

use super::archive::{Bytes, Kind};
use super::collected_files::{CollectedFiles, FileKind};
use super::entry_name::EntryName;
use super::folder::{self, Dir, Node};
use super::machine_faults::{CheckedFile, MachineFaults};
use super::open_archive;
use super::zipped::{self, Zip};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One thing that was handed in.
pub(super) struct ClassEntry {
    pub name: EntryName,
    /// which of the paths that the instructor named it comes from, counted from 0.
    pub argument: usize,
    /// The place, when it is one submission and no class.
    pub whole: Option<PathBuf>,
    /// The folder around all of it: whose it is, if nobody is called as the place is.
    pub inside: Option<EntryName>,
    pub source: Source,
}

pub(super) enum Source {
    /// A place that is one submission.
    Path(PathBuf, MachineFaults),
    /// A name in a class's folder.
    Named(Rc<Dir>, Vec<u8>),
    /// What a class's archive has of one student: which members, and where each is from where the
    /// submission begins.
    Zipped(Rc<Zip>, Vec<(usize, Result<Vec<String>, &'static str>)>),
}

impl ClassEntry {
    /// Looks at everything in it.
    pub fn collect(&self, files: &mut CollectedFiles) {
        match &self.source {
            Source::Path(path, faults) => self.collect_path(path, faults, files),
            Source::Named(dir, name) => self.collect_named(dir, name, files),
            Source::Zipped(zip, members) => {
                let alone = self.name.file.as_ref().map(|file| vec![file.clone()]);
                let placed = |(i, path): &'_ (usize, Result<Vec<String>, &'static str>)| {
                    let path = match (&alone, path) {
                        (Some(alone), Ok(_)) => Ok(alone.clone()),
                        (_, path) => path.clone(),
                    };
                    (*i, path)
                };
                let placed: Vec<_> = members.iter().map(placed).collect();
                let members = placed
                    .iter()
                    .map(|(i, path)| (&zip.members[*i], path.as_deref().map_err(|why| *why)));
                zipped::collect(zip, members, "", true, files);
                open_archive::collect_inner(files);
            }
        }
    }

    fn collect_path(&self, path: &Path, faults: &MachineFaults, files: &mut CollectedFiles) {
        let name = self.name.file.clone().unwrap_or_default();
        let about = faults.check(path, || fs::metadata(path));
        let collected = about.and_then(|about| {
            if about.is_dir() {
                folder::walk(&Dir::open(path, faults)?, &mut Vec::new(), files);
                return Ok(());
            }
            let file = CheckedFile::open(path, faults)?;
            match Kind::of(&name) {
                kind @ (Kind::Zip | Kind::Tar | Kind::TarGz) => {
                    open_archive::collect(&name, kind, Bytes::File(file), files);
                }
                _ => {
                    let what = FileKind::File(file.len()?);
                    files.file("", &[name], what, |_, limit| folder::read(file, limit));
                }
            }
            Ok(())
        });
        if let Err(error) = collected {
            files.remark(format!("It could not be read: {error}."));
        }
    }

    fn collect_named(&self, dir: &Dir, name: &[u8], files: &mut CollectedFiles) {
        let found = dir.node(name).and_then(|node| match node {
            Node::Folder => {
                dir.folder(name).map(|inner| folder::walk(&inner, &mut Vec::new(), files))
            }
            node => {
                let called = self.name.file.clone().unwrap_or_default();
                folder::file(dir, name, node, &[called], files);
                Ok(())
            }
        });
        if let Err(error) = found {
            files.remark(format!("It could not be read: {error}."));
        }
    }
}
