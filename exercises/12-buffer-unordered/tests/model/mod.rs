//! What must be seen of `check_links` for whatever list: a generator of lists, and a model of one.
//!
//! When a link is taken in hand follows from the text: the next in the list begins at the first moment
//! at which a place is free. How long it is in hand depends on nothing but itself.

use self::Gone::{All, First, Last, Some as SomeOf};
use buffer_unordered::check_links;
use buffer_unordered::given::Url;
use judge::{Call, Case, Expected, Observation, Rng, Scenario, time};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Which links of a list are gone.
#[derive(Clone, Copy)]
enum Gone {
    All,
    First,
    Last,
    Some,
}

const ALL_AT_ONCE: usize = Semaphore::MAX_PERMITS;
/// Its last 32 bits are zero, where there are more.
const BEYOND_U32: usize = Semaphore::MAX_PERMITS / 2 + 1;
/// More than a week, for answers that give up. Such a list is run once and alone: it may be slow for an
/// answer that looks at the clock every second, and that is no mistake.
const DAYS: u64 = 900_000_000;

/// Number of links, how many at once, how long one takes at most (in ms), and which are gone.
const LISTS: &[(usize, usize, u64, Gone)] = &[
    (0, 0, 1, All),
    (0, 1, 1, All),
    (1, 0, 900, All),
    (1, 1, 40, First),
    (1, ALL_AT_ONCE, 900, All),
    (2, 1, 9_000, First),
    (2, 2, 9_000, All),
    (3, 2, 900, Last),
    (3, 1, 9_000, SomeOf),
    (3, 0, 900, All),
    (4, BEYOND_U32, 900, All),
    (2, ALL_AT_ONCE, DAYS, All),
    (5, 2, 40, All),
    (5, 3, 9_000, SomeOf),
    (8, 4, 900, All),
    (13, 3, 9_000, All),
    (30, 0, 900, SomeOf),
    (30, 11, 9_000, SomeOf),
    (80, 1, 900, SomeOf),
    (130, 7, 40, All),
    (300, 257, 9_000, Last),
    (120, ALL_AT_ONCE, 900, All),
    (1_100, ALL_AT_ONCE, 900, First),
];

/// Lists from none to hundreds. Each is run beside two others, which have the same pages in them.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (links, at_once, longest, gone) in LISTS.iter().copied() {
        let reports: Arc<Vec<Duration>> = Arc::new(times(rng, links + 3, longest));
        let this = list(rng, (links, at_once, longest, gone), &reports);
        let mut case = Case::new(this);
        if longest == DAYS {
            cases.push(case.once());
            continue;
        }
        for _ in 0..2 {
            let links = rng.below(links.min(30) + 3);
            let at_once = rng.one_of(&[0, 1, 2, 3, links, ALL_AT_ONCE]);
            let gone = rng.one_of(&[All, First, Last, SomeOf]);
            let other = list(rng, (links, at_once, longest, gone), &reports);
            case = case.beside(rng.time(0, longest), other);
        }
        cases.push(if links >= 300 { case.once() } else { case });
    }
    // All others are through while one link is in hand.
    let reports: Arc<Vec<Duration>> = Arc::new(times(rng, 60, 900));
    let mut slow = list(rng, (60, 3, 900, Last), &reports);
    slow.links[0].takes = Duration::from_secs(100_000);
    cases.push(Case::new(slow).once());
    // And no other begins beside it, if there is no place.
    let mut alone = list(rng, (4, 1, 900, First), &reports);
    alone.links[0].takes = Duration::from_secs(100_000);
    cases.push(Case::new(alone).once());
    cases
}

/// Times of up to `longest`; a few are none at all, and sometimes all are the same.
fn times(rng: &mut Rng, many: usize, longest: u64) -> Vec<Duration> {
    let least = if longest == DAYS { 700_000_000 } else { 1 };
    let equal = rng.one_in(6).then(|| rng.time(least, longest));
    let mut times = Vec::new();
    for place in 0..many {
        let none = place > 0 && rng.one_in(9);
        let time = if none { Duration::ZERO } else { rng.time(least, longest) };
        times.push(equal.unwrap_or(time));
    }
    times
}

/// What is to be checked, and how many at once.
struct List {
    links: Vec<Link>,
    at_once: usize,
    /// How long the report on each page takes.
    reports: Arc<Vec<Duration>>,
}

struct Link {
    page: usize,
    takes: Duration,
    gone: bool,
}

