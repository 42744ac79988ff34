//! The files that a class's pages are.

#[path = "pages/class.rs"]
mod class;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use xtask_grade::pages::{AlikeStudents, Pages};
use xtask_grade::results::Graded;

/// One of each kind that means harm, and those between them.
const STUDENTS: usize = 100;

#[test]
fn the_order_in_which_students_come_changes_no_byte() {
    let one = written("pages-forwards", 0..20);
    let other = written("pages-backwards", (0..20).rev());
    let names = |folder: &Path| -> BTreeSet<_> {
        let files = fs::read_dir(folder.join("students")).unwrap();
        files.map(|file| Path::new("students").join(file.unwrap().file_name())).collect()
    };
    let mut files = names(&one);
    assert_eq!((files.len(), names(&other)), (2 * 20, files.clone()));
    files.insert(PathBuf::from("class.html"));
    for file in files {
        let [one, other] = [&one, &other].map(|folder| fs::read(folder.join(&file)).unwrap());
        assert!(one == other, "{} differs", file.display());
    }
}

#[test]
fn every_link_of_the_overview_leads_somewhere() {
    let folder = whole_class();
    let overview = fs::read_to_string(folder.join("class.html")).unwrap();
    let mut cells = 0;
    for address in values(&overview, "href") {
        let (file, id) = address.split_once('#').map_or((address, None), |(f, id)| (f, Some(id)));
        let page = match file {
            "" => overview.clone(),
            file => fs::read_to_string(folder.join(file)).expect(address),
        };
        if let Some(id) = id {
            assert!(values(&page, "id").any(|known| known == id), "{address}");
            cells += usize::from(!file.is_empty());
        }
    }
    assert!(cells >= STUDENTS * class::syllabus().exercises.len(), "{cells} lead to an exercise");
}

#[test]
fn whatever_a_student_says_is_code_in_markdown() {
    let folder = whole_class();
    let mut said = 0;
    for number in 0..STUDENTS {
        let text = fs::read_to_string(folder.join(format!("students/s{number:03}.md"))).unwrap();
        let mut in_code = false;
        for event in Parser::new_ext(&text, Options::all()) {
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Code(_) => said += 1,
                Event::Text(text) => {
                    assert!(in_code || !text.contains("evil"), "s{number:03}: {text}");
                    said += usize::from(text.contains("evil"));
                }
                Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item)
                | Event::End(_)
                | Event::SoftBreak => {}
                other => panic!("s{number:03}: {other:?}"),
            }
        }
    }
    assert!(said > STUDENTS, "{said} times something was said");
}

#[test]
fn a_report_tells_of_every_promise_once() {
    let folder = whole_class();
    for number in 0..STUDENTS {
        let [page, text] = ["html", "md"].map(|kind| {
            fs::read_to_string(folder.join(format!("students/s{number:03}.{kind}"))).unwrap()
        });
        let graded = class::student(number, 1);
        let promises = graded.exercises.values().flat_map(|result| &result.promises);
        let (kept, broken): (Vec<_>, Vec<_>) = promises.partition(|promise| promise.kept());
        let count = |text: &str, mark: &str| text.matches(mark).count();
        let in_page = (count(&page, "<h3>"), count(&page, "</small></li>"));
        let in_text = (count(&text, "\n### ✗ "), count(&text, "\n- ✓ "));
        assert_eq!(in_page, (broken.len(), kept.len()), "s{number:03}.html");
        assert_eq!(in_text, (broken.len(), kept.len()), "s{number:03}.md");
        assert_eq!(count(&page, "<section "), graded.exercises.len());
    }
}

#[test]
fn a_class_without_students_has_an_overview_too() {
    let folder = written("pages-nobody", 0..0);
    let overview = fs::read_to_string(folder.join("class.html")).unwrap();
    assert!(overview.contains("<dt>students</dt><dd>0</dd>"), "{overview}");
    assert_eq!(overview.matches("<dd>–</dd>").count(), 2, "the mean and median of nobody's points");
}

