//! What must be seen of `later`, `now` and `breakfast`, whatever the guests do: a generator of guests, and
//! what has to be cooked, said and served when.

use judge::{Call, Case, Expected, Observation, Rng, Scenario, join_all, time};
use std::pin::Pin;
use std::time::Duration;
use tasks_vs_futures::given::Order;
use tasks_vs_futures::{breakfast, later, now};
use tokio::time::{sleep, timeout};

/// Breakfasts with a slow kettle or a slow mill, given up or not; then evenings of one guest, of a few, and
/// of more than a limit was made for.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for longest in [9_000, 50, 30_000_000] {
        for kettle_is_slow in [true, false] {
            let mut all = [rng.time(longest / 2 + 1, longest), rng.time(1, longest / 2)];
            if !kettle_is_slow {
                all.swap(0, 1);
            }
            let times = [all[0], all[1], rng.time(1, longest)];
            let left = rng.time(1, longest / 2).min(all[0] + all[1] - Duration::from_millis(1));
            let first = Breakfast { times, left: None };
            let mut case = Case::new(first);
            for _ in 0..if longest == 50 { 30 } else { 2 } {
                case = case.beside(rng.time(0, longest), Breakfast { times, left: None });
            }
            cases.push(case);
            cases.push(Case::new(Breakfast { times, left: Some(left) }));
            let just_before = all[0].max(all[1]) - Duration::from_millis(1);
            cases.push(Case::new(Breakfast { times, left: Some(just_before) }));
        }
    }
    for longest in [4_000, 400_000_000] {
        for way in WAYS {
            let evenings = [1, 1, 2].map(|guests| evening(rng, guests, longest, Some(way)));
            cases.push(case(rng, evenings, longest));
        }
    }
    for (guests, longest) in
        [(2, 3_000), (3, 9_000), (5, 90_000), (8, 9_000), (20, 30), (40, 30_000)]
    {
        let evenings = [guests, 2, 3].map(|guests| evening(rng, guests, longest, None));
        cases.push(case(rng, evenings, longest));
    }
    // Ready, or on the floor, at once.
    for way in [Way::Later, Way::Now, Way::NowDropped, Way::NowIllFated] {
        let mut at_once = evening(rng, 1, 4_000, Some(way));
        at_once.0[0].takes = Duration::ZERO;
        cases.push(Case::new(at_once));
    }
    // All orders are of one kind, and most are under way together; or they hang there meanwhile.
    for (guests, way) in [(180, Way::Later), (400, Way::Now)] {
        let mut crowd = evening(rng, guests, 50_000, Some(way));
        for (place, guest) in crowd.0.iter_mut().enumerate() {
            let waits = Duration::from_millis(guest.waits.as_millis() as u64 / 50);
            (guest.comes, guest.waits) = (Duration::ZERO, waits);
            if way == Way::Later && place < 100 {
                (guest.way, guest.waits) = (Way::LaterNever, Duration::from_secs(60));
            }
        }
        cases.push(Case::new(crowd).once());
    }
    cases
}

fn case(rng: &mut Rng, [one, two, three]: [Evening; 3], longest: u64) -> Case {
    Case::new(one).beside(rng.time(0, longest), two).beside(rng.time(0, longest), three)
}

/// What becomes of an order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `later`, awaited after a while.
    Later,
    /// `later`, and dropped after a while, before anybody awaits it.
    LaterNever,
    /// `later`, awaited after a while, and dropped halfway.
    LaterHalfway,
    /// `now`, and its handle awaited after a while.
    Now,
    /// `now`, and its handle dropped after a while.
    NowDropped,
    /// `now`, its handle awaited after a while; it falls to the floor.
    NowIllFated,
}

const WAYS: [Way; 6] =
    [Way::Later, Way::LaterNever, Way::LaterHalfway, Way::Now, Way::NowDropped, Way::NowIllFated];

/// An order, which is given at `comes` and left alone for `waits`.
#[derive(Clone)]
struct Guest {
    way: Way,
    dish: String,
    comes: Duration,
    waits: Duration,
    takes: Duration,
    /// How long it is awaited at most.
    patience: Duration,
}

/// All that is ordered in one call.
struct Evening(Vec<Guest>);

