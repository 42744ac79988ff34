//! What must be seen of `upload` on whatever ship: a generator of uploads that share some slots, and a replay
//! of what happens then. No two things that could affect each other happen at one moment.

use cancel_is_drop::given::{DIAL, File, Slots, Step, Trouble};
use cancel_is_drop::upload;
use futures::FutureExt;
use judge::{Call, Case, Expected, Observation, Rng, Scenario, time};
use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

/// Ships with no upload to hundreds, each beside two others with slots of their own.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = vec![Case::new(ship(rng, 0, 1)), Case::new(ship(rng, 1, 1))];
    // One upload, with trouble at each step, and dropped in each: so far into what comes after dialling.
    for (step, at) in [(Step::Dial, 0), (Step::Send, 10), (Step::Check, 90)] {
        for trouble in [Trouble::Fails, Trouble::Panics] {
            let mut one = ship(rng, 1, 2);
            one.uploads[0].trouble = Some((step, trouble));
            cases.push(Case::new(one));
        }
        let mut one = ship(rng, 1, 1);
        let it = &mut one.uploads[0];
        it.lengths = [DIAL, rng.time(700, 900), rng.time(700, 900)];
        let all = it.lengths[1] + it.lengths[2];
        let after =
            if at == 0 { rng.between(1, 999) } else { 1_000 + all.as_millis() as u64 * at / 100 };
        it.patience = Some(Duration::from_millis(after));
        cases.push(Case::new(one));
    }
    let sizes = [
        (2, 1),
        (2, 0),
        (2, 2),
        (3, 1),
        (3, 2),
        (5, 1),
        (5, Semaphore::MAX_PERMITS),
        (8, 3),
        (13, 2),
        (25, 1),
        (60, 50),
        (130, 9),
    ];
    for (size, slots) in sizes {
        let one = ship(rng, size, slots);
        let [two, three] = [size.min(9), size.min(4)].map(|size| {
            let slots = rng.one_of(&[1, 2, size]);
            ship(rng, size, slots)
        });
        let case = Case::new(one).beside(rng.time(1, 900), two).beside(rng.time(1, 5_000), three);
        cases.push(if size > 100 { case.once() } else { case });
    }
    // Somebody sends for days, and somebody waits for that.
    let mut slow = ship(rng, 2, 1);
    for upload in &mut slow.uploads {
        (upload.patience, upload.trouble) = (None, None);
        upload.lengths[1] += Duration::from_secs(300_000);
    }
    cases.push(Case::new(slow).once());
    cases
}

/// Some uploads that share some slots.
struct Ship {
    slots: usize,
    uploads: Vec<Upload>,
}

/// One file, and how somebody uploads it.
#[derive(Clone)]
pub struct Upload {
    pub name: String,
    pub begins: Duration,
    /// How long dialling, sending and checking take.
    pub lengths: [Duration; 3],
    pub trouble: Option<(Step, Trouble)>,
    /// After this time it is dropped. After none, it is dropped before it was ever polled.
    pub patience: Option<Duration>,
}

fn ship(rng: &mut Rng, size: usize, slots: usize) -> Ship {
    loop {
        let ship =
            Ship { slots, uploads: (0..size).map(|n| any_upload(rng, n, size, slots)).collect() };
        if replay(&ship).is_some() {
            return ship;
        }
    }
}

fn any_upload(rng: &mut Rng, n: usize, size: usize, slots: usize) -> Upload {
    let longest = rng.one_of(&[900, 9_000, if size > 20 { 3_000_000 } else { 90_000 }]);
    let length = |rng: &mut Rng| match rng.one_in(8) {
        true => Duration::ZERO,
        false => rng.time(1, longest),
    };
    let (sending, checking) = (length(rng), length(rng));
    let lone = size == 1;
    let trouble = (!lone && rng.one_in(3)).then(|| {
        let step = rng.one_of(&[Step::Dial, Step::Send, Step::Check]);
        (step, rng.one_of(&[Trouble::Fails, Trouble::Panics]))
    });
    let patience = match rng.between(0, 7) {
        _ if slots == 0 => Some(rng.time(1, 9_000)),
        0..5 => None,
        _ if lone => None,
        5 => Some(Duration::ZERO),
        6 => Some(rng.time(1, 3_000)),
        _ => Some(rng.time(1, 3 * longest)),
    };
    let begins = match n {
        0 => Duration::ZERO,
        _ => rng.time(1, if size > 20 { 9_000_000 } else { 4_000 }),
    };
    Upload {
        name: format!("day {}", n + 1),
        begins,
        lengths: [DIAL, sending, checking],
        trouble,
        patience,
    }
}

impl Upload {
    fn file(&self) -> File {
        let file = File::new(&self.name, self.lengths[1], self.lengths[2]);
        match self.trouble {
            Some((step, trouble)) => file.with_trouble(step, trouble),
            None => file,
        }
    }

    fn panics(&self) -> bool {
        matches!(self.trouble, Some((_, Trouble::Panics)))
    }

