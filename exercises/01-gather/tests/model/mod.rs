//! What must be seen of `run_all`, however long the parts of its tasks take: a generator of times, and what
//! is said, returned and over when.

use gather::run_all;
use judge::{Call, Case, Expected, Fate, Observation, Rng, Scenario, time};
use std::time::Duration;

/// The usual seconds first, then every order in which the tasks can end, after milliseconds and after days.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = vec![case(rng, Times([[Duration::from_secs(1); 2]; 3]), 2)];
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    // Each task is the slowest in some, by milliseconds and by hours.
    let longest = [60, 3_000, 7_000_000, 9_000, 80_000_000, 900_000_000];
    for (order, longest) in orders.into_iter().zip(longest) {
        let times = times(rng, order, longest);
        cases.push(case(rng, times, 2));
    }
    // More calls than a limit for all of them was made for; and, after them, a part that takes no time.
    let crowd = times(rng, orders[5], 5_000);
    cases.push(case(rng, crowd, 120).once());
    let mut quick = times(rng, orders[3], 5_000);
    quick.0[rng.below(3)][rng.below(2)] = Duration::ZERO;
    cases.push(case(rng, quick, 2));
    cases
}

/// How long the two parts of each task take.
#[derive(Clone)]
struct Times([[Duration; 2]; 3]);

/// The task that `order` names first is the first to end. None takes longer than `longest` milliseconds.
fn times(rng: &mut Rng, order: [usize; 3], longest: u64) -> Times {
    let mut times = [[Duration::ZERO; 2]; 3];
    for (rank, task) in (0..).zip(order) {
        let all = rng.time(rank * longest / 3 + 2, (rank + 1) * longest / 3);
        let first = rng.time(1, all.as_millis() as u64 - 1);
        times[task] = [first, all - first];
    }
    Times(times)
}

/// All that are run beside each other take the same times: they share one world.
fn case(rng: &mut Rng, times: Times, others: usize) -> Case {
    let mut case = Case::new(times.clone());
    for _ in 0..others {
        case = case.beside(rng.time(0, 6_000), times.clone());
    }
    case
}

impl Scenario for Times {
    fn input(&self) -> String {
        let [one, two, three] = self.0.map(|[first, second]| time(first + second));
        format!("run_all() when task 1 takes {one}, task 2 {two} and task 3 {three}")
    }

    fn call(&self) -> Call {
        Call::new(|| async { format!("{:?}", run_all().await) })
    }

    fn times(&self) -> Vec<(String, Duration)> {
        let mut times = Vec::new();
        for (id, parts) in (1..).zip(self.0) {
            for (part, takes) in (1..).zip(parts) {
                times.push((format!("task {id}, part {part}"), takes));
            }
        }
        times
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let mut last = Duration::ZERO;
        for (id, [first, second]) in (1..).zip(self.0) {
            expected.completes(format!("task {id}"), Duration::ZERO, first + second);
            expected.says(Duration::ZERO, format!("Sub Task #1 for Task id {id}"));
            expected.says(first, format!("Sub Task #2 for Task id {id}"));
            last = last.max(first + second);
        }
        expected.returns("[1, 2, 3]", last);
        Some(expected)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        self.expected().map_or(Ok(()), |expected| expected.compare(seen))?;
        let begun: Vec<&str> = seen.spans.iter().map(|task| task.name.as_str()).collect();
        if begun != ["task 1", "task 2", "task 3"] {
            let begun = begun.join(", ");
            return Err(format!(
                "They began in the order {begun}; the promise is task 1, task 2, task 3."
            ));
        }
        Ok(())
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        if seen.spans.len() > 3 {
            return Some(("begun-again", super::BEGUN_AGAIN.to_owned()));
        }
        if seen.spans.iter().any(|task| task.fate == Fate::Cancelled) {
            return Some(("gave-up-waiting", super::GAVE_UP.to_owned()));
        }
        let ids = seen.value.as_deref()?;
        let reordered = ids.len() == "[1, 2, 3]".len()
            && ids != "[1, 2, 3]"
            && ["1", "2", "3"].iter().all(|id| ids.contains(id));
        reordered.then(|| ("results-reordered", super::REORDERED.to_owned()))
    }
}
