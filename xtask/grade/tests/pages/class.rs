//! A class that nobody has, but anybody might: every status, many mistakes, and some who mean harm.
//! The same every time.

use std::collections::BTreeMap;
use std::time::Duration;
use verdict::text::truncate;
use verdict::{End, Fate, Finding, Report, Span, Timeline};
use xtask_grade::results::{
    ExerciseEntry, ExerciseResult, Graded, Points, PromiseEntry, PromiseResult, Status, Student,
    Syllabus,
};
use xtask_grade::seed::Seed;
use xtask_grade::source_flags::Flag;

const TITLES: [&str; 16] = [
    "Gather",
    "One after another",
    "Tasks vs. futures",
    "Select",
    "Events",
    "Runtime",
    "Try join",
    "Join set",
    "Timeout",
    "Retry",
    "Semaphore",
    "Buffer unordered",
    "Channels",
    "Actor",
    "Broadcast",
    "Watch",
];

const PROMISES: [&str; 7] = [
    "the_answers_come_back_in_the_order_asked_for",
    "all_of_them_run_at_the_same_time",
    "three_times_two_seconds_take_two_seconds",
    "the_first_error_ends_the_wait_at_once",
    "a_caller_who_hangs_up_does_not_stop_the_others",
    "it_can_be_called_again",
    "nothing_is_left_running_not_even_after_a_failure",
];

/// Mistakes: their keys, what happened, and what that means.
const MISTAKES: [(Option<&str>, &str, &str); 9] = [
    (
        Some("one-after-another"),
        "It took 6 s of simulated time; together they take 2 s.",
        "Each was awaited before the next was started. Start all of them first, then wait for them.",
    ),
    (
        Some("unwritten"),
        "This part is still to be written: run them together",
        "It is at src/lib.rs:14:5.",
    ),
    (
        Some("hung"),
        "It never ended: nothing more began or ended after 2 s, in 30 days of simulated time.",
        "This is a hang: it waits for something that does not come, such as a message nobody sends, \
         a lock nobody releases, or a task that waits for itself.",
    ),
    (
        Some("blocked"),
        "The thread was blocked at the very start: for more than a second of real time, nothing else \
         could run.",
        "One thread runs all tasks, and it can switch between them only at an .await.",
    ),
    (Some("panicked"), "It panicked at src/lib.rs:21:9: no such user", ""),
    (
        Some("left-running"),
        "2 spawned tasks had not ended.",
        "Keep the handles, and await or abort them.",
    ),
    (
        Some("exited"),
        "The whole program was ended before the promise could be judged (exit code 0).",
        "",
    ),
    (
        Some("too-late"),
        "It returned after 5 s; the patience was over after 3 s.",
        "Wait with a timeout.",
    ),
    (None, "It returned [3, 1, 2] instead of [1, 2, 3].", ""),
];

const FIRST: [&str; 12] = [
    "Ada", "Grace", "Edsger", "Barbara", "Tony", "Łukasz", "Zoë", "محمد", "美咲", "Søren", "Olga",
    "José",
];
const LAST: [&str; 10] = [
    "Lovelace",
    "Hopper",
    "Dijkstra",
    "Liskov",
    "Hoare",
    "Nowak",
    "O'Brien",
    "العلي",
    "佐藤",
    "de la Cruz",
];

pub fn syllabus() -> Syllabus {
    let entry = |(i, title): (usize, &&str)| {
        let extra = i % 5 == 1;
        let names = PROMISES.iter().take(4 + i % 4);
        let points = Points::whole(10).split(names.len());
        let promise = |(name, points): (&&str, Points)| PromiseEntry {
            name: (*name).to_owned(),
            points,
            extra: false,
        };
        let mut promises: Vec<PromiseEntry> = names.zip(points).map(promise).collect();
        if extra {
            let name = "it_also_works_with_other_numbers".to_owned();
            promises.push(PromiseEntry { name, points: Points::whole(2), extra });
        }
        ExerciseEntry {
            number: format!("{:02}", i + 1),
            slug: title.to_lowercase().replace(". ", "-").replace(' ', "-"),
            title: (*title).to_owned(),
            points: promises.iter().map(|promise| promise.points).sum(),
            promises,
        }
    };
    Syllabus { exercises: TITLES.iter().enumerate().map(entry).collect() }
}

/// A student of this class. Every tenth means harm: with whatever may be chosen, such as a name or a
/// message, and with the word `evil` in it. `port` is one that nobody has a reason to call.
pub fn student(number: usize, port: u16) -> Graded {
    let mut dice = Dice(number as u64 + 1);
    let harm = (number % 10 == 9).then(|| harm(number / 10, port));
    let name = format!("{} {}", FIRST[number % 12], LAST[(number / 12 + number) % 10]);
    let result = |(i, entry): (usize, &ExerciseEntry)| {
        let solves = dice.next(100) < 35 + number % 60;
        let status = match dice.next(40) {
            _ if number % 23 == 22 => Status::Missing,
            _ if solves => Status::Ran,
            0..4 => Status::Missing,
            4 => Status::Refused,
            5..8 => Status::Broken,
            _ => Status::Ran,
        };
        let result =
            exercise(entry, status, (number * 7 + i) % MISTAKES.len(), solves, &harm, &mut dice);
        (entry.slug.clone(), result)
    };
    let exercises: BTreeMap<String, ExerciseResult> =
        syllabus().exercises.iter().enumerate().map(result).collect();
    let nothing = exercises.values().all(|result| result.status == Status::Missing);
    let mut remarks: Vec<String> = harm.iter().cloned().collect();
    if nothing {
        remarks.push("nothing was handed in".to_owned());
    }
    Graded {
        student: Student {
            id: format!("s{number:03}"),
            name: harm.unwrap_or(name),
            stranger: false,
            roster: BTreeMap::new(),
        },
        tier: "sandboxed: namespaces, seccomp, landlock, limits per process, another user"
            .to_owned(),
        seed: Seed::FIXED,
        handed_in: Default::default(),
        remarks,
        exercises,
    }
}