    /// Uploads it, and tells what came of it.
    pub async fn happens(&self, slots: &Slots) -> String {
        if !self.begins.is_zero() {
            sleep(self.begins).await;
        }
        let upload = upload(slots, self.file());
        let over = async {
            if !self.panics() {
                return outcome(upload.await);
            }
            match AssertUnwindSafe(upload).catch_unwind().await {
                Ok(Err(_)) => PANIC.to_owned(),
                Ok(Ok(())) => outcome(Ok(())),
                // That it is not written yet is no part of the story.
                Err(panic) if is_todo(&*panic) => resume_unwind(panic),
                Err(_) => PANIC.to_owned(),
            }
        };
        match self.patience {
            None => over.await,
            Some(Duration::ZERO) => DROPPED.to_owned(),
            Some(patience) => timeout(patience, over).await.unwrap_or_else(|_| DROPPED.to_owned()),
        }
    }

    fn in_words(&self) -> String {
        let [_, sends, checks] = self.lengths.map(time);
        let mut words = format!("{} ({sends} to send, {checks} to check", self.name);
        if !self.begins.is_zero() {
            words += &format!(", begun at {}", time(self.begins));
        }
        if let Some((step, trouble)) = self.trouble {
            let step = format!("{step:?}").to_lowercase();
            let trouble = if trouble == Trouble::Fails { "fails" } else { "panics" };
            words += &format!(", its {step} {trouble}");
        }
        match self.patience {
            None => {}
            Some(Duration::ZERO) => words += ", dropped before its first poll",
            Some(patience) => words += &format!(", dropped at {}", time(self.begins + patience)),
        }
        words + ")"
    }
}

/// What came of it when it panicked, or made an error of the panic.
const PANIC: &str = "a panic, or an error";
const DROPPED: &str = "dropped";
const SENT: &str = "Ok";

fn is_todo(panic: &(dyn Any + Send)) -> bool {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
    words.is_some_and(|words| words.starts_with("not yet implemented"))
}

fn outcome(result: anyhow::Result<()>) -> String {
    match result {
        Ok(()) => SENT.to_owned(),
        Err(error) => error.root_cause().to_string(),
    }
}

impl Scenario for Ship {
    fn input(&self) -> String {
        let slots = match self.slots {
            Semaphore::MAX_PERMITS => "very many slots".to_owned(),
            1 => "1 slot".to_owned(),
            slots => format!("{slots} slots"),
        };
        let mut words: Vec<String> = self.uploads.iter().take(3).map(Upload::in_words).collect();
        match self.uploads.len() {
            0 => words.push("nothing to send".to_owned()),
            1..=3 => {}
            all => words.push(format!("{} more", all - 3)),
        }
        format!("{slots} and {}", words.join(", "))
    }

    fn call(&self) -> Call {
        let (slots, uploads) = (self.slots, self.uploads.clone());
        Call::new(move || async move {
            let slots = Slots::new(slots);
            let all = judge::join_all(uploads.iter().map(|upload| upload.happens(&slots))).await;
            let came = uploads.iter().zip(all).map(|(it, came)| format!("{}: {came}", it.name));
            came.collect::<Vec<_>>().join("\n")
        })
    }

    fn expected(&self) -> Option<Expected> {
        replay(self)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let differs = replay(self).map_or(Ok(()), |expected| expected.compare(seen));
        // The bar of a slot is no work that is done.
        differs.map_err(|said| match said.starts_with("slot ") {
            true => said.replace("was done", "was freed").replace("is done", "is freed"),
            false => said,
        })
    }

    fn panics(&self) -> bool {
        self.uploads.iter().any(Upload::panics)
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let lines = |end: &str| seen.said.iter().filter(|said| said.line.ends_with(end)).count();
        let (taken, freed) = (lines(": taken"), lines(": free"));
        if lines(super::IN_VAIN) > 0 {
            Some(("freed-twice", super::FREED_TWICE.to_owned()))
        } else if freed < taken {
            Some(("never-freed", super::NEVER_FREED.to_owned()))
        } else {
            None
        }
    }
}

/// Where an upload is.
#[derive(Clone, Copy)]
enum Stage {
    NotBegun,
    Waits,
    /// In this step, since then.
    Step(usize, Duration),
    Over,
}

const STEPS: [(Step, &str); 3] =
    [(Step::Dial, "dial"), (Step::Send, "send"), (Step::Check, "check")];

/// What happens on a ship.
struct Replay<'a> {
    uploads: &'a [Upload],
    stages: Vec<Stage>,
    came: Vec<String>,
    waiting: VecDeque<usize>,
    /// Who has which slot, and since when.
    taken: Vec<Option<(usize, Duration)>>,
    seen: Expected,
}

