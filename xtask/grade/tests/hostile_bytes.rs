//! Everything that the grader itself reads may be anybody's bytes: archives, what the compiler says of an
//! answer, reports. Whatever they are, it is read or it isn't, soon, and nothing else happens. The bytes are
//! drawn from a fixed seed: sound ones, spoilt in a few places.
#![cfg(unix)]

#[path = "hostile_bytes/spoilt.rs"]
mod spoilt;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use spoilt::Spoiler;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tar::Header;
use verdict::json::{parse, pretty};
use verdict::report_protocol::{Reader, from_json, to_json, write};
use verdict::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
use xtask::course::Course;
use xtask_grade::confined_steps::diagnostics;

use xtask_grade::grading::within_bounds;
use xtask_grade::intake::take;
use xtask_grade::object_code::objection;
use xtask_grade::pages::Pages;
use xtask_grade::results::{
    ExerciseEntry, ExerciseResult, Graded, Points, PromiseEntry, PromiseResult, Status, Student,
    Syllabus,
};
use xtask_grade::seed::Seed;

/// How long a few kilobytes may take, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

const FILES: [(&str, &str); 3] = [
    ("ada/01-gather/src/lib.rs", "pub async fn run_all() -> Vec<u32> { vec![1, 2, 3] }\n"),
    ("ada/01-gather/README.md", "gather gather gather gather gather gather gather gather\n"),
    ("bob/gather.rs", "// bob\n"),
];

#[test]
fn archives() {
    let base = folder("hostile-archives");
    let course = Course::around(&root()).unwrap();
    let graded: Vec<_> = course.exercises().iter().collect();
    let path = base.join("place");
    let mut spoiler = Spoiler::new(1);
    for kind in ["zip", "tar.gz", "tar"] {
        let sound = archive(kind);
        let mut accepted = 0;
        for round in 0..400 {
            let _ = fs::remove_dir_all(&path);
            let class = path.join("class");
            fs::create_dir_all(&class).unwrap();
            let bytes = if round == 0 { sound.clone() } else { spoiler.spoil(&sound) };
            fs::write(class.join(format!("ada.{kind}")), &bytes).unwrap();
            // As a student's archive in a class, and as the class itself.
            let began = Instant::now();
            let as_one = take(std::slice::from_ref(&class), None, &course, &graded);
            let _ = take(&[class.join(format!("ada.{kind}"))], None, &course, &graded);
            assert!(began.elapsed() < PATIENCE, "{kind}: {bytes:?}");
            let as_one = as_one.unwrap_or_else(|failure| panic!("{kind}: {failure}: {bytes:?}"));
            accepted += usize::from(as_one.iter().any(|one| !one.answers.is_empty()));
        }
        assert!((1..400).contains(&accepted), "{accepted} of {kind} were read");
    }
}

fn archive(kind: &str) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (name, text) in FILES {
        let mut header = Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, text.as_bytes()).unwrap();

        let path = EntryPath::verbatim(name.as_bytes());
        let file = zip.new_file(path).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let encoder = DeflateEncoder::new(&mut entry, Compression::default());
        let mut writer = config.wrap(encoder);
        writer.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    match kind {
        "zip" => zip.finish().unwrap(),
        "tar" => tar.into_inner().unwrap(),
        _ => {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
            gzip.write_all(&tar.into_inner().unwrap()).unwrap();
            gzip.finish().unwrap()
        }
    }
}

#[test]
fn what_the_compiler_says() {
    let sound = r#"{"level":"error","message":"mismatched types","code":{"code":"E0308","explanation":null},
        "children":[{"level":"help","message":"try","spans":[],"children":[],"rendered":null}],
        "spans":[{"file_name":"/src/lib.rs","is_primary":true,"line_start":3,"line_end":3,"column_start":4,
        "column_end":9,"text":[{"text":"x","highlight_start":1,"highlight_end":2}],"label":"here",
        "expansion":{"span":{"file_name":"/src/lib.rs","is_primary":false,"line_start":1,"line_end":1},
        "macro_decl_name":"m!"}}],"rendered":"error: mismatched types\n3 | f()"}"#
        .replace("\n        ", "");
    assert_eq!(diagnostics(&sound).len(), 1);
    let mut spoiler = Spoiler::new(2);
    for _ in 0..5_000 {
        let lines: Vec<u8> = [spoiler.spoil(sound.as_bytes()), sound.clone().into()].join(&b'\n');
        assert!(!diagnostics(&String::from_utf8_lossy(&lines)).is_empty());
    }
    // As deep as macros call each other, and as much as is ever read.
    for deep in ["{\"expansion\":", "[", "{\"children\":[", "{"] {
        let began = Instant::now();
        diagnostics(&deep.repeat((512 << 10) / deep.len()));
        assert!(began.elapsed() < PATIENCE, "{deep}");
    }
    let line = sound.len() + 1;
    let many = format!("{sound}\n").repeat((512 << 10) / line);
    assert_eq!(diagnostics(&many).len(), 20);
}

