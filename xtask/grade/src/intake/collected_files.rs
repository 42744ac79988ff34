//! Collects what is found in one submission, within limits, and decides what its answers are.

use super::answer_paths::Layout;
use super::archive::Kind;
use super::archive_paths::{joined, shown};
use super::{Answer, MAX_ANSWER, MAX_ENTRIES, MAX_UNPACKED};
use std::collections::BTreeMap;
use verdict::text::list;

/// How many remarks a submission gets; a thousand links are one trick.
const MAX_REMARKS: usize = 12;
/// How many files may be one exercise's answer before more of them are not read.
const MAX_FOUND: usize = 8;

/// What a name in a submission stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A regular file, with the bytes that it says it has.
    File(u64),
    Link,
    /// A pipe, a device and the like.
    Other,
}

/// What a submission has shown so far.
pub(super) struct CollectedFiles<'a> {
    layout: &'a Layout,
    found: BTreeMap<String, Vec<Found>>,
    /// Rust files whose names name no exercise.
    strays: Vec<Found>,
    /// Archives that are not opened.
    foreign: Vec<String>,
    inner: Vec<(String, Kind, Vec<u8>)>,
    remarks: Vec<String>,
    pub(super) entries_left: usize,
    unpacked_left: u64,
}

struct Found {
    name: String,
    canonical: bool,
    text: Result<String, String>,
}

impl<'a> CollectedFiles<'a> {
    pub fn new(layout: &'a Layout) -> CollectedFiles<'a> {
        CollectedFiles {
            layout,
            found: BTreeMap::new(),
            strays: Vec::new(),
            foreign: Vec::new(),
            inner: Vec::new(),
            remarks: Vec::new(),
            entries_left: MAX_ENTRIES,
            unpacked_left: MAX_UNPACKED,
        }
    }

    pub fn layout(&self) -> &Layout {
        self.layout
    }

    /// Says something of the submission as a whole, once.
    pub fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        if !self.remarks.contains(&remark) && self.remarks.len() < MAX_REMARKS {
            self.remarks.push(remark);
        }
    }

    /// How many names may still be looked at.
    pub fn entries_left(&self) -> usize {
        self.entries_left
    }

    /// Counts `n` names; whether they may be looked at.
    pub fn count(&mut self, n: usize) -> bool {
        if n <= self.entries_left {
            self.entries_left -= n;
            return true;
        }
        self.entries_left = 0;
        self.remark(format!(
            "It has more than {MAX_ENTRIES} files and folders; what came after was not looked at. \
             Remove what cargo built (target) and everything else that is not an answer."
        ));
        false
    }

    /// How many bytes may still be unpacked.
    pub fn unpacked_left(&self) -> u64 {
        self.unpacked_left
    }

    /// Counts bytes that were unpacked.
    pub fn unpacked(&mut self, bytes: u64) {
        self.unpacked_left = self.unpacked_left.saturating_sub(bytes);
        if self.unpacked_left == 0 {
            self.remark(format!(
                "It unpacks to more than {} MiB; what came after was not looked at. \
                 Remove what cargo built (target) and everything else that is not an answer.",
                MAX_UNPACKED >> 20
            ));
        }
    }

    /// Looks at the file at `path`, in the archive `inside` when that is not empty. `read` gives its
    /// bytes up to a limit and one more, or says why not, in words that follow the file's name.
    pub fn file(
        &mut self,
        inside: &str,
        path: &[String],
        what: What,
        read: impl FnOnce(&mut Self, u64) -> Result<Vec<u8>, String>,
    ) {
        let name = format!("{inside}{}", joined(path));
        let place = self.layout.place(path);
        let stray = path.last().is_some_and(|file| Kind::of(file) == Kind::Rust)
            && self.layout.is_loose(path);
        match &place {
            Some(place) if self.found.get(&place.slug).is_some_and(|f| f.len() >= MAX_FOUND) => {
                return;
            }
            None if what == What::Link => {
                self.remark(format!("`{name}` is a link, and links are not followed."));
                return;
            }
            // One is told of, two are too many to guess from.
            None if !stray || self.strays.len() >= 2 => return,
            _ => {}
        }
        let text = match what {
            What::File(size) if size > MAX_ANSWER => Err(too_large()),
            What::File(_) => read(self, MAX_ANSWER).and_then(text),
            What::Link => Err("is a link: hand in the file itself".to_owned()),
            What::Other => Err("is not a regular file: hand in a plain text file".to_owned()),
        };
        let canonical = place.as_ref().is_some_and(|place| place.canonical);
        let found = Found { name, canonical, text };
        match place {
            Some(place) => self.found.entry(place.slug).or_default().push(found),
            None => self.strays.push(found),
        }
    }

