//! Collects what is found in one submission, within limits, and decides what its answers are.

use super::answer_paths::{AnswerPaths, By, copy_mark};
use super::archive::Kind;
use super::archive_paths::{joined, shown};
use super::exercise_content::same_text;
use super::typed_text;
use super::{Answer, MAX_ANSWER, MAX_ENTRIES, MAX_UNPACKED};
use std::collections::BTreeMap;
use verdict::text::list;

/// How many remarks a submission gets; a thousand links are one trick.
const MAX_REMARKS: usize = 12;
/// How many files may be one exercise's answer before more of them are not read.
const MAX_FOUND: usize = 8;
/// How many files whose names say nothing are read.
const MAX_STRAYS: usize = 64;
/// How many names are mentioned.
const NAMED: usize = 3;

/// What a name in a submission stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A regular file, with the bytes that it says it has.
    File(u64),
    Link,
    /// A pipe, a device and the like.
    Other,
}

/// Where the files come from that are looked at next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Origin {
    /// which of the paths that the instructor named, counted from 0.
    pub argument: usize,
    /// Which name: entries of one name are one student's, and those of two names may not be.
    pub name: usize,
    /// The number that the platform gave to what was handed in: a later one has a larger number.
    pub number: Option<u64>,
}

/// What a submission has shown so far.
pub(super) struct CollectedFiles<'a> {
    answer_paths: &'a AnswerPaths,
    origin: Origin,
    found: BTreeMap<String, Vec<Found>>,
    /// Files whose names name no exercise, and whether each may be an answer for being the only one.
    strays: Vec<(Found, bool)>,
    /// Archives that are not opened.
    foreign: Vec<String>,
    /// The first names of all that was looked at.
    seen: Vec<String>,
    inner: Vec<(String, Kind, Vec<u8>)>,
    remarks: Vec<String>,
    /// Whether there may be answers in it that were not found.
    incomplete: bool,
    pub(super) entries_left: usize,
    unpacked_left: u64,
}

/// What a submission comes to.
pub(super) struct Collected {
    pub answers: BTreeMap<String, Answer>,
    pub remarks: Vec<String>,
    /// Whether an exercise without an answer was really not handed in.
    pub complete: bool,
}

#[derive(Clone)]
struct Found {
    name: String,
    by: By,
    origin: Origin,
    /// Its name without copy marks, and those: `lib.rs` and 2 of `lib-2.rs`.
    series: String,
    copy: u64,
    /// The stem of its name, by which another file may declare it as a module.
    stem: String,
    /// The exercise whose folder it is in.
    around: Option<String>,
    text: Result<String, String>,
}