/// What must be seen. None where two uploads do something at one moment.
fn replay(ship: &Ship) -> Option<Expected> {
    let size = ship.uploads.len();
    let mut replay = Replay {
        uploads: &ship.uploads,
        stages: vec![Stage::NotBegun; size],
        came: vec![String::new(); size],
        waiting: VecDeque::new(),
        taken: vec![None; ship.slots.min(size)],
        seen: Expected::new(),
    };
    replay.seen.says_no_more();
    let mut end = Duration::ZERO;
    while let Some((next, at)) = replay.next()? {
        end = at;
        replay.goes_on(next, at);
    }
    let came =
        ship.uploads.iter().zip(&replay.came).map(|(it, came)| format!("{}: {came}", it.name));
    let came: Vec<String> = came.collect();
    replay.seen.returns(came.join("\n"), end);
    Some(replay.seen)
}

impl Replay<'_> {
    /// Who does something next, and when.
    fn next(&self) -> Option<Option<(usize, Duration)>> {
        let mut next: Option<(usize, Duration)> = None;
        for (n, stage) in self.stages.iter().enumerate() {
            let ends = match *stage {
                Stage::NotBegun => Some(self.uploads[n].begins),
                Stage::Waits => None,
                Stage::Step(step, since) => Some(since + self.uploads[n].lengths[step]),
                Stage::Over => continue,
            };
            let dropped = self.dropped_at(n);
            if ends.is_some() && ends == dropped && !matches!(stage, Stage::NotBegun) {
                return None;
            }
            let at = match (ends, dropped) {
                (Some(ends), Some(dropped)) => ends.min(dropped),
                (Some(at), None) | (None, Some(at)) => at,
                (None, None) => continue,
            };
            match next {
                Some((_, other)) if other == at => next = Some((usize::MAX, at)),
                Some((_, other)) if other < at => {}
                _ => next = Some((n, at)),
            }
        }
        match next {
            Some((usize::MAX, _)) => None,
            next => Some(next),
        }
    }

    fn dropped_at(&self, n: usize) -> Option<Duration> {
        self.uploads[n].patience.map(|patience| self.uploads[n].begins + patience)
    }

    fn goes_on(&mut self, n: usize, at: Duration) {
        let upload = &self.uploads[n];
        let Stage::Step(step, since) = self.stages[n] else {
            // It begins, or gives up before it has a slot.
            if self.dropped_at(n) == Some(at) {
                self.waiting.retain(|other| *other != n);
                self.over(n, DROPPED.to_owned());
            } else {
                self.stages[n] = Stage::Waits;
                self.waiting.push_back(n);
                self.next_takes(at);
            }
            return;
        };
        let (what, name) = STEPS[step];
        let name = format!("{name} {}", upload.name);
        let dropped = self.dropped_at(n) == Some(at);
        let trouble = upload.trouble.filter(|(step, _)| *step == what).map(|(_, trouble)| trouble);
        match trouble {
            _ if dropped => self.seen.cancels(name, since, at),
            Some(Trouble::Panics) => self.seen.cancels(name, since, at),
            _ => self.seen.completes(name, since, at),
        }
        let came = match trouble {
            _ if dropped => Some(DROPPED.to_owned()),
            Some(Trouble::Panics) => Some(PANIC.to_owned()),
            Some(Trouble::Fails) => Some(format!("{}: {}", upload.name, words(what))),
            None if what == Step::Check => Some(SENT.to_owned()),
            None => None,
        };
        // The slot is taken until the file is sent, or it is over before.
        let sent = what == Step::Send && came.is_none();
        match came {
            Some(came) => self.over(n, came),
            None => self.begins(n, step + 1, at),
        }
        let slot = self.taken.iter().position(|it| it.is_some_and(|(who, _)| who == n));
        if let Some(slot) = slot.filter(|_| sent || matches!(self.stages[n], Stage::Over))
            && let Some((_, since)) = self.taken[slot].take()
        {
            self.seen.completes(format!("slot {}", slot + 1), since, at);
            self.seen.says(at, format!("slot {}: free", slot + 1));
            self.next_takes(at);
        }
    }

    fn over(&mut self, n: usize, came: String) {
        (self.stages[n], self.came[n]) = (Stage::Over, came);
    }

    /// Whoever has waited longest takes a slot, if there is one.
    fn next_takes(&mut self, at: Duration) {
        let free = self.taken.iter().position(Option::is_none);
        if let Some(slot) = free
            && let Some(n) = self.waiting.pop_front()
        {
            self.taken[slot] = Some((n, at));
            self.seen.says(at, format!("slot {}: taken", slot + 1));
            self.begins(n, 0, at);
        }
    }

    fn begins(&mut self, n: usize, step: usize, at: Duration) {
        self.stages[n] = Stage::Step(step, at);
        let name = &self.uploads[n].name;
        let slot = self.taken.iter().position(|it| it.is_some_and(|(who, _)| who == n));
        let slot = slot.unwrap_or_default() + 1;
        let line = match step {
            0 => format!("{name}: dialling in slot {slot}"),
            1 => format!("{name}: sending in slot {slot}"),
            _ => format!("{name}: sent"),
        };
        self.seen.says(at, line);
    }
}

fn words(step: Step) -> &'static str {
    match step {
        Step::Dial => "nobody answers",
        Step::Send => "the link broke",
        Step::Check => "the shore cannot read it",
    }
}
