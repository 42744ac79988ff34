//! What must be seen of `call_partners` for whatever list: a generator of lists, and what all allowed runs
//! of one have in common. Which of the waiting jobs is next is nowhere said.

use judge::{Call, Case, Fate, Observation, Rng, Scenario, Span, time};
use semaphore::call_partners;
use semaphore::given::Job;
use std::time::Duration;
use tokio::sync::Semaphore;

/// A limit that is 0 in every narrower type of number.
const VERY_MANY: usize = (Semaphore::MAX_PERMITS >> 1) + 1;

/// Lists from none to hundreds, each with limits from the least to the most. Each is run beside two
/// others, with partners of their own.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let most = Semaphore::MAX_PERMITS;
    let lists = [
        (0, 1),
        (0, most),
        (1, 1),
        (1, most),
        (2, 1),
        (2, 2),
        (3, 2),
        (3, VERY_MANY),
        (5, 1),
        (5, 3),
        (8, 9),
        (13, most),
        (21, 1),
        (30, 12),
        (55, VERY_MANY),
        (70, 35),
        (300, 260),
        (1_100, most),
    ];
    let mut cases: Vec<Case> = lists.map(|(size, limit)| case(rng, size, limit)).into();
    // Names that nobody expects are names.
    let mut odd = list(rng, 3, 2, "");
    odd.partners = ["", " ", "Zoë & Sons: moves"].map(str::to_owned).into();
    cases.insert(4, Case::new(odd));
    // All others are through while one call goes on.
    let mut slow = list(rng, 60, 3, "");
    slow.takes = (0..60).map(|_| rng.time(1, 900)).collect();
    slow.takes[0] = Duration::from_secs(100_000);
    cases.push(Case::new(slow).once());
    cases
}

fn case(rng: &mut Rng, size: usize, limit: usize) -> Case {
    let one = list(rng, size, limit, "a");
    let [two, three] = ["b", "c"].map(|tag| {
        let size = rng.below(size.clamp(3, 20));
        let limit = rng.one_of(&[1, 2, 1 + size / 2, size.max(1), VERY_MANY]);
        list(rng, size, limit, tag)
    });
    let case = Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three);
    if size > 100 { case.once() } else { case }
}

/// What is to be done, and with how many lines.
struct List {
    partners: Vec<String>,
    takes: Vec<Duration>,
    limit: usize,
    tag: &'static str,
}

fn list(rng: &mut Rng, size: usize, limit: usize, tag: &'static str) -> List {
    // Few may take days. (Who looks again and again is not waited for that long with many.)
    let longest = if size == 2 { 600_000_000 } else { rng.one_of(&[40, 7_000, 90_000, 9_000_000]) };
    let time = |_| if rng.one_in(9) { Duration::ZERO } else { rng.time(1, longest) };
    let takes = (0..size).map(time).collect();
    // Some are in it twice.
    let name = |place: usize| format!("{tag} {}", if rng.one_in(6) { 0 } else { place });
    let partners = (0..size).map(name).collect();
    List { partners, takes, limit, tag }
}

impl Scenario for List {
    fn input(&self) -> String {
        let jobs: Vec<String> = self
            .partners
            .iter()
            .zip(&self.takes)
            .map(|(who, takes)| format!("\"{who}\" for {}", time(*takes)))
            .collect();
        let more = jobs.len().saturating_sub(5);
        let and = if more > 0 { format!(" and {more} more") } else { String::new() };
        let limit = match self.limit {
            Semaphore::MAX_PERMITS => "Semaphore::MAX_PERMITS".to_owned(),
            limit => limit.to_string(),
        };
        format!("call_partners([{}{and}], {limit})", jobs[..jobs.len() - more].join(", "))
    }

    fn call(&self) -> Call {
        let jobs: Vec<(String, Duration)> =
            self.partners.iter().cloned().zip(self.takes.iter().copied()).collect();
        let limit = self.limit;
        Call::new(move || async move {
            let jobs = jobs.into_iter().map(|(who, takes)| Job::new(who, takes)).collect();
            let replies = call_partners(jobs, limit).await;
            let told = replies
                .iter()
                .map(|it| format!("{}: we would do it for {}", it.partner(), it.price()));
            told.collect::<Vec<_>>().join("\n")
        })
    }

    fn owns(&self, span: &str) -> bool {
        span.strip_prefix("call ").is_some_and(|who| who.starts_with(self.tag))
    }

    fn says(&self, line: &str) -> bool {
        line.starts_with(self.tag)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        self.each_is_called_once(&seen.spans)?;
        self.as_many_as_allowed(&seen.spans)?;
        let last = seen.spans.iter().map(|call| call.end).max().unwrap_or_default();
        if seen.took != last {
            return Err(format!(
                "It returned at {}; the promise is {}, when the last call is over.",
                time(seen.took),
                time(last)
            ));
        }
        self.in_the_order_of_the_list(seen)
    }
}

impl List {
    fn each_is_called_once(&self, calls: &[Span]) -> Result<(), String> {
        let mut left: Vec<&Span> = calls.iter().collect();
        for (who, takes) in self.partners.iter().zip(&self.takes) {
            let is_it = |call: &&Span| {
                call.name[5..] == **who
                    && call.end - call.start == *takes
                    && call.fate == Fate::Completed
            };
            let Some(at) = left.iter().position(is_it) else {
                return Err(format!(
                    "No call to \"{who}\" was made for its whole {}.",
                    time(*takes)
                ));
            };
            left.swap_remove(at);
        }
        match left.first() {
            Some(call) => {
                Err(format!("\"{}\" was called more often than promised.", &call.name[5..]))
            }
            None => Ok(()),
        }
    }

    /// At each moment as many calls go on as the limit allows, or as are left.
    fn as_many_as_allowed(&self, calls: &[Span]) -> Result<(), String> {
        let mut starts: Vec<Duration> = calls.iter().map(|call| call.start).collect();
        let mut ends: Vec<Duration> = calls.iter().map(|call| call.end).collect();
        starts.sort_unstable();
        ends.sort_unstable();
        let until = |moments: &[Duration], now| moments.partition_point(|moment| *moment <= now);
        for now in judge::moments([&[Duration::ZERO], &starts[..], &ends[..]].concat()) {
            let over = until(&ends, now);
            let under_way = until(&starts, now) - over;
            let promised = self.limit.min(calls.len() - over);
            if under_way != promised {
                let were = if under_way == 1 { "call was" } else { "calls were" };
                return Err(format!(
                    "At {} {under_way} {were} under way; the promise is {promised}.",
                    time(now)
                ));
            }
        }
        Ok(())
    }

    /// The prices that were said are those that are returned.
    fn in_the_order_of_the_list(&self, seen: &Observation) -> Result<(), String> {
        let returned: Vec<&str> = seen.value.as_deref().unwrap_or_default().lines().collect();
        if returned.len() != self.partners.len() {
            return Err(format!(
                "The number of replies is {}; the promise is {}.",
                returned.len(),
                self.partners.len()
            ));
        }
        for (place, (who, line)) in self.partners.iter().zip(returned).enumerate() {
            if !line.strip_prefix(who.as_str()).is_some_and(|rest| rest.starts_with(": ")) {
                return Err(format!(
                    "Reply {} is \"{line}\"; the promise is the one from \"{who}\".",
                    place + 1
                ));
            }
            if !seen.said.iter().any(|said| said.line == *line) {
                return Err(format!("\"{line}\" is no reply that \"{who}\" gave."));
            }
        }
        Ok(())
    }
}
