//! What must be seen of `pages`, whatever the list and whoever reads it: a generator of lists and readers, and
//! when each page is fetched.

use super::{Ask, AskFor, Step, Work, ms, read};
use judge::{Call, Case, Expected, Rng, Scenario, time};
use std::time::Duration;
use streams::given::{Client, Draft};

/// From one page to hundreds, each case beside two others; then hours.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (pages, most) in
        [(1, 1), (1, 3), (2, 2), (3, 0), (3, 2), (5, 1), (8, 4), (13, 2), (30, 7), (60, 3)]
    {
        let [all, other, more] = [("", pages), (" of b", 3), (" of c", pages)]
            .map(|(name, pages)| reader(rng, name, pages, most));
        let [soon, later] = [900, 5_000].map(|longest| rng.time(0, longest));
        let mut case = Case::new(all).beside(soon, other);
        let dropped = dropped(rng, more);
        case = case.beside(later, dropped);
        cases.push(case);
    }
    // One page has thousands of rows, and one takes hours.
    let mut large = reader(rng, "", 3, 3);
    large.drafts[1].rows = 3_000;
    large.drafts.iter_mut().for_each(|draft| draft.fails = false);
    large.steps = vec![Ask; large.rows() + 1];
    cases.push(Case::new(large).once());
    let mut slow = reader(rng, "", 3, 2);
    slow.drafts[0].takes = rng.time(3_600_000, 90_000_000);
    slow.steps = vec![Ask; slow.rows() + 2];
    cases.push(Case::new(slow).once());
    let mut empty = reader(rng, "", 150, 0);
    empty.drafts[149].rows = 2;
    empty.drafts.iter_mut().for_each(|draft| draft.fails = false);
    empty.steps = vec![Ask; 3];
    cases.push(Case::new(empty).once());
    let mut many = reader(rng, "", 400, 2);
    many.drafts.iter_mut().for_each(|draft| draft.fails = false);
    many.steps = vec![Ask; many.rows() + 1];
    cases.push(Case::new(many).once());
    cases
}

/// A list, and what its reader does.
#[derive(Clone)]
struct Reader {
    name: &'static str,
    drafts: Vec<Draft>,
    steps: Vec<Step>,
    dropped_at: Option<Duration>,
}

/// A list of so many pages with at most so many rows each, read to its end or not.
fn reader(rng: &mut Rng, name: &'static str, pages: usize, most: usize) -> Reader {
    let fails = if rng.one_in(3) { rng.below(pages) } else { pages };
    let mut drafts = Vec::new();
    for number in 0..pages {
        let longest = rng.one_of(&[40, 900, 4_000]);
        let (rows, takes) = (rng.below(most + 1), rng.time(20, longest));
        drafts.push(Draft { rows, takes, fails: number == fails });
    }
    let mut reader = Reader { name, drafts, steps: Vec::new(), dropped_at: None };
    let asks = match rng.one_in(3) {
        true => rng.below(reader.rows() + 2),
        false => reader.rows() + 2,
    };
    for _ in 0..asks {
        if rng.one_in(4) {
            let longest = rng.one_of(&[30, 3_000]);
            reader.steps.push(Work(rng.time(1, longest)));
        }
        if rng.one_in(5) {
            // A fetch takes 20 ms at least: both together are over before it is.
            let steps = [AskFor(ms(rng.between(1, 9))), Work(ms(rng.between(1, 9)))];
            reader.steps.extend(steps);
        }
        reader.steps.push(Ask);
    }
    reader
}

/// The same, dropped at a moment at which nothing else happens.
fn dropped(rng: &mut Rng, reader: Reader) -> Reader {
    let (expected, over) = reader.run();
    let mut moments = expected.moments();
    moments.push(over);
    for _ in 0..9 {
        let at = ms(rng.between(1, over.as_millis() as u64 + 2));
        if !moments.contains(&at) {
            return Reader { dropped_at: Some(at), ..reader };
        }
    }
    Reader { dropped_at: Some(over + ms(7)), ..reader }
}

impl Reader {
    fn rows(&self) -> usize {
        self.drafts.iter().map(|draft| draft.rows).sum()
    }