fn exercise(
    entry: &ExerciseEntry,
    status: Status,
    mistake: usize,
    solves: bool,
    harm: &Option<String>,
    dice: &mut Dice,
) -> ExerciseResult {
    let mut remarks = Vec::new();
    let mut diagnostics = String::new();
    match status {
        Status::Refused => {
            remarks.push(
                "src/lib.rs is larger than 256 KiB. Hand in the file that you edited.".to_owned(),
            );
        }
        Status::Broken => {
            diagnostics = "error[E0382]: use of moved value: `sender`\n  --> src/lib.rs:12:9\n   |\n11 |     \
                drop(sender);\n   |          ------ value moved here\n12 |     sender.send(1).await?;\n   \
                |     ^^^^^^ value used here after move\n\nerror: aborting due to 1 previous error\n"
                .to_owned();
            diagnostics.extend(harm.clone());
        }
        Status::Missing | Status::Unrecognised | Status::Ran => {}
    }
    let promise = |promise: &PromiseEntry| {
        let kept = solves || dice.next(3) == 0;
        promise_result(promise, (!kept).then_some(mistake), harm)
    };
    let promises = match status {
        Status::Ran => entry.promises.iter().map(promise).collect(),
        _ => Vec::new(),
    };
    // Whoever means harm has a line that says so.
    let flag = |harm: &String| {
        let text = truncate(harm, 120, "…");
        Flag { line: 3, why: format!("env: {text}"), text }
    };
    let flags = harm.iter().filter(|_| status == Status::Ran).map(flag).collect();
    let (key, adjusted, on_time) = ("k".to_owned(), None, None);
    ExerciseResult { key, status, remarks, diagnostics, flags, promises, adjusted, on_time }
}

fn promise_result(
    promise: &PromiseEntry,
    mistake: Option<usize>,
    harm: &Option<String>,
) -> PromiseResult {
    let finding = mistake.map(|mistake| {
        let (key, happened, meaning) = MISTAKES[mistake];
        Finding {
            happened: format!("{happened}{}", harm.as_deref().unwrap_or_default()),
            meaning: meaning.to_owned(),
            misconception: key.map(str::to_owned),
        }
    });
    let end = match mistake {
        Some(2) => End::Hung,
        Some(4) => End::Panicked,
        Some(6) => End::Exited,
        _ => End::Done,
    };
    let printed = match mistake {
        Some(_) => format!("Sub Task #1 for Task id 1\n{}", harm.as_deref().unwrap_or_default()),
        None => String::new(),
    };
    let timeline = timeline(mistake, promise.name.len() as u32, harm);
    let report =
        Report { end, finding, timeline, panics: Vec::new(), panic_expected: false, cases: 0 };
    PromiseResult { name: promise.name.clone(), judged: end != End::Exited, report, printed }
}

fn timeline(mistake: Option<usize>, different: u32, harm: &Option<String>) -> Timeline {
    let second = Duration::from_secs(1);
    let span = |i: u32, start: u32, end: u32, fate| Span {
        name: format!("task {i}{}", harm.as_deref().unwrap_or_default()),
        start: start * second,
        end: end * second,
        fate,
        panicked: false,
        own: false,
    };
    let spans = match mistake {
        Some(0) => (0..3).map(|i| span(i + 1, 2 * i, 2 * i + 2, Fate::Completed)).collect(),
        Some(2) => vec![span(1, 0, 2, Fate::Completed), span(2, 1, 2, Fate::Cancelled)],
        // They differ where a picture leaves some out: the pictures are one, to those who see them.
        Some(5) => {
            let end = |i| if i == 13 { different } else { 99 };
            (1..21).map(|i| span(i, i, end(i), Fate::Running)).collect()
        }
        _ => Vec::new(),
    };
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    Timeline { spans, end, ..Timeline::default() }
}

/// Text that means harm, of a kind of its own.
fn harm(kind: usize, port: u16) -> String {
    let call = format!("http://127.0.0.1:{port}/evil");
    let long = "W".repeat(3000);
    match kind % 10 {
        0 => "<script>document.title = 'evil'</script>".to_owned(),
        1 => format!("\"'><img src={call} onerror=\"document.title='evil'\">"),
        2 => format!("</pre></style></title></svg><svg onload=\"document.title='evil'\"><image href='{call}'/>"),
        3 => format!("<a href=\"javascript:document.title='evil'\">evil</a> [evil](javascript:evil) ![evil]({call})"),
        4 => format!("evil\n``````\n</details>\n\n![evil]({call})\n\n<b>evil</b>\n~~~\n# evil\n"),
        5 => "\u{1b}[2J\u{1b}]8;;evil\u{7}\u{0}\u{202e}live\u{202c} evil \u{2066}".to_owned(),
        6 => format!("evil{long}"),
        7 => format!("e{}vil evil", "\u{301}\u{335}".repeat(500)),
        8 => format!("@import '{call}'; }} * {{ background: url({call}) }} evil --> ]]> {{{{evil}}}}"),
        _ => "evil 東京タワーの天気 @evil www.evil.example #1 a@evil.example &lt;evil&gt; | `evil` $\\evil$".to_owned(),
    }
}

/// Throws the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self, sides: usize) -> usize {
        // Knuth's MMIX; the high bits are the better ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}
