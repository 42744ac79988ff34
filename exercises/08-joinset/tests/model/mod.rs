//! What must be seen of `thumbnails` for whatever photos: a generator of pages, and what each has to look
//! like. No failure comes at a moment at which anything else ends. Whether a photo that is on a page twice is
//! rendered twice is nowhere said.

use super::Outcome;
use joinset::given::shows;
use joinset::thumbnails;
use judge::{Call, Case, Expected, Observation, Rng, Scenario, time};
use std::time::Duration;

/// Pages from none to hundreds of photos, with failures in each place or none. Two other pages are rendered
/// beside each, and small ones are also dropped, at every moment at which something happens and between.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (size, failing) in [
        (0, Failing::None),
        (1, Failing::None),
        (1, Failing::Damaged(0)),
        (1, Failing::Panics(0)),
        (2, Failing::None),
        (2, Failing::Damaged(1)),
        (2, Failing::Panics(0)),
        (3, Failing::Damaged(0)),
        (3, Failing::Panics(1)),
        (3, Failing::Damaged(2)),
        (4, Failing::LastIsFirst { panics: false }),
        (4, Failing::LastIsFirst { panics: true }),
        (4, Failing::All),
        (5, Failing::Several),
        (9, Failing::None),
        (40, Failing::Panics(39)),
        (60, Failing::Damaged(59)),
        (70, Failing::Several),
        (150, Failing::Panics(0)),
        (700, Failing::None),
    ] {
        // A recorder keeps 2 500 spans, and an answer may record one of its own for each photo.
        let beside = if size == 700 { 120 } else { 4 };
        let others = [1, 2].map(|tag| {
            let failing = rng.one_of(&[Failing::None, Failing::Several, Failing::Panics(0)]);
            page(rng, beside, if size == 700 { Failing::None } else { failing }, tag)
        });
        let one = page(rng, size, failing, 0);
        let case = case(rng, one, others);
        cases.push(if size == 700 { case.once() } else { case });
    }
    for (size, failing) in [(1, Failing::None), (4, Failing::None), (4, Failing::Several)] {
        let page = page(rng, size, failing, 0);
        let mut moments = vec![Duration::ZERO];
        moments.extend(page.all_that_is_seen(|_| 1).moments());
        let mut dropped = Vec::new();
        for pair in moments.windows(2) {
            let between = (pair[1] - pair[0]) * rng.between(1, 9) as u32 / 10;
            let between = Duration::from_millis(between.as_millis() as u64);
            dropped.extend([pair[0], pair[0] + between]);
        }
        dropped.dedup();
        for at in dropped {
            let one = Page { dropped_at: Some(at), ..page.clone() };
            let others = [1, 2].map(|tag| self::page(rng, 2, Failing::None, tag));
            cases.push(case(rng, one, others));
        }
    }
    cases
}

/// A page beside two others, which all know how long each photo takes.
fn case(rng: &mut Rng, page: Page, others: [Page; 2]) -> Case {
    let [mut two, mut three] = others;
    let mut one = page;
    let mut times = one.times.clone();
    times.extend(two.times.iter().chain(&three.times).cloned());
    for page in [&mut one, &mut two, &mut three] {
        page.times.clone_from(&times);
    }
    Case::new(one).beside(rng.time(1, 900), two).beside(rng.time(1, 5_000), three)
}

/// Which photos of a page fail.
#[derive(Clone, Copy)]
enum Failing {
    None,
    /// The one in this place is damaged.
    Damaged(usize),
    /// The one in this place lets the renderer panic.
    Panics(usize),
    Several,
    /// The first and the last in the list, of which the last is the first to fail.
    LastIsFirst {
        panics: bool,
    },
    /// All, of which there are four at most: each has a last digit of its own in its time.
    All,
}

#[derive(Clone)]
struct Page {
    photos: Vec<Photo>,
    /// What the numbers of its photos leave when divided by three. Pages that are rendered beside each other
    /// have no photo in common.
    tag: u32,
    times: Vec<(String, Duration)>,
    dropped_at: Option<Duration>,
}

#[derive(Clone, Copy)]
struct Photo {
    id: u32,
    takes: Duration,
}