    /// What is to be seen, and how long it takes.
    fn run(&self) -> (Expected, Duration) {
        let mut expected = Expected::new();
        let mut got: Vec<String> = Vec::new();
        let mut error = None;
        let mut now = Duration::ZERO;
        // How many pages are there, the rows that are left of the last of them, and its last row's number.
        let (mut fetched, mut left, mut number) = (0, 0, 0);
        let mut begun: Option<Duration> = None;
        let mut over = false;
        'steps: for step in &self.steps {
            let patience = match step {
                Work(takes) => {
                    now += *takes;
                    continue;
                }
                Ask => Duration::MAX,
                AskFor(patience) => *patience,
            };
            let gives_up = now.saturating_add(patience);
            let what = loop {
                if left > 0 {
                    left -= 1;
                    number += 1;
                    break format!("row {number}");
                }
                if over || fetched == self.drafts.len() {
                    over = true;
                    break "the end".to_owned();
                }
                let draft = &self.drafts[fetched];
                let begins = *begun.get_or_insert(now);
                let ends = begins + draft.takes;
                if ends > gives_up {
                    now = gives_up;
                    break "nothing".to_owned();
                }
                now = ends.max(now);
                begun = None;
                fetched += 1;
                expected.completes(format!("page {fetched}{}", self.name), begins, now);
                if draft.fails {
                    over = true;
                    error = Some(format!("page {fetched}"));
                    break "an error".to_owned();
                }
                left = draft.rows;
            };
            let ended = what == "the end";
            got.push(format!("{what} at {}", time(now)));
            if ended {
                break 'steps;
            }
        }
        if let Some(begins) = begun {
            expected.cancels(format!("page {}{}", fetched + 1, self.name), begins, now);
        }
        let all = got.join(", ");
        expected.returns_what(now, move |seen| compare(seen, &all, error.as_deref()));
        (expected, now)
    }
}

/// Where what was given out differs from what was promised, or an error doesn't say enough.
fn compare(seen: &str, promised: &str, error: Option<&str>) -> Result<(), String> {
    let mut lines = seen.lines();
    let got = lines.next().unwrap_or_default();
    for (got, promised) in got.split(", ").zip(promised.split(", ")) {
        if got != promised {
            return Err(format!("Whoever asked got {got}; the promise is {promised}."));
        }
    }
    if got != promised {
        return Err(format!(
            "The last that came was {}.",
            got.split(", ").last().unwrap_or_default()
        ));
    }
    let (Some(page), Some(said)) = (error, lines.next()) else { return Ok(()) };
    match [page, "no connection to the clinic"]
        .iter()
        .find(|part| !said.to_lowercase().contains(**part))
    {
        Some(part) => {
            Err(format!("The error says \"{said}\"; the promise is that it says \"{part}\"."))
        }
        None => Ok(()),
    }
}

impl Scenario for Reader {
    fn input(&self) -> String {
        let page = |(number, draft): (usize, &Draft)| {
            let trouble = if draft.fails { ", and can't be fetched" } else { "" };
            format!(
                "page {} has {} and takes {}{trouble}",
                number + 1,
                draft.rows,
                time(draft.takes)
            )
        };
        let mut told: Vec<String> = self.drafts.iter().enumerate().take(4).map(page).collect();
        if self.drafts.len() > 4 {
            told.push(format!("{} pages more", self.drafts.len() - 4));
        }
        let asked = self.steps.iter().filter(|step| !matches!(step, Work(_))).count();
        let mut input = format!("a list of rows ({}), asked {asked} times in all", told.join("; "));
        if let Some(at) = self.dropped_at {
            input += &format!(", dropped at {}", time(at));
        }
        input
    }

    fn call(&self) -> Call {
        let Reader { name, drafts, steps, dropped_at } = self.clone();
        let call = Call::new(move || async move {
            let reading = read(Client::with_pages(name, drafts), steps).await;
            let mut lines = vec![reading.got.join(", ")];
            lines.extend(reading.errors.iter().map(|error| error.replace('\n', " ")));
            lines.join("\n")
        });
        match dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn expected(&self) -> Option<Expected> {
        let (expected, _) = self.run();
        Some(match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        })
    }
}
