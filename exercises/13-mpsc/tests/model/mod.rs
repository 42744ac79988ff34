//! What must be seen of `pipeline` for whatever delivery: a generator of deliveries, and the rules that
//! every allowed run keeps to. They leave a choice: whether a parcel more is weighed when the bench is
//! full, and in which order parcels go through.

use judge::{Call, Case, Fate, Observation, Rng, Scenario, Span, time};
use mpsc::given::Parcel;
use mpsc::pipeline;
use std::time::Duration;
use tokio::sync::Semaphore;

/// The most that is promised of a bench.
const MOST: usize = Semaphore::MAX_PERMITS - 1;
/// One more than fits into 32 bits, where there are more.
const BEYOND_U32: usize = if MOST > u32::MAX as usize { MOST / (1 << 28) + 1 } else { MOST };
/// More than a week, for answers that give up. Such a delivery is run once and alone: it may be slow for
/// an answer that looks at the clock every second, and that is no mistake.
const DAYS: u64 = 900_000_000;

/// Number of parcels, room on the bench, and how long one takes at most (in ms) on the scale and at the
/// printer.
const DELIVERIES: &[(usize, usize, u64, u64)] = &[
    (0, 1, 900, 900),
    (0, MOST, 900, 900),
    (1, 1, 900, 900),
    (1, MOST, 900, 900),
    (2, 1, 900, 900),
    (2, 256, 900, 9_000),
    (2, 65_536, 9_000, 900),
    (3, 1, 9, 9_000),
    (6, BEYOND_U32, 9, 9_000),
    (3, 2, 9_000, 9),
    (2, 2, DAYS, 900),
    (2, 1, 900, DAYS),
    (5, 2, 900, 900),
    (5, 3, 9, 900),
    (8, 5, 9, 9_000),
    (13, 1, 900, 900),
    (13, 4, 900, 1_900),
    (30, 7, 9, 900),
    (80, 33, 9, 900),
    (80, 2, 900, 900),
    (300, 280, 9, 900),
    (300, MOST, 9, 900),
];

/// Deliveries from none to hundreds of parcels. Each is run beside two others.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for &(parcels, capacity, scale, printer) in DELIVERIES {
        let mut case = Case::new(delivery(rng, 0, (parcels, capacity, scale, printer)));
        if scale.max(printer) == DAYS {
            cases.push(case.once());
            continue;
        }
        for depot in [1, 2] {
            let parcels = rng.below(parcels.min(30) + 3);
            let capacity = rng.one_of(&[1, 2, 3, parcels + 1, MOST]);
            let other = delivery(rng, depot, (parcels, capacity, scale, printer));
            case = case.beside(rng.time(0, 900), other);
        }
        cases.push(if parcels == 300 { case.once() } else { case });
    }
    cases
}

/// What is to be weighed and labelled, and how much room the bench has.
struct Delivery {
    parcels: Vec<Planned>,
    capacity: usize,
    depot: u32,
}

#[derive(Clone, Copy)]
struct Planned {
    number: u32,
    scale: Duration,
    printer: Duration,
}

/// A delivery for a depot, of which each has a thousand numbers of its own.
fn delivery(
    rng: &mut Rng,
    depot: u32,
    (parcels, capacity, scale, printer): (usize, usize, u64, u64),
) -> Delivery {
    let equal = rng.one_in(6);
    let mut all: Vec<Planned> = Vec::new();
    for number in rng.order(parcels) {
        let (scale, printer) = match all.first() {
            Some(first) if equal => (first.scale, first.printer),
            _ => (duration(rng, scale), duration(rng, printer)),
        };
        // Two may have the same number.
        let number = if rng.one_in(6) { 0 } else { number as u32 };
        all.push(Planned { number: 1_000 * depot + number, scale, printer });
    }
    Delivery { parcels: all, capacity, depot }
}