#[test]
fn the_numbers_are_those_of_the_class() {
    let folder = whole_class();
    let overview = fs::read_to_string(folder.join("class.html")).unwrap();
    let syllabus = class::syllabus();
    let class: Vec<_> = (0..STUDENTS).map(|number| class::student(number, 1)).collect();
    let with_grades = class.iter().filter(|graded| graded.no_grade().is_none());
    let mut earned: Vec<u64> =
        with_grades.map(|graded| syllabus.earned(graded).hundredths()).collect();
    let sum: u64 = earned.iter().sum();
    let mean = format!("<dd>{}</dd>", (sum as f64 / earned.len() as f64).round() / 100.0);
    assert!(overview.contains(&mean), "{mean}");
    earned.sort();
    let (lower, upper) = (earned[(earned.len() - 1) / 2], earned[earned.len() / 2]);
    let median = (lower + upper).div_ceil(2) as f64 / 100.0;
    let median = format!("<dt>median</dt><dd>{median}</dd>");
    assert!(overview.contains(&median), "{median}");
    let stuck = class.iter().filter(|graded| {
        let mut promises = graded.exercises.values().flat_map(|result| &result.promises);
        promises.any(|promise| {
            let finding = promise.report.finding.as_ref();
            finding.is_some_and(|finding| finding.misconception.as_deref() == Some("hung"))
        })
    });
    let hung = format!("<b><bdi>hung</bdi></b> <span>{} students</span>", stuck.count());
    assert!(overview.contains(&hung), "{hung}");
}

#[test]
fn what_is_to_be_read_comes_first_and_only_on_the_overview() {
    let folder = whole_class();
    let overview = fs::read_to_string(folder.join("class.html")).unwrap();
    let class: Vec<_> = (0..STUDENTS).map(|number| class::student(number, 1)).collect();
    let marked = |graded: &&Graded| graded.exercises.values().any(|it| !it.flags.is_empty());
    let students = class.iter().filter(marked).count();
    assert!(students > 0 && overview.contains(&format!("<dt>to be read</dt><dd>{students}</dd>")));
    let section = overview.find("id=\"to-be-read\"").expect("a section");
    assert!(section < overview.find("id=\"remarks\"").unwrap());
    let lines: usize =
        class.iter().flat_map(|it| it.exercises.values()).map(|it| it.flags.len()).sum();
    assert_eq!(overview[section..].matches("Line 3: <code>").count(), lines);
    for number in 0..STUDENTS {
        for kind in ["html", "md"] {
            let file = folder.join(format!("students/s{number:03}.{kind}"));
            let page = fs::read_to_string(&file).unwrap();
            assert!(!page.contains("Line 3:") && !page.contains("env: "), "{}", file.display());
        }
    }
    let nobody = fs::read_to_string(written("pages-unmarked", 0..0).join("class.html")).unwrap();
    assert!(!nobody.contains("to-be-read"));
}

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let begin = format!(" {attribute}=\"");
    let parts: Vec<&str> = page.split(&begin).skip(1).collect();
    parts.into_iter().map(|part| part.split('"').next().unwrap())
}

/// The pages of a hundred students, written once.
fn whole_class() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| written("pages", 0..STUDENTS));
    &FOLDER
}

/// What everybody handed in for the first exercise.
fn sources() -> BTreeMap<String, String> {
    let source = "fn a() {}\n\n// <script>alert(1)</script>\u{202e}\n";
    BTreeMap::from([(class::syllabus().exercises[0].slug.clone(), source.to_owned())])
}

#[test]
fn what_was_handed_in_stands_beside_the_report_and_alike_answers_on_the_overview() {
    let folder = whole_class();
    let page = fs::read_to_string(folder.join("sources/s000.html")).unwrap();
    assert!(page.contains("   1  fn a() {}\n"), "{page}");
    assert!(page.contains("// &lt;script&gt;alert(1)&lt;/script&gt;\u{fffd}"), "{page}");
    assert!(page.contains("href=\"../students/s000.html\""), "{page}");
    let overview = fs::read_to_string(folder.join("class.html")).unwrap();
    assert!(overview.contains("97% the same: "), "{overview}");
    assert!(overview.contains("and the course's solution"), "{overview}");
    let report = fs::read_to_string(folder.join("students/s000.html")).unwrap();
    assert!(!report.contains("sources/"), "a report is handed out, and its sources are not");
}

fn written(name: &str, numbers: impl Iterator<Item = usize>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let syllabus = class::syllabus();
    let mut pages = Pages::new(&folder);
    numbers.for_each(|n| pages.add(&syllabus, &class::student(n, 1), &sources()).unwrap());
    let students = ["s000", "s001"].map(str::to_owned).into();
    let alike = AlikeStudents { exercise: 0, students, solution: true, percent: 97 };
    pages.finish(&syllabus, &[alike]).unwrap();
    folder
}
