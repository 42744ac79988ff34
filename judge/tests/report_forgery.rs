//! Evidence of a pass: it arrives when a promise was kept, and nothing that learner code can do
//! makes it arrive otherwise.
//!
//! The subjects below are tests of this very program, run in a process of their own as a runner
//! runs promises. A plain `cargo test` skips them: they are ignored.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use verdict::report_protocol::{Reader, STDIN, VARIABLE, asked};
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

/// The subject of this name as one that waits for a request.
fn start(subject: &str, part: &str) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "--test-threads=1"])
        .arg(format!("subjects::{subject}"))
        .env(VARIABLE, STDIN)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let request = format!("{NONCE}\n2026\n{part}\n");
    child.stdin.as_mut().unwrap().write_all(request.as_bytes()).unwrap();
    child
}

/// The verdict on `answer` by a process that only hears what another one records of it.
fn outside(answer: &str) -> Option<Report> {
    let [mut recorder, mut judge] = [start(answer, "record"), start("bakes", "compare")];
    let (mut asks, recorded) = (recorder.stdin.take().unwrap(), recorder.stdout.take().unwrap());
    let (mut records, said) = (judge.stdin.take().unwrap(), judge.stdout.take().unwrap());
    let mut reader = Reader::default();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for line in BufReader::new(recorded).lines().map_while(Result::ok) {
                if line.starts_with(NONCE) && writeln!(records, "{line}").is_err() {
                    return;
                }
            }
        });
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            match asked(NONCE, line.as_bytes()) {
                Some(run) => drop(writeln!(asks, "{run}")),
                None => drop(reader.take(NONCE, line.as_bytes())),
            }
        }
        drop(asks);
        recorder.wait().unwrap();
    });
    judge.wait().unwrap();
    reader.report()
}

#[test]
fn two_processes_come_to_the_verdict_of_one() {
    for answer in ["bakes", "bakes_one_at_a_time", "bakes_less_each_time", "bakes_and_sleeps"] {
        let (inside, outside) = (run(answer, NONCE), outside(answer));
        assert!(inside.is_some());
        assert_eq!(outside, inside, "{answer}");
    }
}

#[test]
fn what_is_sent_in_place_of_a_record_is_no_verdict() {
    for answer in ["exits", "bakes_and_forges"] {
        assert_eq!(outside(answer), None, "{answer}");
    }
}

mod subjects {
    use judge::{Call, Case, Expected, Kept, Scenario};
    use lab::{SECOND, fetch};
    use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
    use std::time::Duration;
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

    /// Two loaves, which take as long as the seed says.
    struct Two(fn() -> bool, [Duration; 2]);

    impl Scenario for Two {
        fn input(&self) -> String {
            "bake()".to_owned()
        }

        fn call(&self) -> Call {
            let Two(side_by_side, [one, two]) = *self;
            Call::new(move || async move {
                let loaves = (fetch("one", one), fetch("two", two));
                if side_by_side() {
                    futures::join!(loaves.0, loaves.1);
                } else {
                    loaves.0.await;
                    loaves.1.await;
                }
                "done".to_owned()
            })
        }

        fn expected(&self) -> Option<Expected> {
            let mut expected = Expected::new();
            expected.completes("one", Duration::ZERO, self.1[0]);
            expected.completes("two", Duration::ZERO, self.1[1]);
            expected.returns("done", self.1[0].max(self.1[1]));
            Some(expected)
        }
    }

    fn bake(side_by_side: fn() -> bool) -> Kept {
        judge::any_input(|rng| {
            let mut two = || Two(side_by_side, [rng.time(10, 9_000), rng.time(10, 9_000)]);
            let case = |two: &mut dyn FnMut() -> Two| Case::new(two()).beside(SECOND / 4, two());
            (0..4).map(|_| case(&mut two)).collect()
        })
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn bakes() -> Kept {
        bake(|| true)
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn bakes_one_at_a_time() -> Kept {
        bake(|| false)
    }

    /// What is wrong shows with the fourth call.
    #[test]
    #[ignore = "run by the tests above"]
    fn bakes_less_each_time() -> Kept {
        static CALLS: AtomicU32 = AtomicU32::new(0);
        bake(|| CALLS.fetch_add(1, Relaxed) < 3)
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn bakes_and_sleeps() -> Kept {
        bake(|| {
            loop {
                std::thread::park();
            }
        })
    }

    /// Sends what could be taken for the verdict.
    #[test]
    #[ignore = "run by the tests above"]
    fn bakes_and_forges() -> Kept {
        bake(|| {
            let kept = Report {
                end: End::Done,
                finding: None,
                timeline: Timeline::default(),
                panics: vec![],
                panic_expected: false,
                cases: 4,
            };
            println!("{}", write(super::NONCE, &kept).concat());
            std::process::exit(0)
        })
    }

    #[test]
    #[ignore = "run by the tests above"]
    fn panics_outside() -> Kept {
        let _kept = judge::run(|| async {}).kept();
        panic!("the test itself is at fault")
    }
}