/// A time of up to `longest`, which now and then is none at all.
fn duration(rng: &mut Rng, longest: u64) -> Duration {
    match longest {
        DAYS => rng.time(700_000_000, DAYS),
        _ if rng.one_in(9) => Duration::ZERO,
        _ => rng.time(1, longest),
    }
}

impl Scenario for Delivery {
    fn input(&self) -> String {
        let mut parcels = Vec::new();
        for Planned { number, scale, printer } in self.parcels.iter().take(5) {
            parcels.push(format!("parcel {number} ({}, then {})", time(*scale), time(*printer)));
        }
        if self.parcels.len() > 5 {
            parcels.push(format!("and {} more", self.parcels.len() - 5));
        }
        format!("pipeline([{}], {})", parcels.join(", "), room(self.capacity))
    }

    fn call(&self) -> Call {
        let (planned, capacity) = (self.parcels.clone(), self.capacity);
        Call::new(move || async move {
            let mut parcels = Vec::new();
            for Planned { number, scale, printer } in planned {
                parcels.push(Parcel::new(number, scale, printer));
            }
            let mut labels = Vec::new();
            for label in pipeline(parcels, capacity).await {
                labels.push(format!("{}: {} g", label.number(), label.grams()));
            }
            labels.join("\n")
        })
    }

    fn owns(&self, span: &str) -> bool {
        let number = span.split(' ').nth(1).and_then(|number| number.parse::<u32>().ok());
        number.is_some_and(|number| number / 1_000 == self.depot)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let all = |what: &str| -> Vec<&Span> {
            seen.spans.iter().filter(|span| span.name.starts_with(what)).collect()
        };
        let (weighs, prints) = (all("weigh"), all("print"));
        let stretches = stretches(&weighs, &prints, seen.took);
        let last = prints.iter().map(|print| print.end).max().unwrap_or_default();
        one_at_a_time(&stretches)?;
        not_ahead(&stretches, self.capacity)?;
        never_rests(&stretches, self.parcels.len(), self.capacity)?;
        never_idle(&stretches)?;
        self.each_once(weighs, "weigh", |parcel| parcel.scale)?;
        self.each_once(prints, "print", |parcel| parcel.printer)?;
        if seen.took != last {
            let (took, last) = (time(seen.took), time(last));
            return Err(format!(
                "It returned at {took}; the promise is {last}, with the last label."
            ));
        }
        self.in_order(seen.value.as_deref().unwrap_or_default())
    }
}

impl Delivery {
    /// Each parcel is there once, for the whole time that it takes.
    fn each_once(
        &self,
        mut spans: Vec<&Span>,
        what: &str,
        takes: fn(&Planned) -> Duration,
    ) -> Result<(), String> {
        for parcel in &self.parcels {
            let (name, takes) = (format!("{what} {}", parcel.number), takes(parcel));
            let found = spans.iter().position(|span| {
                let whole = span.fate == Fate::Completed && span.end - span.start == takes;
                whole && span.name == name
            });
            let Some(at) = found else {
                let takes = time(takes);
                return Err(format!(
                    "{name} was not done to its end; the promise is once, for {takes}."
                ));
            };
            spans.swap_remove(at);
        }
        match spans.first() {
            Some(span) => Err(format!("{} is done more often than promised.", span.name)),
            None => Ok(()),
        }
    }

    fn in_order(&self, returned: &str) -> Result<(), String> {
        let labels = returned.lines().count();
        let all = self.parcels.len();
        if labels != all {
            return Err(format!("It returned {labels} labels; the promise is {all}."));
        }
        for (place, (Planned { number, .. }, label)) in
            self.parcels.iter().zip(returned.lines()).enumerate()
        {
            let promised = format!("{number}: {} g", 200 + number * 7919 % 3800);
            if label != promised {
                let place = place + 1;
                return Err(format!(
                    "Label {place} is \"{label}\"; the promise is \"{promised}\"."
                ));
            }
        }
        Ok(())
    }
}

