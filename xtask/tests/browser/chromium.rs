//! A browser without a window, for tests that look at pages as people do.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Where a browser is looked for.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// No page takes this long; a browser that cannot start may take for ever.
const TIME_LIMIT: Duration = Duration::from_secs(120);

/// What a browser left of showing a page.
pub struct Shown {
    /// The page as it was then, or nothing, as its arguments will have it.
    pub printed: String,
    /// What it said on standard error, where it was told to: the page's console among it.
    #[allow(dead_code, reason = "not every test asks")]
    pub said: String,
}

/// The first browser that can be started. Without one a test is skipped and says so, with what was
/// not done for it; in CI that is a failure.
pub fn find(not_done: &str) -> Option<&'static str> {
    let found = BROWSERS.into_iter().find(|name| {
        let mut command = Command::new(name);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    });
    if found.is_none() {
        let names = BROWSERS.join(", ");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "no browser found ({names})");
        // Past the test harness, which would keep it to itself.
        let _ = writeln!(io::stderr(), "skipped: no browser found ({names}); {not_done}");
    }
    found
}

/// Has the browser show a page.
pub fn show(command: &mut Command, page: &Path) -> Shown {
    let [profile, printed, said] =
        ["browser-profile", "browser-printed.txt", "browser-said.txt"].map(scratch);
    let _ = fs::remove_dir_all(&profile);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .stdout(File::create(&printed).unwrap())
        .stderr(File::create(&said).unwrap());
    let mut browser = command.spawn().unwrap();
    let deadline = Instant::now() + TIME_LIMIT;
    let status = loop {
        if let Some(status) = browser.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > deadline {
            browser.kill().unwrap();
            panic!("{command:?} did not end");
        }
        thread::sleep(Duration::from_millis(20));
    };
    let _ = fs::remove_dir_all(&profile);
    assert!(status.success(), "{command:?}: {status}");
    let [printed, said] = [printed, said].map(|path| fs::read(path).unwrap());
    Shown {
        printed: String::from_utf8(printed).unwrap(),
        said: String::from_utf8_lossy(&said).into_owned(),
    }
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}
