//! Captures what a child process prints, within bounds, and finds the report in it.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use verdict::Report;
use verdict::report_protocol::Reader;

/// How much of the beginning and of the end of an output is kept, in bytes.
const MAX_EXCERPT: usize = 8 * 1024;

/// The longest line that can be evidence.
const MAX_LINE: usize = 8 * 1024;

/// The beginning and the end of an output, whatever its length.
#[derive(Default)]
pub struct Excerpt {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    left_out: usize,
}

impl Excerpt {
    fn push(&mut self, mut bytes: &[u8]) {
        let available = MAX_EXCERPT - self.head.len();
        let (first, rest) = bytes.split_at(available.min(bytes.len()));
        self.head.extend_from_slice(first);
        bytes = rest;
        if bytes.len() > MAX_EXCERPT {
            self.left_out += bytes.len() - MAX_EXCERPT;
            bytes = &bytes[bytes.len() - MAX_EXCERPT..];
        }
        let surplus = (self.tail.len() + bytes.len()).saturating_sub(MAX_EXCERPT);
        self.tail.drain(..surplus);
        self.left_out += surplus;
        self.tail.extend(bytes);
    }

    /// Reads to the end.
    pub fn read(excerpt: &Mutex<Excerpt>, from: impl Read) {
        for_each_chunk(from, |bytes| locked(excerpt).push(bytes));
    }

    /// As text; bytes that are no UTF-8 become `\u{fffd}`, what was left out is said.
    pub fn text(&self) -> String {
        let mut bytes = self.head.clone();
        if self.left_out > 0 {
            bytes.extend_from_slice(format!("\n… {} bytes left out …\n", self.left_out).as_bytes());
        }
        bytes.extend(&self.tail);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// A child's standard output: what it printed up to its evidence, and the evidence.
#[derive(Default)]
pub struct Output {
    pub printed: Excerpt,
    evidence: Reader,
    /// An empty line that is only printed if no evidence follows it: each line of evidence brings
    /// one along.
    empty_line: bool,
}

impl Output {
    /// Reads to the end, looking for lines under `nonce`.
    pub fn read(output: &Mutex<Output>, from: impl Read, nonce: &str) {
        Output::read_with(output, from, nonce, |evidence, line| evidence.take(nonce, line));
    }

    /// The same, where `take` says of each line under `nonce` whether it was one; what it takes is neither
    /// printed nor kept, but for the evidence.
    pub fn read_with(
        output: &Mutex<Output>,
        from: impl Read,
        nonce: &str,
        mut take: impl FnMut(&mut Reader, &[u8]) -> bool,
    ) {
        let mut line = Vec::new();
        let marker = format!("{nonce} ");
        for_each_chunk(from, |mut bytes| {
            let mut output = locked(output);
            while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
                output.take(&mut line, &bytes[..=end], &marker);
                output.end_line(&mut line, &marker, &mut take);
                bytes = &bytes[end + 1..];
            }
            output.take(&mut line, bytes, &marker);
        });
        locked(output).end_line(&mut line, &marker, &mut take);
    }

    /// Adds to the line under way, which is held back as long as it may be evidence.
    fn take(&mut self, line: &mut Vec<u8>, bytes: &[u8], marker: &str) {
        line.extend_from_slice(bytes);
        let compared = line.len().min(marker.len());
        let may_be_evidence = line[..compared] == marker.as_bytes()[..compared];
        if !may_be_evidence || line.len() > MAX_LINE {
            self.print(line);
        }
    }

    fn end_line(
        &mut self,
        line: &mut Vec<u8>,
        marker: &str,
        take: &mut impl FnMut(&mut Reader, &[u8]) -> bool,
    ) {
        // No more than its end is taken off: a part of a report may well end with a space.
        let whole = line.strip_suffix(b"\n").unwrap_or(line);
        if whole.starts_with(marker.as_bytes()) && take(&mut self.evidence, whole) {
            self.empty_line = false;
            line.clear();
        } else if line.as_slice() == b"\n" {
            self.print_empty_line();
            self.empty_line = true;
            line.clear();
        } else {
            self.print(line);
        }
    }

    /// The judge's report, if it came whole.
    pub fn report(&self) -> Option<Report> {
        self.evidence.report()
    }

    fn print(&mut self, line: &mut Vec<u8>) {
        if !line.is_empty() {
            self.print_empty_line();
        }
        self.printed.push(line);
        line.clear();
    }

    fn print_empty_line(&mut self) {
        if std::mem::take(&mut self.empty_line) {
            self.printed.push(b"\n");
        }
    }
}

/// How long to wait for the rest of an output once its process group is dead. Only a process that
/// left the group can make it last: it may hold the pipe open for ever.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(3);

/// A pipe being read by a thread of its own, into a place that can be looked at before its end.
pub struct OutputReader<T> {
    so_far: Arc<Mutex<T>>,
    ended: Receiver<()>,
}

impl<T: Default + Send + 'static> OutputReader<T> {
    pub fn start(read: impl FnOnce(&Mutex<T>) + Send + 'static) -> OutputReader<T> {
        let so_far = Arc::<Mutex<T>>::default();
        let (sender, ended) = channel();
        let shared = so_far.clone();
        thread::spawn(move || {
            read(&shared);
            // Nobody waits any more when the pipe stayed open for too long.
            let _ = sender.send(());
        });
        OutputReader { so_far, ended }
    }