/// A stretch of time in which nothing began and nothing ended.
pub struct Stretch {
    pub from: Duration,
    pub to: Duration,
    /// How many parcels had been put on the scale.
    pub begun: usize,
    /// How many were weighed and not yet at the printer.
    pub waiting: usize,
    /// How many were on the scale, and how many at the printer.
    pub weighing: usize,
    pub printing: usize,
}

/// A run until it was over, stretch by stretch.
pub fn stretches(weighs: &[&Span], prints: &[&Span], until: Duration) -> Vec<Stretch> {
    let mut times = vec![Duration::ZERO, until];
    for span in weighs.iter().chain(prints) {
        times.extend([span.start, span.end]);
    }
    let moments = judge::moments(times);
    let at = |time: Duration| moments.partition_point(|moment| *moment < time);
    // How many more there are from each moment on: begun, waiting, weighing, printing.
    let mut more = vec![[0_isize; 4]; moments.len()];
    for weigh in weighs {
        more[at(weigh.start)][0] += 1;
        more[at(weigh.start)][2] += 1;
        more[at(weigh.end)][2] -= 1;
        more[at(weigh.end)][1] += isize::from(weigh.fate == Fate::Completed);
    }
    for print in prints {
        more[at(print.start)][1] -= 1;
        more[at(print.start)][3] += 1;
        more[at(print.end)][3] -= 1;
    }
    let (mut stretches, mut now) = (Vec::new(), [0_isize; 4]);
    for moment in 0..moments.len() - 1 {
        for (now, more) in now.iter_mut().zip(more[moment]) {
            *now += more;
        }
        let [begun, waiting, weighing, printing] = now.map(|many| many.max(0) as usize);
        let (from, to) = (moments[moment], moments[moment + 1]);
        stretches.push(Stretch { from, to, begun, waiting, weighing, printing });
    }
    stretches
}

pub fn one_at_a_time(stretches: &[Stretch]) -> Result<(), String> {
    let Some(it) = stretches.iter().find(|it| it.weighing > 1 || it.printing > 1) else {
        return Ok(());
    };
    let (many, what) = match it.weighing {
        0 | 1 => (it.printing, "labels were being printed"),
        many => (many, "parcels were on the scale"),
    };
    Err(format!("At {}, {many} {what}; the promise is one at a time.", time(it.from)))
}

pub fn not_ahead(stretches: &[Stretch], capacity: usize) -> Result<(), String> {
    let Some(it) = stretches.iter().find(|it| it.waiting + it.weighing > capacity + 1) else {
        return Ok(());
    };
    Err(format!(
        "At {} the scale was {} parcels ahead of the printer; the promise is at most {}: {capacity} on \
         the bench and one in hand.",
        time(it.from),
        it.waiting + it.weighing,
        capacity + 1
    ))
}

pub fn never_rests(stretches: &[Stretch], parcels: usize, capacity: usize) -> Result<(), String> {
    let rests = |it: &&Stretch| it.weighing == 0 && it.begun < parcels && it.waiting < capacity;
    let Some(it) = stretches.iter().find(rests) else { return Ok(()) };
    Err(format!(
        "From {} to {} the scale stood still with {} on a bench for {}; the promise is that weighing \
         goes on.",
        time(it.from),
        time(it.to),
        it.waiting,
        room(capacity)
    ))
}

pub fn never_idle(stretches: &[Stretch]) -> Result<(), String> {
    let Some(it) = stretches.iter().find(|it| it.printing == 0 && it.waiting > 0) else {
        return Ok(());
    };
    Err(format!(
        "From {} to {} the printer stood idle while {} waited; the promise is that it prints.",
        time(it.from),
        time(it.to),
        if it.waiting == 1 { "a parcel".to_owned() } else { format!("{} parcels", it.waiting) },
    ))
}

fn room(capacity: usize) -> String {
    if capacity == MOST { "Semaphore::MAX_PERMITS - 1".to_owned() } else { capacity.to_string() }
}
