//! What grading a class costs: `cargo bench -p xtask-grade --bench class`. As root or with user
//! namespaces, on Linux; asked for are the numbers in brackets.
//!
//! A class of 200 (right, wrong, hanging, not compiling) by `cargo xtask grade`, against the loop that
//! anybody would write first: each answer copied into a clone, and `cargo test`. Processor time is
//! counted, since the machine may have other things to do.

#[path = "../../benches/support/mod.rs"]
mod support;

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("grading is measured on Linux, where it is done");
}

#[cfg(target_os = "linux")]
fn main() {
    measure::main();
}

#[cfg(target_os = "linux")]
mod measure {
    use crate::support::Course;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::Duration;

    /// The parts of a class are equally mixed, so that a part can stand for the whole.
    const PART: usize = 20;

    /// How many answers the plain loop is measured with, of 200: it is slow.
    const SAMPLE: usize = 2 * PART;

    /// The loop's command, and the cheapest that says the same.
    const PLAIN: &[&str] = &["test", "--package", "gather"];
    const FRUGAL: &[&str] = &["test", "--quiet", "--package", "gather", "--test", "gather"];

    pub fn main() {
        // Whatever outlives its parent becomes ours, and its processor time is counted.
        set_child_subreaper(true).expect("Linux does that");
        let course = Course::copied("class");
        let answers = Answers::of(&course);
        // What both need once.
        let warm = course.class("warm", &answers, 1);
        course.grade(&warm, "warm");
        for words in [PLAIN, FRUGAL] {
            course.test(words, &answers.text(0));
        }

        let [hundred, two_hundred, four_hundred] = [100, 200, 400].map(|students| {
            let class = course.class(&format!("{students}"), &answers, students);
            let run = course.grade(&class, &format!("out-{students}"));
            println!(
                "{students} submissions: {:.2} s of processor time, {:.0} ms each; the grader's memory \
                 {:.1} MiB at most, scratch {:.0} MiB at most",
                run.cpu,
                1000.0 * run.cpu / students as f64,
                run.memory / 1024.0,
                run.scratch / 1024.0,
            );
            run
        });
        for words in [PLAIN, FRUGAL] {
            let texts = (0..SAMPLE).map(|number| answers.text(number));
            let loops: f64 = texts.map(|text| course.test(words, &text)).sum();
            let scale = 200.0 / SAMPLE as f64;
            println!(
                "cargo {}, for {SAMPLE} of the 200: {loops:.2} s of processor time, {:.0} ms each\n  \
                 grading 200 / that times {scale}   {:.2}{}",
                words.join(" "),
                1000.0 * loops / SAMPLE as f64,
                two_hundred.cpu / (loops * scale),
                if words == PLAIN { "  [0.5]" } else { "" },
            );
        }
        println!(
            "  each of 400 / each of 100, processor time             {:.2}  [1.10]",
            four_hundred.cpu / hundred.cpu / 4.0
        );
        println!(
            "  400 / 100, the grader's memory                        {:.2}  [flat]",
            four_hundred.memory / hundred.memory
        );
        println!(
            "  400 / 100, scratch                                    {:.2}  [flat]",
            four_hundred.scratch / hundred.scratch
        );
    }

    /// Answers to the first exercise, each a little different from all others.
    struct Answers {
        /// A part's worth, in the order of the part.
        kinds: Vec<String>,
    }

    impl Answers {
        fn of(course: &Course) -> Answers {
            let all = |folder: &str| {
                let folder = course.root.join("solutions/01-gather").join(folder);
                let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
                let mut files: Vec<PathBuf> = files.collect();
                files.sort();
                files.into_iter().map(|file| fs::read_to_string(file).unwrap())
            };
            let of = |body: &str| {
                format!("pub mod given;\npub async fn run_all() -> Vec<u32> {{\n{body}\n}}\n")
            };
            // It burns two seconds for each promise with either way to grade, and is not in the mix.
            let right = all("right").take(8);
            let wrong = all("wrong").filter(|text| !text.contains("thread::sleep")).take(6);
            let hanging = [
                of("std::future::pending().await"),
                of(
                    "let m = std::sync::Mutex::new(()); let _a = m.lock(); let _b = m.lock(); vec![]",
                ),
                of("tokio::sync::Notify::new().notified().await; vec![1, 2, 3]"),
            ];
            let broken = [of("vec![1, 2,"), of("given::long_task(1)"), of("vec![\"1\", \"2\"]")];
            let mut kinds: Vec<String> = right.chain(wrong).chain(hanging).chain(broken).collect();
            assert_eq!(kinds.len(), PART);
            let mut seed = 2026_u64;
            for end in (1..PART).rev() {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                kinds.swap(end, (seed >> 33) as usize % (end + 1));
            }
            Answers { kinds }
        }

        fn text(&self, number: usize) -> String {
            format!("{}\n// {number}\n", self.kinds[number % PART])
        }
    }

    /// What a run took.
    struct Run {
        /// Seconds of processor time, of all processes together.
        cpu: f64,
        /// The largest the grader itself was, in KiB.
        memory: f64,
        /// The most that lay in its rooms, in KiB.
        scratch: f64,
    }

    impl Course {
        fn class(&self, name: &str, answers: &Answers, students: usize) -> PathBuf {
            let class = self.root.join("target/classes").join(name);
            for number in 0..students {
                let folder = class.join(format!("student-{number:03}/01-gather/src"));
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join("lib.rs"), answers.text(number)).unwrap();
            }
            class
        }

        fn grade(&self, class: &Path, out: &str) -> Run {
            let mut grade = self.command(env!("CARGO"), &["xtask", "grade", "--exercise", "01"]);
            grade.arg(class).arg("--out").arg(self.root.join("target/classes").join(out));
            let rooms = self.root.join("target/grading");
            let (mut memory, mut scratch) = (0.0, 0.0_f64);
            let cpu = processor_time(&mut grade, 0, |id| {
                memory = peak_memory(id).unwrap_or(memory);
                scratch = scratch.max(size(&rooms) / 1024.0);
            });
            Run { cpu, memory, scratch }
        }

        /// What an answer takes by `cargo test`, in seconds of processor time.
        fn test(&self, words: &[&str], answer: &str) -> f64 {
            fs::write(self.root.join("exercises/01-gather/src/lib.rs"), answer).unwrap();
            processor_time(&mut self.command(env!("CARGO"), words), 101, |_| {})
        }
    }

    /// Runs it to its end, and everything that it started; `look` at it meanwhile.
    fn processor_time(command: &mut Command, also_right: i32, mut look: impl FnMut(u32)) -> f64 {
        let before = used();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None => look(child.id()),
            }
            thread::sleep(Duration::from_millis(50));
        };
        assert!(status.success() || status.code() == Some(also_right), "{command:?}: {status}");
        loop {
            match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
                Ok(WaitStatus::StillAlive) => thread::sleep(Duration::from_millis(10)),
                Ok(_) => {}
                Err(_) => break,
            }
        }
        used() - before
    }

    /// Seconds of processor time of all children that have ended.
    fn used() -> f64 {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6
    }

    fn peak_memory(id: u32) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// The bytes of all files in a folder. One that goes meanwhile has none.
    fn size(folder: &Path) -> f64 {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let sizes = entries.map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() => size(&entry.path()),
            Ok(data) => data.len() as f64,
            Err(_) => 0.0,
        });
        sizes.sum()
    }
}