fn list(
    rng: &mut Rng,
    (links, at_once, longest, gone): (usize, usize, u64, Gone),
    reports: &Arc<Vec<Duration>>,
) -> List {
    let mut list = List { links: Vec::new(), at_once, reports: reports.clone() };
    for (place, takes) in times(rng, links, longest).into_iter().enumerate() {
        list.links.push(Link {
            // Some pages are in it twice.
            page: if rng.one_in(6) { 0 } else { place },
            takes,
            gone: match gone {
                All => true,
                First => place == 0,
                Last => place + 1 == links,
                SomeOf => rng.one_in(2),
            },
        });
    }
    list
}

/// How a page is called; one of them has no name.
fn name(page: usize) -> String {
    if page == 3 { String::new() } else { format!("page {page}") }
}

impl Link {
    fn url(&self) -> Url {
        let url = Url::new(name(self.page), self.takes);
        if self.gone { url.gone() } else { url }
    }
}

impl Scenario for List {
    fn input(&self) -> String {
        let mut links = Vec::new();
        for Link { page, takes, gone } in self.links.iter().take(5) {
            let report = time(self.reports[*page]);
            let gone = if *gone { format!(", gone, report {report}") } else { String::new() };
            links.push(format!("{:?} ({}{gone})", name(*page), time(*takes)));
        }
        if self.links.len() > 5 {
            links.push(format!("and {} more", self.links.len() - 5));
        }
        let at_once = match self.at_once {
            ALL_AT_ONCE => "Semaphore::MAX_PERMITS".to_owned(),
            n => n.to_string(),
        };
        format!("check_links([{}], {at_once})", links.join(", "))
    }

    fn call(&self) -> Call {
        let urls: Vec<Url> = self.links.iter().map(Link::url).collect();
        let at_once = self.at_once;
        Call::new(move || async move {
            let mut found = Vec::new();
            for status in check_links(urls, at_once).await {
                found.push(format!("{}: {:?}", status.url(), status.finding()));
            }
            found.join("\n")
        })
    }

    fn times(&self) -> Vec<(String, Duration)> {
        let report = |(page, takes): (usize, &Duration)| (format!("report {}", name(page)), *takes);
        self.reports.iter().enumerate().map(report).collect()
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let (mut found, mut last) = (Vec::new(), Duration::ZERO);
        let places = self.at_once.min(self.links.len());
        let mut free = vec![Duration::ZERO; places];
        for Link { page, takes, gone } in &self.links {
            let Some(place) = first_free(&free) else {
                found.push(format!("{}: NotChecked", name(*page)));
                continue;
            };
            found.push(format!("{}: {}", name(*page), if *gone { "Gone" } else { "Fine" }));
            let begins = free[place];
            let mut over = begins + *takes;
            expected.completes(format!("check {}", name(*page)), begins, over);
            if *gone {
                let checked = over;
                over += self.reports[*page];
                expected.completes(format!("report {}", name(*page)), checked, over);
            }
            free[place] = over;
            last = last.max(over);
        }
        expected.returns_what(last, move |returned| are_found(returned, &found));
        Some(expected)
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let nothing_done = seen.spans.is_empty() && seen.took.is_zero();
        let lost = self.at_once == 0 && nothing_done && !self.links.is_empty();
        lost.then(|| ("links-lost", LINKS_LOST.to_owned()))
    }
}

pub const LINKS_LOST: &str = "With 0 at once nobody has looked at these links, and still they belong in the list \
    that is returned: as `not_checked`.";

/// The place that is free before all others.
pub fn first_free(free: &[Duration]) -> Option<usize> {
    let mut first = 0;
    for place in 1..free.len() {
        if free[place] < free[first] {
            first = place;
        }
    }
    (!free.is_empty()).then_some(first)
}

/// Each link is returned once and as it was found, in any order.
fn are_found(returned: &str, found: &[String]) -> Result<(), String> {
    let mut left: Vec<&str> = returned.lines().collect();
    let (all, promised) = (left.len(), found.len());
    for link in found {
        let Some(at) = left.iter().position(|it| it == link) else {
            return Err(format!(
                "It returned {all} links; the promise is {promised}, \"{link}\" among them."
            ));
        };
        left.swap_remove(at);
    }
    match left.first() {
        None => Ok(()),
        Some(link) => Err(format!(
            "It returned {all} links; the promise is {promised}. \"{link}\" is one too many."
        )),
    }
}
