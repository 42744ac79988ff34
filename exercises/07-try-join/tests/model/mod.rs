//! What must be seen of `load` for whatever files: a generator of days, good and bad ones, and what each has
//! to look like. A failing file is never named twice, so that no two failures come at one moment.

use super::Outcome;
use judge::{Call, Case, Expected, Observation, Rng, Scenario};
use std::time::Duration;
use try_join::given::Trouble;
use try_join::load;

const GOOD: [(&str, u32); 5] = [
    ("bridge.csv", 640),
    ("harbour.csv", 1_910),
    ("station.csv", 2_480),
    ("market.csv", 1_325),
    ("arcade.csv", 870),
];
const BAD: [(&str, &str); 8] = [
    ("castle.csv", "disk full"),
    ("museum.csv", "the till was never closed"),
    ("airport.csv", "line dropped"),
    ("kiosk.csv", NO_FILE),
    ("Castle.csv", NO_FILE),
    (" bridge.csv ", NO_FILE),
    ("the café by the lake", NO_FILE),
    ("monday/castle.csv", NO_FILE),
];
const NO_FILE: &str = "no such file";

/// Every choice of places that fail, with each place the first, the second and the last to be done. Two
/// other days are loaded beside each.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for turn in 0..3 {
        for failing in 0..8 {
            let longest = [900, 9_000, 1_200_000_000, 90_000][(failing + turn) % 4];
            let files = day(rng, failing, turn == 2);
            let times = times(rng, files, turn, longest);
            let one = Load { files, times: times.clone() };
            let mut case = Case::new(one);
            // More of them where nothing fails: a thread that stands still for a moment adds up.
            for _ in 0..if failing == 0 { 4 } else { 2 } {
                let failing = rng.below(8);
                let other = Load { files: day(rng, failing, false), times: times.clone() };
                case = case.beside(rng.time(1, longest), other);
            }
            cases.push(case);
        }
    }
    cases
}

/// Three files, of which those in the places that are bits of `failing` fail. With `twice`, two of the
/// others are the same.
fn day(rng: &mut Rng, failing: usize, twice: bool) -> [&'static str; 3] {
    let (good, bad) = (rng.order(GOOD.len()), rng.order(BAD.len()));
    [0, 1, 2].map(|place| {
        if failing >> place & 1 == 1 {
            return BAD[bad[place]].0;
        }
        GOOD[good[if twice { 0 } else { place }]].0
    })
}

/// How long each file takes. Of `files`, that in place `turn` is the first to be done, or, once in two
/// times, the last.
fn times(
    rng: &mut Rng,
    files: [&'static str; 3],
    turn: usize,
    longest: u64,
) -> Vec<(String, Duration)> {
    let mut drawn: Vec<Duration> = Vec::new();
    let all = 3 + GOOD.len() + BAD.len();
    while drawn.len() < all {
        let time = rng.time(longest / 3, longest);
        if !drawn.contains(&time) {
            drawn.push(time);
        }
    }
    let mut of_files = [drawn[0], drawn[1], drawn[2]];
    of_files.sort_unstable();
    let last_first = rng.one_in(2);
    let mut times: Vec<(String, Duration)> = Vec::new();
    for (rank, place) in [turn, (turn + 1) % 3, (turn + 2) % 3].into_iter().enumerate() {
        let time = of_files[if last_first { 2 - rank } else { rank }];
        times.push((files[place].to_owned(), time));
    }
    let names = GOOD.iter().map(|it| it.0).chain(BAD.iter().map(|it| it.0));
    times.extend(names.map(str::to_owned).zip(drawn.into_iter().skip(3)));
    times
}

/// Three files, and how long whatever file takes.
struct Load {
    files: [&'static str; 3],
    times: Vec<(String, Duration)>,
}

impl Load {
    fn takes(&self, file: &str) -> Duration {
        let known = self.times.iter().find(|(name, _)| name == file);
        known.map_or(Duration::ZERO, |(_, takes)| *takes)
    }

    /// The first to fail, why, and when.
    fn first_failure(&self) -> Option<(&'static str, &'static str, Duration)> {
        let mut first: Option<(&str, &str, Duration)> = None;
        for file in self.files {
            let Some((_, reason)) = BAD.iter().find(|(bad, _)| *bad == file) else { continue };
            let at = self.takes(file);
            if first.is_none_or(|(_, _, earlier)| at < earlier) {
                first = Some((file, reason, at));
            }
        }
        first
    }
}

impl Scenario for Load {
    fn input(&self) -> String {
        let told: Vec<String> = self
            .files
            .iter()
            .map(|file| format!("\"{file}\" ({})", judge::time(self.takes(file))))
            .collect();
        format!("load([{}])", told.join(", "))
    }

    fn call(&self) -> Call {
        let files = self.files;
        Call::new(move || async move { told(load(files).await) })
    }

    fn times(&self) -> Vec<(String, Duration)> {
        self.times.clone()
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        seen.spans.is_empty().then(|| ("refused", REFUSED.to_owned()))
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let failure = self.first_failure();
        let slowest = self.files.map(|file| self.takes(file)).into_iter().max();
        let end = failure.map_or(slowest.unwrap_or_default(), |(_, _, at)| at);
        for file in self.files {
            match self.takes(file) {
                takes if takes <= end => expected.completes(file, Duration::ZERO, takes),
                _ => expected.cancels(file, Duration::ZERO, end),
            }
        }
        match failure {
            Some((file, reason, _)) => {
                let promised = format!("loading {file}: {reason}");
                expected.returns_what(end, move |told| is_error(told, &promised));
            }
            None => {
                let takings =
                    |file| GOOD.iter().find(|(good, _)| *good == file).map_or(0, |it| it.1);
                let sheets = self.files.map(|file| format!("{file} ({})", takings(file)));
                let promised = sheets.join(", ");
                expected.returns_what(end, move |told| is_report(told, &promised));
            }
        }
        Some(expected)
    }
}

const REFUSED: &str =
    "It was over before any load had begun. Which files there are is for the cafés to say.";

/// What an error reads like, and whether the `Trouble` that it speaks of is among its causes.
fn told(outcome: Outcome) -> String {
    let error = match outcome {
        Ok(report) => {
            let sheets =
                report.sheets.each_ref().map(|it| format!("{} ({})", it.file(), it.takings()));
            return sheets.join(", ");
        }
        Err(error) => error,
    };
    let reads = format!("{error:#}");
    let mut cause = "none";
    for it in error.chain() {
        if it.is::<Trouble>() && reads.ends_with(&it.to_string()) {
            cause = "its Trouble";
        }
    }
    format!("Err {cause}: {reads}")
}

fn is_error(told: &str, promised: &str) -> Result<(), String> {
    let Some((cause, reads)) = told.strip_prefix("Err ").and_then(|it| it.split_once(": ")) else {
        return Err(format!("It returned a report; the promise is \"{promised}\"."));
    };
    if reads != promised {
        return Err(format!("Its error reads \"{reads}\"; the promise is \"{promised}\"."));
    }
    match cause {
        "none" => Err(format!("Its error, \"{reads}\", does not have the Trouble as its cause.")),
        _ => Ok(()),
    }
}

fn is_report(told: &str, promised: &str) -> Result<(), String> {
    match told.strip_prefix("Err ").and_then(|it| it.split_once(": ")) {
        _ if told == promised => Ok(()),
        Some((_, reads)) => Err(format!("It failed: \"{reads}\"; the promise is a report.")),
        None => Err(format!("The report has {told}; the promise is {promised}.")),
    }
}