fn page(rng: &mut Rng, size: usize, failing: Failing, tag: u32) -> Page {
    // One photo may take days. (Who looks again and again is not waited for that long with many.)
    let longest = if size == 1 { 900_000_000 } else { rng.one_of(&[900, 9_000, 90_000]) };
    let (good, twice) = (matches!(failing, Failing::None), size == 2 || size == 9);
    let mut photos: Vec<Photo> = Vec::new();
    for place in 0..size {
        // 0, 10 and 100 are photos too, and so is the last number that there is. But an error may speak of
        // the third of five: where there is one, photos have four digits.
        let id = match rng.between(0, 9) {
            0 if good => u32::MAX - 30 + rng.below(30) as u32,
            1 if good => rng.below(100) as u32,
            _ => rng.between(1_000, 6_500) as u32,
        };
        let photo = Photo { id: id / 3 * 3 + tag, takes: rng.time(longest / 9, longest) };
        let known = photos.iter().find(|it| it.id == photo.id).copied();
        photos.push(known.unwrap_or(photo));
        if good && twice && place > 0 {
            photos[place] = photos[rng.below(place)];
        }
    }
    // One number begins like another.
    if let [first, .., last] = &mut photos[..]
        && good
        && !twice
        && first.id < 10_000
    {
        last.id = first.id * 10;
    }
    let failures: Vec<usize> = match failing {
        Failing::None => vec![],
        Failing::Damaged(place) | Failing::Panics(place) => vec![place],
        Failing::Several => rng.order(size).into_iter().take(3).collect(),
        Failing::LastIsFirst { .. } => vec![size - 1, 0],
        Failing::All => rng.order(size),
    };
    for (nth, place) in failures.into_iter().enumerate() {
        let panics = match failing {
            Failing::Damaged(_) => false,
            Failing::Panics(_) => true,
            Failing::LastIsFirst { panics } => panics,
            _ => nth % 2 == rng.below(2),
        };
        let id = (if panics { 7_701 } else { 6_600 }) + 3 * nth as u32 + tag;
        // All others take an odd number of milliseconds: no failure has a moment in common with anybody.
        let (least, most) = match failing {
            Failing::LastIsFirst { .. } if nth == 0 => (longest / 90, longest / 21),
            Failing::LastIsFirst { .. } => (longest / 20, longest / 10 - 1),
            _ => (longest / 90, longest / 10 - 1),
        };
        let takes = rng.between(least, most) * 10 + 2 * (nth as u64 % 4 + 1);
        photos[place] = Photo { id, takes: Duration::from_millis(takes) };
    }
    let times = photos.iter().map(|it| (format!("photo {}", it.id), it.takes)).collect();
    Page { photos, tag, times, dropped_at: None }
}

impl Photo {
    /// What the error has to say of it.
    fn trouble(self) -> Option<&'static str> {
        match self.id / 100 {
            66 => Some("nothing but mould"),
            77 => Some("panic"),
            _ => None,
        }
    }
}

impl Page {
    fn first_failure(&self) -> Option<Photo> {
        let failing = self.photos.iter().filter(|photo| photo.trouble().is_some());
        failing.min_by_key(|photo| photo.takes).copied()
    }

    /// How often a photo is on the page.
    fn places(&self, id: u32) -> usize {
        self.photos.iter().filter(|photo| photo.id == id).count()
    }

    /// What is seen where each photo is rendered as often as `renders` says.
    fn all_that_is_seen(&self, renders: impl Fn(u32) -> usize) -> Expected {
        let mut expected = Expected::new();
        let failure = self.first_failure();
        let last = self.photos.iter().map(|photo| photo.takes).max().unwrap_or_default();
        let end = failure.map_or(last, |photo| photo.takes);
        let mut known = Vec::new();
        for photo in &self.photos {
            known.push(photo.id);
            let before = known.iter().filter(|id| **id == photo.id).count();
            if before > renders(photo.id) {
                continue;
            }
            let name = format!("photo {}", photo.id);
            match photo.takes <= end {
                true => expected.completes(name, Duration::ZERO, photo.takes),
                false => expected.cancels(name, Duration::ZERO, end),
            }
        }
        let ids: Vec<u32> = self.photos.iter().map(|photo| photo.id).collect();
        expected.returns_what(end, move |told| match failure {
            None => shows_all(told, &ids),
            Some(photo) => blames(told, &ids, photo),
        });
        match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        }
    }
}