/// The compiler wrote it, but of a source that is anybody's.
#[test]
fn compiled_code() {
    let base = folder("hostile-objects");
    let (source, library) = (base.join("lib.rs"), base.join("libx.rlib"));
    fs::write(&source, "pub fn f(x: &[u8]) -> Option<u8> { x.first().copied() }").unwrap();
    let mut rustc = xtask::process::tool("rustc");
    rustc.args(["--crate-type", "lib", "-o"]).args([&library, &source]);
    assert!(rustc.status().unwrap().success());
    let sound = fs::read(&library).unwrap();
    assert_eq!(objection(&sound), None);
    let mut spoiler = Spoiler::new(4);
    let began = Instant::now();
    let refused = (0..3_000).filter(|_| objection(&spoiler.spoil(&sound)).is_some()).count();
    assert!((1..3_000).contains(&refused), "{refused}");
    assert!(began.elapsed() < PATIENCE);
}

#[test]
fn reports() {
    let base = folder("hostile-reports");
    let sound = to_json(&report()).stringify().unwrap();
    assert_eq!(from_json(&parse(sound.as_bytes()).unwrap()), Some(report()));
    let mut spoiler = Spoiler::new(3);
    let mut shown = 0;
    for _ in 0..3_000 {
        let bytes = spoiler.spoil(sound.as_bytes());
        let Some(report) = parse(&bytes).as_ref().and_then(from_json) else { continue };
        shown += 1;
        if shown % 4 != 0 {
            continue;
        }
        let began = Instant::now();
        show(&base, within_bounds(report));
        assert!(began.elapsed() < PATIENCE, "{}", String::from_utf8_lossy(&bytes));
    }
    assert!(shown > 100, "{shown} were reports");
}

#[test]
fn reports_of_any_size() {
    let base = folder("large-reports");
    let mut large = report();
    let long = "\"<\u{1f600}\\\u{202e}\u{7}".repeat(30);
    let at = |n: u64| Duration::from_millis(n * 7);
    let first = large.timeline.spans.remove(0);
    large.timeline.spans.clear();
    for n in 0..5_000 {
        let (start, end) = (at(n), at(n + 1));
        let (name, line) = (format!("{n}{long}"), format!("{n}{long}"));
        large.timeline.spans.push(Span { name, start, end, ..first.clone() });
        large.timeline.said.push(Said { at: start, line, own: n % 2 == 0 });
    }
    let mut reader = Reader::default();
    for line in write("nonce", &large).iter().flat_map(|line| line.split('\n')) {
        reader.take("nonce", line.as_bytes());
    }
    let [result, page] = show(&base, within_bounds(reader.report().expect("a report")));
    assert!(result < 256 << 10 && page < 256 << 10, "{result} and {page} bytes");
}

fn report() -> Report {
    let span = |name: &str, start, end, fate| Span {
        name: name.to_owned(),
        start: Duration::from_millis(start),
        end: Duration::from_millis(end),
        fate,
        panicked: false,
        own: false,
    };
    Report {
        end: End::Done,
        finding: Some(Finding {
            happened: "task 1 began at 2 s.".to_owned(),
            meaning: "Begin it sooner.".to_owned(),
            misconception: Some("late".to_owned()),
        }),
        timeline: Timeline {
            spans: vec![
                span("task 1", 0, 2_000, Fate::Completed),
                span("task 2", 0, 3_000, Fate::Cancelled),
                span("task 3", 1_000, 9_000, Fate::Running),
            ],
            said: vec![Said { at: Duration::from_secs(1), line: "tea?".to_owned(), own: false }],
            end: Duration::from_secs(9),
            dropped: 0,
        },
        panics: vec![Panic {
            message: "oh".to_owned(),
            location: Some("src/lib.rs:1:2".to_owned()),
        }],
        panic_expected: false,
        cases: 3,
    }
}

/// Writes everything that is made of a report; says how long the result and the student's page are.
fn show(base: &Path, report: Report) -> [usize; 2] {
    let promise = PromiseResult {
        name: "a_promise".to_owned(),
        judged: true,
        report,
        printed: String::new(),
    };
    let entry = ExerciseEntry {
        number: "01".to_owned(),
        slug: "gather".to_owned(),
        title: "Gather".to_owned(),
        points: Points::whole(1),
        promises: vec![PromiseEntry {
            name: "a_promise".to_owned(),
            points: Points::whole(1),
            extra: false,
        }],
    };
    let syllabus = Syllabus { exercises: vec![entry] };
    let result = ExerciseResult {
        key: String::new(),
        status: Status::Ran,
        remarks: Vec::new(),
        diagnostics: String::new(),
        flags: Vec::new(),
        promises: vec![promise],
        adjusted: None,
        on_time: None,
    };
    let graded = Graded {
        student: Student {
            id: "ada".to_owned(),
            name: "Ada".to_owned(),
            roster: BTreeMap::new(),
            stranger: false,
        },
        tier: String::new(),
        seed: Seed::FIXED,
        handed_in: Default::default(),
        remarks: Vec::new(),
        exercises: BTreeMap::from([("gather".to_owned(), result)]),
    };
    let mut pages = Pages::new(base);
    pages.add(&syllabus, &graded, &BTreeMap::new()).unwrap_or_else(|failure| panic!("{failure}"));
    pages.finish(&syllabus, &[]).unwrap_or_else(|failure| panic!("{failure}"));
    let page = fs::metadata(base.join("students/ada.html")).unwrap().len();
    [pretty(&graded.to_json(&syllabus)).len(), page as usize]
}
