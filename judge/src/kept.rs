//! `Kept`, the proof that a promise was kept, and how its report leaves the process.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ExitCode, Termination};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use verdict::json::Json;
use verdict::report_protocol::{
    Part, Reader, Request, SEED, STDIN, VARIABLE, ask as asking, write, write_json,
};
use verdict::text::words;
use verdict::text_picture::Style;
use verdict::{Report, report_text};

/// The proof that a promise was kept: what a test returns.
///
/// Only [`Run::kept`](crate::Run::kept) makes one. When the test's body is over, the test harness
/// asks it for an exit code, and that is when the evidence is written: before, code of the learner's
/// could still be running.
#[must_use = "return it from the test: a promise is kept when its proof arrives"]
pub struct Kept {
    report: Report,
}

impl Kept {
    pub(crate) fn new(report: Report) -> Kept {
        Kept { report }
    }

    /// One proof for two runs, for a promise that is about several inputs. The first run's
    /// timeline stands for both.
    pub fn and(self, _also: Kept) -> Kept {
        self
    }
}

impl Termination for Kept {
    fn report(self) -> ExitCode {
        if let Some(nonce) = take_nonce() {
            send_report(write(nonce, &self.report));
            // The runner starts a process for every test: with the evidence this one is over, and
            // what the answer left behind cannot keep it from ending.
            std::process::exit(0)
        }
        ExitCode::SUCCESS
    }
}

/// Ends the test: its promise is broken.
pub(crate) fn broken(report: &Report) -> ! {
    match take_nonce() {
        Some(nonce) => {
            // The runner shows the report better than this process could.
            send_report(write(nonce, report));
            std::process::exit(1)
        }
        None => panic!("{}", message(report)),
    }
}

/// What a plain `cargo test` shows.
fn message(report: &Report) -> String {
    let style = Style { width: 80, unicode: true };
    // libtest names a test's thread after the test, unless it runs them on the main thread.
    let name = thread::current().name().filter(|name| *name != "main").map(words);
    let title = name.unwrap_or_else(|| "the promise is broken".to_owned());
    format!("\n✗ {title}\n{}", report_text::plain(report, style, 4))
}

/// The runner's nonce, when a runner asked for evidence.
pub(crate) fn take_nonce() -> Option<&'static str> {
    Some(&request()?.nonce)
}

/// What the inputs of promises about any input are drawn from.
pub(crate) fn seed() -> u64 {
    request().map_or(SEED, |request| request.seed)
}

/// What this process does for a promise about any input.
pub(crate) fn part() -> Part {
    request().map_or(Part::All, |request| request.part)
}

/// What a runner asks for. Taken once, before any learner code runs, with all that stands on standard
/// input: nothing is left there to be found. Only where there are two processes for a promise, each hears
/// of the other by it.
fn request() -> Option<&'static Request> {
    static REQUEST: OnceLock<Option<Request>> = OnceLock::new();
    REQUEST
        .get_or_init(|| {
            if std::env::var_os(VARIABLE)? != STDIN {
                return None;
            }
            let mut input = BufReader::new(own_input().ok()?);
            let request = Request::read(&mut input)?;
            if request.part == Part::All {
                input.read_to_end(&mut Vec::new()).ok()?;
            } else {
                *INPUT.lock().unwrap_or_else(PoisonError::into_inner) = Some(input);
            }
            Some(request)
        })
        .as_ref()
}

/// Standard input, where there is a second process.
static INPUT: Mutex<Option<BufReader<File>>> = Mutex::new(None);

/// The longest line that another process is read by, in bytes.
const LONGEST: u64 = 8 * 1024;

/// The next line of the other process, without its end; `None` when there is none.
fn next_line() -> Option<Vec<u8>> {
    let mut input = INPUT.lock().unwrap_or_else(PoisonError::into_inner);
    let mut line = Vec::new();
    input.as_mut()?.take(LONGEST).read_until(b'\n', &mut line).ok()?;
    line.pop().filter(|end| *end == b'\n').map(|_| line)
}

/// The run that is asked for next.
pub(crate) fn next_ask() -> Option<String> {
    String::from_utf8(next_line()?).ok()
}

/// Asks for a run.
pub(crate) fn ask(run: &str) {
    if let Some(nonce) = take_nonce() {
        send_report([asking(nonce, run)]);
    }
}

/// What is sent upon it; `None` when it does not come whole, or is no JSON.
pub(crate) fn next_record() -> Option<Json> {
    let (nonce, mut reader) = (take_nonce()?, Reader::default());
    while !reader.is_whole() {
        // Whatever is no part of what is whole in the end was not sent by a judge.
        reader.take(nonce, &next_line()?).then_some(())?;
    }
    reader.json()
}

/// Sends what was seen of a run.
pub(crate) fn send(record: &Json) {
    if let Some(nonce) = take_nonce() {
        send_report(write_json(nonce, record));
    }
}

/// Writes the evidence. Not through `stdout()`: an answer that prints without end, on a thread that
/// nobody can stop, would hardly ever let go of its lock.
fn send_report(lines: impl IntoIterator<Item = String>) {
    let Ok(mut out) = open_stdout() else { return };
    for line in lines {
        // A runner that has gone away reads nothing, and then there is nobody left to tell.
        let _ = out.write_all(line.as_bytes());
    }
}

#[cfg(unix)]
fn open_stdout() -> std::io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(std::io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(unix)]
fn own_input() -> std::io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(std::io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn open_stdout() -> std::io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(std::io::stdout().as_handle().try_clone_to_owned()?))
}

#[cfg(windows)]
fn own_input() -> std::io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(std::io::stdin().as_handle().try_clone_to_owned()?))
}
