//! The pages of a class of 300, as a browser shows them: in light and dark, narrow and wide, with
//! script and without.

#[path = "../../tests/browser/chromium.rs"]
mod chromium;
#[path = "pages/class.rs"]
mod class;

use chromium::Shown;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use xtask_grade::pages::Pages;

const STUDENTS: usize = 300;

/// What a page's console says begins so among what the browser says.
const CONSOLE: &str = ":CONSOLE";

#[test]
fn pages_are_whole_legible_and_deaf_to_what_students_slip_in() {
    let Some(browser) = chromium::find("the pages were not looked at") else { return };
    let connections = Connections::count();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    write_class(&folder, connections.port);
    let weight = fs::metadata(folder.join("class.html")).unwrap().len();
    assert!(weight < 1_000_000, "the overview takes {weight} bytes");

    // Two who mean well, the class, and everybody who means harm.
    let mut pages = ["students/s003", "students/s014", "class"].map(str::to_owned).to_vec();
    pages.extend((9..100).step_by(10).map(|number| format!("students/s{number:03}")));
    let dark = ["--blink-settings=preferredColorScheme=0"];
    for (scheme, flags, pages) in [("light", &[][..], &pages[..]), ("dark", &dark, &pages[..4])] {
        let frames: String = pages.iter().flat_map(|page| frames(page, scheme, "")).collect();
        let shown = show(browser, &folder, &frames, flags);
        let found = found(&shown);
        assert!(!found.contains("fault: "), "{scheme}:\n{found}");
        assert_eq!(found.lines().count(), 2 * pages.len(), "{found}");
        assert!(!shown.said.contains(CONSOLE), "{}", shown.said);
    }
    assert_eq!(connections.so_far(), 0, "a page calls somebody");

    // A frame that runs no script, and one that calls: both are heard of, as those above would be.
    let call = format!("<img src=\"http://127.0.0.1:{}/\">", connections.port);
    let frames = frames("class", "light", "data-script=\"off\" sandbox=\"allow-same-origin\"");
    let shown = show(browser, &folder, &(frames.concat() + &call), &[]);
    let found = found(&shown);
    assert!(!found.contains("fault: "), "{found}");
    assert!(shown.said.contains(CONSOLE), "{}", shown.said);
    assert_ne!(connections.so_far(), 0, "a call is not heard");
}

/// A page in a narrow frame and in a wide one.
fn frames(page: &str, scheme: &str, more: &str) -> [String; 2] {
    [400, 1280].map(|width| {
        format!(
            "<iframe data-name=\"{page}\" data-scheme=\"{scheme}\" src=\"{page}.html\" {more} \
             width=\"{width}\" height=\"700\" style=\"border: 0\"></iframe>\n"
        )
    })
}

/// Has the browser show these frames, and measure what is in them.
fn show(browser: &str, folder: &Path, frames: &str, flags: &[&str]) -> Shown {
    let script = include_str!("pages/measure.js");
    let page = folder.join("frames.html");
    let text = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Frames</title>\n\
         <body>{frames}<script>{script}</script></body></html>\n"
    );
    fs::write(&page, text).unwrap();
    let mut command = Command::new(browser);
    // Without the first, a page must not look into another of the same folder.
    command.args(["--allow-file-access-from-files", "--enable-logging=stderr", "--dump-dom"]);
    chromium::show(command.args(flags), &page)
}

fn found(shown: &Shown) -> &str {
    let (_, found) = shown.printed.split_once("<pre id=\"found\">").expect("pages were measured");
    found.split("</pre>").next().unwrap()
}

fn write_class(folder: &Path, port: u16) {
    let syllabus = class::syllabus();
    let mut pages = Pages::new(folder);
    for number in 0..STUDENTS {
        pages.add(&syllabus, &class::student(number, port), &BTreeMap::new()).unwrap();
    }
    pages.finish(&syllabus, &[]).unwrap();
}

/// Somebody whom no page has a reason to call.
struct Connections {
    port: u16,
    heard: Arc<AtomicUsize>,
}

impl Connections {
    fn count() -> Connections {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(AtomicUsize::new(0));
        let counted = heard.clone();
        thread::spawn(move || {
            for _ in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        });
        Connections { port, heard }
    }

    fn so_far(&self) -> usize {
        self.heard.load(Ordering::SeqCst)
    }
}