    /// Keeps an archive that was found in another, to be opened after it.
    pub fn finds_archive(&mut self, name: String, kind: Kind, bytes: Vec<u8>) {
        self.inner.push((name, kind, bytes));
    }

    /// The archives that were found in others, and not opened yet.
    pub fn take_inner(&mut self) -> Vec<(String, Kind, Vec<u8>)> {
        std::mem::take(&mut self.inner)
    }

    /// Notes an archive that is not opened.
    pub fn closed(&mut self, name: &str) {
        self.foreign.push(shown(name));
    }

    /// What was handed in, by exercise, and what there is to say of it as a whole.
    pub fn finish(mut self) -> (BTreeMap<String, Answer>, Vec<String>) {
        if self.found.is_empty() {
            self.guess();
        }
        let answer = |(slug, found): (&String, &Vec<Found>)| {
            (slug.clone(), answer(self.layout, slug, found))
        };
        let answers: BTreeMap<String, Answer> = self.found.iter().map(answer).collect();
        if answers.is_empty() {
            self.explain_nothing();
        }
        (answers, self.remarks)
    }

    /// The only Rust file is the answer to the only exercise, however it is called.
    fn guess(&mut self) {
        if let (Some(only), [_]) = (self.layout.only(), &self.strays[..]) {
            self.found.insert(only.to_owned(), std::mem::take(&mut self.strays));
        }
    }

    fn explain_nothing(&mut self) {
        let example = self.layout.example();
        if let [stray, ..] = &self.strays[..] {
            self.remark(format!(
                "`{}` does not say by its name which exercise it answers: call it as the exercise is \
                 called, such as {example}.",
                stray.name
            ));
        } else if let [name, ..] = &self.foreign[..] {
            self.remark(format!("`{name}` is not opened: hand in a .zip or a .tar.gz."));
        }
        self.remark(format!(
            "No answer was found in it: an answer is a file such as {}, or {example}.",
            self.layout.slugs().next().map(|s| self.layout.canonical(s)).unwrap_or_default()
        ));
    }
}

/// The one text among what was found for an exercise. Where the course has its file goes before
/// anywhere else.
fn answer(layout: &Layout, slug: &str, found: &[Found]) -> Answer {
    let canonical: Vec<&Found> = found.iter().filter(|found| found.canonical).collect();
    let all: Vec<&Found> = if canonical.is_empty() { found.iter().collect() } else { canonical };
    let first = all[0];
    if all.iter().any(|other| other.text != first.text) {
        let mut names: Vec<String> = all.iter().map(|found| format!("`{}`", found.name)).collect();
        names.dedup();
        return Answer::Refused(match &names[..] {
            [twice] => format!(
                "{twice} is in it more than once, and they differ. Keep the right one and hand in again."
            ),
            _ => format!(
                "{} could all be the answer, and they differ. Keep the right one as {} and hand in \
                 again.",
                list(&names, 4),
                layout.canonical(slug)
            ),
        });
    }
    match &first.text {
        Ok(text) => Answer::Source(text.clone()),
        Err(why) => Answer::Refused(format!("`{}` {why}.", first.name)),
    }
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.len() as u64 > MAX_ANSWER {
        return Err(too_large());
    }
    if bytes.contains(&0) {
        return Err("has NUL bytes: save it as plain text in UTF-8".to_owned());
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| "is not UTF-8: save it as UTF-8 in your editor".to_owned())?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn too_large() -> String {
    format!("is larger than {} KiB: an answer is much shorter", MAX_ANSWER >> 10)
}