impl<'a> CollectedFiles<'a> {
    pub fn new(answer_paths: &'a AnswerPaths) -> CollectedFiles<'a> {
        CollectedFiles {
            answer_paths,
            origin: Origin::default(),
            found: BTreeMap::new(),
            strays: Vec::new(),
            foreign: Vec::new(),
            seen: Vec::new(),
            inner: Vec::new(),
            remarks: Vec::new(),
            incomplete: false,
            entries_left: MAX_ENTRIES,
            unpacked_left: MAX_UNPACKED,
        }
    }

    pub fn answer_paths(&self) -> &AnswerPaths {
        self.answer_paths
    }

    /// Says where the next files come from.
    pub fn come_from(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// Says why something in it was not looked at, once: an answer may be in that.
    pub fn remark(&mut self, remark: impl Into<String>) {
        self.incomplete = true;
        self.note(remark);
    }

    /// Says something of the submission as a whole, once.
    fn note(&mut self, remark: impl Into<String>) {
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
        what: FileKind,
        read: impl FnOnce(&mut Self, u64) -> Result<Vec<u8>, String>,
    ) {
        let name = format!("{inside}{}", joined(path));
        let Some(file) = path.last() else { return };
        if self.seen.len() <= NAMED {
            self.seen.push(name.clone());
        }
        let answer = self.answer_paths.exercise_of(path);
        let typed = typed_text::is_typed(file);
        let stray = typed || self.answer_paths.may_answer(path);
        match &answer {
            Some(answer) if self.found.get(&answer.slug).is_some_and(|f| f.len() >= MAX_FOUND) => {
                return;
            }
            None if what == FileKind::Link => {
                self.remark(format!("`{name}` is a link, and links are not followed."));
                return;
            }
            None if !stray => return,
            None if self.strays.len() >= MAX_STRAYS => {
                self.remark(format!(
                    "It has more than {MAX_STRAYS} files whose names name no exercise; the rest was not \
                     looked at."
                ));
                return;
            }
            _ => {}
        }
        let text = match what {
            FileKind::File(size) if size > MAX_ANSWER => Err(too_large()),
            FileKind::File(_) => read(self, MAX_ANSWER).and_then(text),
            FileKind::Link => Err("is a link: hand in the file itself".to_owned()),
            FileKind::Other => Err("is not a regular file: hand in a plain text file".to_owned()),
        };
        let text = if typed { text.map(|html| typed_text::source(&html)) } else { text };
        let lower = file.to_lowercase();
        let whole_stem = lower.strip_suffix(".txt").unwrap_or(&lower);
        let whole_stem = whole_stem.strip_suffix(".rs").unwrap_or(whole_stem);
        let (stem, copy) = copy_mark(whole_stem).unwrap_or((whole_stem, 0));
        // Of an archive the mark is in the archive's own name.
        let (outer, outer_copy) = unmarked(inside);
        let (by, slug) = match &answer {
            Some(answer) => (answer.by, answer.slug.as_str()),
            None => (By::Content, stem),
        };
        let series = match by {
            By::Name => slug,
            _ => stem,
        };
        let folders = path[..path.len() - 1].join("/");
        let found = Found {
            name,
            by,
            origin: self.origin,
            series: format!("{outer}\n{folders}\n{series}"),
            copy: outer_copy.max(copy),
            stem: whole_stem.to_owned(),
            around: self.answer_paths.around(path).map(str::to_owned),
            text,
        };
        let loose = typed || self.answer_paths.is_loose(path);
        match answer {
            Some(answer) => self.found.entry(answer.slug).or_default().push(found),
            None => self.strays.push((found, loose)),
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
    pub fn finish(mut self) -> Collected {
        self.place_by_content();
        if self.found.is_empty() {
            self.guess();
        }
        self.name_the_unknown();
        let mut answers = BTreeMap::new();
        for (slug, found) in std::mem::take(&mut self.found) {
            let (answer, note) = choose(self.answer_paths, &slug, found);
            answers.insert(slug, answer);
            note.into_iter().for_each(|note| self.note(note));
        }
        if answers.is_empty() {
            self.explain_nothing();
        } else if let [name, ..] = &self.foreign[..] {
            let name = name.clone();
            self.remark(format!("`{name}` is not opened: hand in a .zip or a .tar.gz."));
        }
        Collected { answers, remarks: self.remarks, complete: !self.incomplete }
    }

    /// Finds the exercise of each file whose name does not tell, and of those whose name says another than
    /// their text.
    fn place_by_content(&mut self) {
        let answer_paths = self.answer_paths;
        let of = |found: &Found| match &found.text {
            Ok(text) => answer_paths.contents().exercise(text),
            Err(_) => None,
        };
        let graded = |slug: &str| answer_paths.slugs().any(|other| other == slug);
        let mut moved = Vec::new();
        for (slug, found) in &mut self.found {
            let (stay, go) = std::mem::take(found).into_iter().partition(|found: &Found| {
                found.by == By::Path || of(found).is_none_or(|other| other == slug)
            });
            *found = stay;
            moved.extend(go.into_iter().map(|found: Found| (slug.clone(), found)));
        }
        self.found.retain(|_, found| !found.is_empty());
        for (named, found) in moved {
            let Some(slug) = of(&found).map(str::to_owned) else { continue };
            if found.by == By::Name {
                self.remark(format!(
                    "`{}` is named for {named}, but what is in it answers {slug}.",
                    found.name
                ));
            }
            if graded(&slug) {
                self.found.entry(slug).or_default().push(Found { by: By::Content, ..found });
            } else {
                self.say_of_another(&found.name, &slug);
            }
        }
        for (found, loose) in std::mem::take(&mut self.strays) {
            match of(&found).map(str::to_owned) {
                Some(slug) if graded(&slug) => {
                    let others = self.found.entry(slug).or_default();
                    if others.len() < MAX_FOUND {
                        others.push(found);
                    }
                }
                Some(slug) if loose => self.say_of_another(&found.name, &slug),
                Some(_) => {}
                None => self.strays.push((found, loose)),
            }
        }
    }

    fn say_of_another(&mut self, name: &str, slug: &str) {
        self.note(format!("`{name}` answers {slug}, which is not graded here."));
    }

    /// The only Rust file is the answer to the only exercise, however it is called.
    fn guess(&mut self) {
        let mut loose = self.strays.iter().filter(|(found, loose)| {
            *loose && (Kind::of(&found.name) == Kind::Rust || found.name.ends_with(".rs.txt"))
        });
        if let (Some(only), Some((found, _)), None) =
            (self.answer_paths.only(), loose.next(), loose.next())
        {
            let found = Found { by: By::Chance, ..found.clone() };
            self.strays.retain(|(stray, _)| stray.name != found.name);
            self.found.insert(only.to_owned(), vec![found]);
        }
    }

    /// Names the files that may be answers, but nobody knows to what. Modules of an answer are none.
    fn name_the_unknown(&mut self) {
        let is_module = |stray: &Found| {
            let declared = format!("mod {};", stray.stem);
            let beside = stray.around.as_ref().is_some_and(|slug| self.found.contains_key(slug));
            let mut texts =
                self.found.values().flatten().filter_map(|found| found.text.as_ref().ok());
            beside || texts.any(|text| text.contains(&declared))
        };
        let unknown = |(stray, loose): &&(Found, bool)| {
            let is_rust = stray.name.ends_with(".rs") || stray.name.ends_with(".rs.txt");
            let speaks = is_rust || typed_text::is_typed(&stray.name);
            let is_empty = stray.text.as_ref().is_ok_and(|text| text.trim().is_empty());
            let here = *loose || stray.around.is_some() || self.found.is_empty();
            speaks && !is_empty && here && !is_module(stray)
        };
        let unknown = self.strays.iter().filter(unknown);
        let names: Vec<String> = unknown.map(|(stray, _)| format!("`{}`", stray.name)).collect();
        if names.is_empty() {
            return;
        }
        let (says, its, it, file) = match names.len() {
            1 => ("does not say", "its name", "it answers", "the file"),
            _ => ("do not say", "their names", "they answer", "each file"),
        };
        self.remark(format!(
            "{} {says} by {its} or by what is in {} which exercise {it}: call {file} as its exercise is \
             called, such as {}.",
            list(&names, NAMED),
            if names.len() == 1 { "it" } else { "them" },
            self.answer_paths.example()
        ));
    }

    fn explain_nothing(&mut self) {
        if let [name, ..] = &self.foreign[..] {
            let name = name.clone();
            self.remark(format!("`{name}` is not opened: hand in a .zip or a .tar.gz."));
        }
        let names: Vec<String> = self.seen.iter().map(|name| format!("`{name}`")).collect();
        let seen = match &names[..] {
            [] => String::new(),
            names => format!(" It has {}.", list(names, NAMED)),
        };
        self.remark(format!(
            "No answer was found in it: an answer is a file such as {}, or {}.{seen}",
            self.answer_paths
                .slugs()
                .next()
                .map(|s| self.answer_paths.canonical(s))
                .unwrap_or_default(),
            self.answer_paths.example()
        ));
    }
}

/// What a name that an archive gives to its files is without its copy mark, and the number in that.
fn unmarked(inside: &str) -> (String, u64) {
    let name = inside.strip_suffix(": ").unwrap_or(inside);
    let stem = Kind::stem(name);
    match copy_mark(stem) {
        Some((stem, number)) => (stem.to_owned(), number),
        None => (stem.to_owned(), 0),
    }
}

/// The one text among what was found for an exercise, and what there is to say of the choice.
///
/// What was handed in last counts, if the order of the places or the platform's numbers tell what that is.
/// Where the course has its file goes before anywhere else, and a name before a guess by content. A
/// skeleton that nobody touched goes after everything.
fn choose(answer_paths: &AnswerPaths, slug: &str, found: Vec<Found>) -> (Answer, Option<String>) {
    let skeleton = |found: &Found| {
        found.text.as_ref().is_ok_and(|text| answer_paths.contents().is_skeleton(slug, text))
    };
    let all = found.clone();
    let mut left = found;
    keep(&mut left, |found| !skeleton(found));
    let last = left.iter().map(|found| found.origin.argument).max();
    left.retain(|found| Some(found.origin.argument) == last);
    keep(&mut left, |found| found.by == By::Path);
    if let Some(newest) = newest(&left) {
        left = vec![newest];
    }
    keep(&mut left, |found| found.by == By::Name);
    if let Some(newest) = newest(&left) {
        left = vec![newest];
    }
    let Some(first) = left.first() else {
        return (Answer::Refused("There is nothing in it.".to_owned()), None);
    };
    if left.iter().any(|other| !same(&other.text, &first.text)) {
        return (Answer::Refused(undecided(answer_paths, slug, &left)), None);
    }
    let others = all.iter().filter(|other| !same(&other.text, &first.text) && !skeleton(other));
    let mut names: Vec<String> = others
        .map(|other| match other.origin.argument == first.origin.argument {
            true => format!("`{}`", other.name),
            false => format!("`{}` in a place that was named before", other.name),
        })
        .collect();
    names.dedup();
    let note = (!names.is_empty()).then(|| {
        format!(
            "Of several answers to {slug} the one in `{}` counts, and not {}.",
            first.name,
            list(&names, NAMED)
        )
    });
    let answer = match &first.text {
        Ok(text) => Answer::Source(text.clone()),
        Err(why) => Answer::Refused(format!("`{}` {why}.", first.name)),
    };
    (answer, note)
}

/// Keeps those that fit, if any do.
fn keep(left: &mut Vec<Found>, fits: impl Fn(&Found) -> bool) {
    if left.iter().any(&fits) {
        left.retain(fits);
    }
}

/// The one that was handed in last, if numbers tell: the platform's, or those that it puts into the names
/// of copies. Those of several names may be several persons', and nobody's number counts for another.
fn newest(left: &[Found]) -> Option<Found> {
    let first = left.first()?;
    let by = |of: &dyn Fn(&Found) -> u64| {
        let most = left.iter().map(of).max()?;
        let mut with = left.iter().filter(|found| of(found) == most);
        let newest = with.next()?;
        with.all(|other| same(&other.text, &newest.text)).then(|| newest.clone())
    };
    let one_person = left.iter().all(|found| found.origin.name == first.origin.name);
    let numbered = left.iter().all(|found| found.origin.number.is_some());
    let series = left.iter().all(|found| found.series == first.series);
    match (one_person, numbered, series) {
        (true, true, _) => by(&|found| found.origin.number.unwrap_or(0)),
        (true, false, true) => by(&|found| found.copy),
        _ => None,
    }
}

/// Whether it makes no difference which of two texts counts.
fn same(a: &Result<String, String>, b: &Result<String, String>) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => same_text(a, b),
        _ => a == b,
    }
}

fn undecided(answer_paths: &AnswerPaths, slug: &str, left: &[Found]) -> String {
    let mut names: Vec<String> = left.iter().map(|found| format!("`{}`", found.name)).collect();
    names.dedup();
    match &names[..] {
        [twice] => format!(
            "{twice} is in it more than once, and they differ. Keep the right one and hand in again."
        ),
        _ => format!(
            "{} could all be the answer, and they differ. Keep the right one as {} and hand in again.",
            list(&names, 4),
            answer_paths.canonical(slug)
        ),
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
