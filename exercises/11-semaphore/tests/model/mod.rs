//! What must be seen of `call_partners` for whatever list: a generator of lists, and what all allowed runs
//! of one have in common. Which of the waiting jobs is next is nowhere said.

use judge::{Call, Case, Fate, Observation, Rng, Scenario, Span, time};
use semaphore::call_partners;
use semaphore::given::Job;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Lists from none to hundreds. Each is played beside two others, with partners of their own.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let sizes = [0, 1, 1, 2, 2, 3, 3, 5, 5, 8, 13, 30, 80, 300];
    sizes.map(|size| case(rng, size)).into()
}

fn case(rng: &mut Rng, size: usize) -> Case {
    let [one, two, three] = ["a", "b", "c"].map(|tag| list(rng, size, tag));
    Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three)
}

/// What is to be done, and with how many lines.
struct List {
    partners: Vec<String>,
    takes: Vec<Duration>,
    limit: usize,
    tag: &'static str,
}

fn list(rng: &mut Rng, size: usize, tag: &'static str) -> List {
    let longest = rng.one_of(&[40, 7_000, 90_000, 9_000_000]);
    let takes = (0..size).map(|_| rng.time(1, longest)).collect();
    // Some are in it twice.
    let name = |place: usize| format!("{tag} {}", if rng.one_in(6) { 0 } else { place });
    let partners = (0..size).map(name).collect();
    let limit = match rng.between(0, 6) {
        0 => 1,
        1 => size.max(1),
        2 => size + 1,
        3 => Semaphore::MAX_PERMITS,
        _ => 1 + rng.below(size),
    };
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
        format!("call_partners([{}{and}], {})", jobs[..jobs.len() - more].join(", "), self.limit)
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
        let starts = calls.iter().map(|call| (call.start, false));
        let mut moments: Vec<(Duration, bool)> =
            starts.chain(calls.iter().map(|call| (call.end, true))).collect();
        moments.sort_unstable();
        let (mut begun, mut over) = (0, 0);
        let all = [(Duration::ZERO, false)].into_iter();
        let mut moments = moments.into_iter().peekable();
        let mut at = all.map(|(at, _)| at).next();
        while let Some(now) = at {
            while let Some((_, ends)) = moments.next_if(|(moment, _)| *moment == now) {
                if ends { over += 1 } else { begun += 1 }
            }
            let promised = self.limit.min(calls.len() - over);
            if begun - over != promised {
                return Err(format!(
                    "At {} {} calls were under way; the promise is {promised}.",
                    time(now),
                    begun - over
                ));
            }
            at = moments.peek().map(|(moment, _)| *moment);
        }
        Ok(())
    }

    /// The prices that were said are those that are returned.
    fn in_the_order_of_the_list(&self, seen: &Observation) -> Result<(), String> {
        let returned: Vec<&str> = seen.value.as_deref().unwrap_or_default().lines().collect();
        if returned.len() != self.partners.len() {
            return Err(format!(
                "It returned {} replies; the promise is {}.",
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
