//! What must be seen of `import`, whatever is counted: a generator of ballots and of neighbours.

use super::import_beside;
use judge::{Call, Case, Observation, Rng, Scenario, time};
use std::time::Duration;

/// From no row to thousands, each case beside two others.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for many in [0, 1, 2, 99, 100, 101, 199, 200, 201, 301, 777, 1_300] {
        let [one, other, third] = [many, 250, many].map(|many| night(rng, many));
        cases.push(Case::new(one).beside(Duration::ZERO, other).beside(rng.time(1, 9), third));
    }
    cases.push(Case::new(night(rng, 4_500)).once());
    cases
}

/// So many ballots, beside neighbours.
fn night(rng: &mut Rng, many: usize) -> Night {
    let parties = rng.one_of(&[1, 2, 9, 1_000_000]);
    let votes = (0..many).map(|_| rng.below(parties) as u32).collect();
    Night { votes, neighbours: rng.below(4) }
}

struct Night {
    votes: Vec<u32>,
    neighbours: usize,
}

impl Scenario for Night {
    fn input(&self) -> String {
        let neighbours = match self.neighbours {
            0 => "alone".to_owned(),
            1 => "beside a neighbour".to_owned(),
            many => format!("beside {many} neighbours"),
        };
        format!("import({} rows) {neighbours}", self.votes.len())
    }

    fn call(&self) -> Call {
        let (votes, neighbours) = (self.votes.clone(), self.neighbours);
        Call::new(move || async move {
            let night = import_beside(votes, neighbours).await;
            format!("{}\n{}", night.most, night.summary)
        })
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        if !seen.took.is_zero() {
            return Err(format!(
                "It took {} of simulated time; the promise is that none passes.",
                time(seen.took)
            ));
        }
        let Some((most, summary)) = seen.value.as_deref().and_then(|value| value.split_once('\n'))
        else {
            return Ok(());
        };
        if most.parse().is_ok_and(|most: u64| most > 100) {
            return Err(format!(
                "Between two turns of a neighbour {most} rows were counted; the promise is at most 100."
            ));
        }
        let mut votes = self.votes.clone();
        votes.sort_unstable();
        let mut promised: Vec<String> = Vec::new();
        for same in votes.chunk_by(|a, b| a == b) {
            promised.push(format!("{}: {}", same[0], same.len()));
        }
        match summary == promised.join(", ") {
            true => Ok(()),
            false => {
                Err("The summary is another than that of all rows, each counted once.".to_owned())
            }
        }
    }
}