impl Scenario for Page {
    fn input(&self) -> String {
        let photos = self.photos.iter().take(5);
        let told: Vec<String> =
            photos.map(|photo| format!("{} ({})", photo.id, time(photo.takes))).collect();
        let more = self.photos.len() - told.len();
        let and = if more > 0 { format!(" and {more} more") } else { String::new() };
        let dropped =
            self.dropped_at.map_or(String::new(), |at| format!(", dropped at {}", time(at)));
        format!("thumbnails([{}{and}]){dropped}", told.join(", "))
    }

    fn call(&self) -> Call {
        let ids = self.photos.iter().map(|photo| photo.id).collect();
        let call = Call::new(move || async move { told(thumbnails(ids).await) });
        match self.dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn times(&self) -> Vec<(String, Duration)> {
        self.times.clone()
    }

    fn panics(&self) -> bool {
        self.photos.iter().any(|photo| photo.trouble() == Some("panic"))
    }

    fn owns(&self, span: &str) -> bool {
        let id = span.strip_prefix("photo ").and_then(|id| id.parse::<u32>().ok());
        id.is_some_and(|id| id % 3 == self.tag)
    }

    fn says(&self, line: &str) -> bool {
        line.split_once(':').is_some_and(|(photo, _)| self.owns(photo))
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let refused = seen.spans.is_empty() && seen.value.as_ref()?.starts_with("Err: ");
        if refused {
            return Some(("refused", super::REFUSED.to_owned()));
        }
        let begun = seen.spans.iter().filter(|span| span.start.is_zero()).count();
        let limited = begun > 1 && begun < seen.spans.len();
        limited.then(|| ("limited", super::LIMITED.to_owned()))
    }

    fn expected(&self) -> Option<Expected> {
        let twice = self.photos.iter().any(|photo| self.places(photo.id) > 1);
        (!twice).then(|| self.all_that_is_seen(|_| 1))
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let renders = |id: u32| {
            let name = format!("photo {id}");
            let seen = seen.spans.iter().filter(|span| span.name == name).count();
            seen.clamp(1, self.places(id))
        };
        self.all_that_is_seen(renders).compare(seen)
    }
}

/// Which file shows which photo is another thing each time that the program runs, so it is told here. What is
/// no thumbnail is quoted.
fn told(outcome: Outcome) -> String {
    let of = |name: &String| {
        let id = name.split('-').next().and_then(|id| id.parse().ok());
        id.filter(|id| shows(name, *id)).map_or(format!("{name:?}"), thumbnail)
    };
    match outcome {
        Ok(names) => names.iter().map(of).collect::<Vec<_>>().join("\n"),
        Err(error) => format!("Err: {error:#}"),
    }
}

fn thumbnail(id: u32) -> String {
    format!("the thumbnail of photo {id}")
}

fn shows_all(told: &str, ids: &[u32]) -> Result<(), String> {
    if let Some(error) = told.strip_prefix("Err: ") {
        return Err(format!("It failed: \"{error}\"; the promise is all the thumbnails."));
    }
    let names: Vec<&str> = told.lines().collect();
    for (place, id) in ids.iter().enumerate() {
        let (name, promised) = (names.get(place).copied().unwrap_or("nothing"), thumbnail(*id));
        if name != promised {
            return Err(format!(
                "In place {} stands {name}; the promise is {promised}.",
                place + 1
            ));
        }
    }
    match names.len() == ids.len() {
        true => Ok(()),
        false => Err(format!("It returned {} thumbnails for {} photos.", names.len(), ids.len())),
    }
}

/// The error names this photo and no other of the page, and says what was wrong with it.
fn blames(told: &str, ids: &[u32], photo: Photo) -> Result<(), String> {
    let Some(error) = told.strip_prefix("Err: ") else {
        return Err(format!(
            "It returned thumbnails; the promise is an error, since {} failed.",
            photo.id
        ));
    };
    super::blames(error, ids, photo.id, photo.trouble().unwrap_or_default())
}