    /// What was read by the end of the pipe, or by the end of our patience with it.
    pub fn result(self) -> T {
        let _ = self.ended.recv_timeout(DRAIN_TIMEOUT);
        std::mem::take(&mut *locked(&self.so_far))
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn for_each_chunk(mut from: impl Read, mut each: impl FnMut(&[u8])) {
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return,
            Ok(n) => each(&chunk[..n]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            // A pipe that cannot be read has ended.
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verdict::{End, Timeline, report_protocol};

    fn kept() -> Report {
        Report {
            end: End::Done,
            finding: None,
            timeline: Timeline::default(),
            panics: Vec::new(),
            panic_expected: false,
            cases: 0,
        }
    }

    fn read(from: impl Read) -> Output {
        let output = Mutex::default();
        Output::read(&output, from, "n0nce");
        output.into_inner().unwrap()
    }

    #[test]
    fn evidence_is_found_amid_anything() {
        let mut bytes = b"hello\n\xff\xfe no newline".to_vec();
        bytes.extend_from_slice(report_protocol::write("n0nce", &kept()).concat().as_bytes());
        bytes.extend_from_slice(b"ok\n");
        let output = read(bytes.as_slice());
        assert_eq!(output.report(), Some(kept()));
        assert_eq!(output.printed.text(), "hello\n\u{fffd}\u{fffd} no newline\nok\n");
    }

    #[test]
    fn a_report_arrives_as_it_was_wherever_it_is_cut() {
        let mut report = kept();
        let (happened, meaning) = (" ".repeat(20_000), "It had spaces.".to_owned());
        report.finding = Some(verdict::Finding { happened, meaning, misconception: None });
        let output = read(report_protocol::write("n0nce", &report).concat().as_bytes());
        assert_eq!(output.report(), Some(report));
    }

    #[test]
    fn evidence_under_another_nonce_is_just_text() {
        let bytes = report_protocol::write("other", &kept()).concat();
        let output = read(bytes.as_bytes());
        assert_eq!(output.report(), None);
        assert_eq!(output.printed.text(), bytes);
    }

    #[test]
    fn a_flood_is_kept_within_bounds_beginning_and_end() {
        let flood = std::io::repeat(b'x').take(100_000_000);
        let output = read(b"first\n".chain(flood).chain(b"\nlast\n".as_slice()));
        let text = output.printed.text();
        assert!(text.starts_with("first\nxxx") && text.ends_with("xxx\nlast\n"));
        assert!(text.len() < 3 * MAX_EXCERPT);
        assert!(text.contains("bytes left out"));
    }
}