fn evening(rng: &mut Rng, guests: usize, longest: u64, way: Option<Way>) -> Evening {
    let mut all = Vec::new();
    for place in 0..guests {
        let way = way.unwrap_or_else(|| rng.one_of(&WAYS));
        let halfway = way == Way::LaterHalfway;
        let takes = match rng.between(0, 9) {
            // Nothing to wait for: it is ready, or on the floor, at once.
            0 if !halfway => Duration::ZERO,
            _ => rng.time(3, longest),
        };
        let last = (takes.as_millis() as u64).saturating_sub(1).max(1);
        let patience = match rng.between(0, 3) {
            0 => 1,
            1 => last,
            _ => rng.between(1, last),
        };
        all.push(Guest {
            way,
            // Some order the same, and some what a breakfast is made of.
            dish: match rng.between(0, 7) {
                0 | 1 => "dish 0".to_owned(),
                2 => rng.one_of(&["coffee", "breakfast", "water", ""]).to_owned(),
                _ => format!("dish {place}"),
            },
            comes: if rng.one_in(2) { Duration::ZERO } else { rng.time(1, longest / 2) },
            waits: if rng.one_in(4) { Duration::ZERO } else { rng.time(1, longest) },
            takes,
            patience: Duration::from_millis(patience),
        });
    }
    Evening(all)
}

impl Scenario for Evening {
    fn input(&self) -> String {
        let mut all = Vec::new();
        for guest in self.0.iter().take(5) {
            all.push(guest.input());
        }
        match self.0.len() - all.len() {
            0 => all.join("; "),
            more => format!("{}; and {more} more", all.join("; ")),
        }
    }

    fn call(&self) -> Call {
        let guests = self.0.clone();
        Call::new(move || async move {
            let mut all: Vec<Pin<Box<dyn Future<Output = String>>>> = Vec::new();
            for guest in guests {
                all.push(Box::pin(guest.orders()));
            }
            join_all(all).await.join(", ")
        })
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        expected.says_no_more();
        let (mut served, mut last) = (Vec::new(), Duration::ZERO);
        for guest in &self.0 {
            let (meal, over) = guest.expects(&mut expected);
            served.push(meal);
            last = last.max(over);
        }
        expected.returns(served.join(", "), last);
        Some(expected)
    }

    fn panics(&self) -> bool {
        self.0.iter().any(|guest| guest.way == Way::NowIllFated)
    }
}

impl Guest {
    fn input(&self) -> String {
        let Guest { way, dish, comes, waits, takes, patience } = self;
        let name = if matches!(way, Way::Now | Way::NowDropped | Way::NowIllFated) {
            "now"
        } else {
            "later"
        };
        let then = match way {
            Way::Later | Way::Now => String::new(),
            Way::LaterNever | Way::NowDropped => ", and dropped".to_owned(),
            Way::LaterHalfway => format!(", and dropped {} after that", time(*patience)),
            Way::NowIllFated => ", which falls to the floor".to_owned(),
        };
        let awaited = if matches!(way, Way::LaterNever | Way::NowDropped) {
            "kept for"
        } else {
            "awaited after"
        };
        format!(
            "{name}({dish}, {}) at {}, {awaited} {}{then}",
            time(*takes),
            time(*comes),
            time(*waits)
        )
    }

    /// What the guest does, and is served.
    async fn orders(self) -> String {
        let order = match self.way {
            Way::NowIllFated => Order::ill_fated(self.dish, self.takes),
            _ => Order::new(self.dish, self.takes),
        };
        pause(self.comes).await;
        match self.way {
            Way::Later | Way::LaterNever | Way::LaterHalfway => {
                let meal = later(order);
                pause(self.waits).await;
                match self.way {
                    Way::Later => meal.await.to_string(),
                    Way::LaterHalfway => match timeout(self.patience, meal).await {
                        Ok(meal) => meal.to_string(),
                        Err(_) => "dropped".to_owned(),
                    },
                    _ => {
                        drop(meal);
                        "dropped".to_owned()
                    }
                }
            }
            Way::Now | Way::NowDropped | Way::NowIllFated => {
                let handle = now(order);
                pause(self.waits).await;
                if self.way == Way::NowDropped {
                    drop(handle);
                    // Until the kitchen is done for sure.
                    sleep(self.takes + ODD).await;
                    return "dropped".to_owned();
                }
                match handle.await {
                    Ok(meal) => meal.to_string(),
                    Err(error) if error.is_panic() => "a panic".to_owned(),
                    Err(error) => error.to_string(),
                }
            }
        }
    }

