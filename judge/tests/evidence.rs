//! Evidence of a pass: it arrives when a promise was kept, and nothing that learner code can do
//! makes it arrive otherwise.
//!
//! The subjects below are tests of this very program, run in a process of their own as a runner
//! runs promises. A plain `cargo test` skips them: they are ignored.

use std::io::Write;
use std::process::{Command, Stdio};
use verdict::report_protocol::{Reader, STDIN, VARIABLE};
use verdict::{End, Report};

const NONCE: &str = "0123456789abcdef";

#[test]
fn a_kept_promise_leaves_evidence() {
    let report = run("keeps", NONCE).expect("evidence");
    assert!(report.kept());
    assert_eq!(report.timeline.spans.len(), 1, "with the timeline of its run");
}

#[test]
fn a_broken_promise_leaves_its_finding() {
    let report = run("breaks", NONCE).expect("evidence");
    let finding = report.finding.expect("a finding");
    assert_eq!(finding.misconception.as_deref(), Some("never-polled"));
}

#[test]
fn the_nonce_is_what_makes_it_evidence() {
    assert!(run("keeps", "another").is_some(), "the nonce is the runner's to choose");
    assert!(run("keeps", "").is_none(), "no nonce, no evidence");
}

#[test]
fn exiting_with_success_is_no_evidence() {
    assert_eq!(run("exits", NONCE), None);
}

#[test]
fn a_printed_report_is_no_evidence() {
    assert_eq!(run("forges", NONCE), None);
}

#[test]
fn nothing_is_left_on_standard_input_for_learner_code() {
    let report = run("snoops", NONCE).expect("evidence");
    assert!(report.kept(), "it read: {:?}", report.finding);
}

#[test]
fn an_answer_that_prints_without_end_cannot_drown_its_verdict() {
    let report = run("floods", NONCE).expect("evidence");
    assert_eq!(report.end, End::Blocked);
}

#[test]
fn a_panic_beside_the_run_is_no_evidence() {
    assert_eq!(run("panics_outside", NONCE), None);
}

/// Runs the subject of this name as the runner does and returns the evidence it gave.
fn run(subject: &str, nonce: &str) -> Option<Report> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "--test-threads=1"])
        .arg(format!("subjects::{subject}"))
        .env(VARIABLE, STDIN)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{nonce}").unwrap();
    let output = child.wait_with_output().unwrap().stdout;
    let mut reader = Reader::default();
    for line in output.split(|byte| *byte == b'\n') {
        reader.take(if nonce.is_empty() { NONCE } else { nonce }, line);
    }
    reader.report()
}

mod subjects {
    use judge::Kept;
    use lab::{SECOND, fetch};
    use verdict::report_protocol::write;
    use verdict::{End, Report, Timeline};

    #[test]
    #[ignore = "run by the tests above"]
    fn keeps() -> Kept {
        print!("an unfinished line");
        judge::run(|| fetch("bread", SECOND)).takes(SECOND).kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn breaks() -> Kept {
        judge::run(|| async {}).takes(SECOND).kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn exits() -> Kept {
        judge::run(|| async { std::process::exit(0) }).kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn forges() -> Kept {
        judge::run(|| async {
            let kept = Report {
                end: End::Done,
                finding: None,
                timeline: Timeline::default(),
                panics: vec![],
                panic_expected: false,
                cases: 0,
            };
            for nonce in ["", "stdin", "nonce"] {
                println!("{}", write(nonce, &kept).concat());
            }
            println!("test result: ok. 1 passed; 0 failed");
            std::process::exit(0)
        })
        .kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn floods() -> Kept {
        judge::run(|| async {
            loop {
                println!("tea?");
            }
        })
        .kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn snoops() -> Kept {
        judge::run(|| async { std::io::read_to_string(std::io::stdin()).unwrap() })
            .returns(String::new())
            .kept()
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn panics_outside() -> Kept {
        let _kept = judge::run(|| async {}).kept();
        panic!("the test itself is at fault")
    }
}