    /// Notes what is cooked and said; returns what is served, and when.
    fn expects(&self, expected: &mut Expected) -> (String, Duration) {
        let (dish, asked) = (&self.dish, self.comes + self.waits);
        let begins = match self.way {
            Way::LaterNever => return ("dropped".to_owned(), asked),
            Way::Later | Way::LaterHalfway => asked,
            Way::Now | Way::NowDropped | Way::NowIllFated => self.comes,
        };
        let (cooking, ready) = (format!("cooking {dish}"), begins + self.takes);
        expected.says(begins, format!("  the cook begins with the {dish}"));
        match self.way {
            Way::LaterHalfway => {
                let dropped = begins + self.patience;
                expected.cancels(cooking, begins, dropped);
                return ("dropped".to_owned(), dropped);
            }
            // A panic drops what it leaves.
            Way::NowIllFated => expected.cancels(cooking, begins, ready),
            _ => {
                expected.completes(cooking, begins, ready);
                expected.says(ready, format!("  the {dish} is ready"));
            }
        }
        match self.way {
            Way::NowIllFated => ("a panic".to_owned(), ready.max(asked)),
            Way::NowDropped => ("dropped".to_owned(), asked + self.takes + ODD),
            _ => (dish.clone(), ready.max(asked)),
        }
    }
}

const ODD: Duration = Duration::from_millis(37);

async fn pause(time: Duration) {
    if !time.is_zero() {
        sleep(time).await;
    }
}

/// Coffee, in a kitchen in which boiling, grinding and brewing take these times. Where the guest has left,
/// it is the next guest's coffee that counts.
struct Breakfast {
    times: [Duration; 3],
    left: Option<Duration>,
}

const STEPS: [&str; 3] = ["boiling", "grinding", "brewing"];

impl Breakfast {
    /// When the breakfast that counts begins: the kitchen has long come to rest.
    fn begins(&self) -> Duration {
        let [boiling, grinding, brewing] = self.times;
        self.left.map_or(Duration::ZERO, |left| left + boiling + grinding + brewing + ODD)
    }

    fn promised(&self) -> Expected {
        let mut expected = Expected::new();
        let [boiling, grinding, brewing] = self.times;
        let both = boiling.max(grinding);
        let starts = [Duration::ZERO, Duration::ZERO, both];
        for ((step, start), takes) in STEPS.iter().zip(starts).zip(self.times) {
            expected.completes(*step, start, start + takes);
            expected.says(start, format!("  {step} begins"));
            expected.says(start + takes, format!("  {step} is done"));
        }
        expected.returns("coffee", both + brewing);
        expected
    }
}

impl Scenario for Breakfast {
    fn input(&self) -> String {
        let [boiling, grinding, brewing] = self.times.map(time);
        let left = match self.left {
            Some(left) => format!("breakfast(), dropped after {}, and later ", time(left)),
            None => String::new(),
        };
        format!(
            "{left}breakfast() when boiling takes {boiling}, grinding {grinding}, brewing {brewing}"
        )
    }

    fn call(&self) -> Call {
        let (left, begins) = (self.left, self.begins());
        Call::new(move || async move {
            if let Some(left) = left {
                let _ = timeout(left, breakfast()).await;
                sleep(begins - left).await;
            }
            breakfast().await.to_string()
        })
    }

    fn times(&self) -> Vec<(String, Duration)> {
        STEPS.iter().map(|step| (*step).to_owned()).zip(self.times).collect()
    }

    fn expected(&self) -> Option<Expected> {
        self.left.is_none().then(|| self.promised())
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let zero = self.begins();
        let mut seen = seen.clone();
        seen.spans.retain(|span| span.start >= zero);
        seen.said.retain(|said| said.at >= zero);
        for span in &mut seen.spans {
            (span.start, span.end) = (span.start - zero, span.end - zero);
        }
        for said in &mut seen.said {
            said.at -= zero;
        }
        seen.took -= zero;
        self.promised().compare(&seen)
    }
}
