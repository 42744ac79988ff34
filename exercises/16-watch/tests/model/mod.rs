//! What must be seen of `follow` on whatever evening: a generator of evenings at the desk, and a replay of
//! what the lamps have to do. Whether they are sent once more to where they are is up to the answer, so the
//! replay asks what they did.

use judge::{Call, Case, Fate, Observation, Rng, Said, Scenario, Span, time};
use lab::span;
use std::mem::replace;
use std::time::Duration;
use tokio::sync::watch::channel;
use tokio::time::sleep;
use watch::follow;
use watch::given::{Config, Cue, MOVE, operate};

/// Evenings from no setting to hundreds, each beside two others with a desk and lamps of their own.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    let all = [
        (0, 900),
        (0, 9_000),
        (1, 900),
        (1, 9_000),
        (2, 900),
        (2, 9_000),
        (3, 900),
        (3, 9_000),
        (5, 500),
        (8, 3_000),
        (13, 900),
        (40, 9_000),
        (300, 5_000),
    ];
    for (size, longest) in all {
        let [one, two, three] = [(size, "a"), (size.min(40), "b"), (size.min(20), "c")]
            .map(|(size, tag)| evening(rng, size, longest, tag));
        let case = Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three);
        cases.push(if size == 300 { case.once() } else { case });
    }
    // Set at the moment at which the lamps begin to follow.
    let mut at_once = evening(rng, 3, 900, "a");
    (at_once.begins, at_once.settings[1].0) = (Duration::ZERO, Duration::ZERO);
    cases.push(Case::new(at_once));
    // Weeks without a word before the last setting, and days after it.
    let mut quiet = evening(rng, 1, 9_000, "a");
    quiet.settings[1].0 += rng.time(1_400_000_000, 1_600_000_000);
    quiet.closes = quiet.settings[1].0 + rng.time(700_000_000, 800_000_000);
    cases.push(Case::new(quiet).once());
    cases
}

/// An evening at one desk.
#[derive(Clone)]
struct Evening {
    /// What the desk is set to when; first what it says at the start. None of them is at a moment at which
    /// a move can end.
    settings: Vec<(Duration, Config)>,
    closes: Duration,
    /// When the lamps begin to follow.
    begins: Duration,
    /// How its scenes begin.
    tag: &'static str,
}

/// So many settings, at most `longest` milliseconds apart.
fn evening(rng: &mut Rng, size: usize, longest: u64, tag: &'static str) -> Evening {
    // A move ends whole moves after a setting or after the beginning: no two of these are whole moves apart.
    let mut taken = vec![false; MOVE.as_millis() as usize];
    let mut free = |mut at: Duration| {
        while replace(&mut taken[at.as_millis() as usize % MOVE.as_millis() as usize], true) {
            at += Duration::from_millis(1);
        }
        at
    };
    let begins = free(if rng.one_in(4) { rng.time(1, 3 * longest) } else { Duration::ZERO });
    let mut now = Duration::ZERO;
    let mut settings = vec![(now, config(rng, tag))];
    for _ in 0..size {
        // Some are made in one go.
        if now.is_zero() || !rng.one_in(5) {
            now = free(now + rng.time(1, longest));
        }
        let back = settings[settings.len().saturating_sub(2)].1.clone();
        let config = if rng.one_in(3) { back } else { config(rng, tag) };
        settings.push((now, config));
    }
    let closes = match rng.between(0, 3) {
        0 => now,
        1 => now + MOVE,
        _ => now + rng.time(1, 2 * longest),
    };
    Evening { settings, closes, begins, tag }
}

/// There are few, so that some are alike in both, and some in one.
fn config(rng: &mut Rng, tag: &str) -> Config {
    let scene = format!("{tag} {}", rng.one_of(&["dawn", "noon", "fog"]));
    Config { scene, brightness: rng.one_of(&[0, 1, 70, 100, 101, u32::MAX]) }
}

impl Scenario for Evening {
    fn input(&self) -> String {
        let mut input = format!(
            "follow, from {} on, with the desk at {}",
            time(self.begins),
            self.settings[0].1
        );
        for (at, config) in self.settings.iter().skip(1).take(5) {
            input += &format!(", {config} from {} on", time(*at));
        }
        if self.settings.len() > 6 {
            input += &format!(" and {} more", self.settings.len() - 6);
        }
        input + &format!(", closed at {}", time(self.closes))
    }

    fn call(&self) -> Call {
        let evening = self.clone();
        Call::new(move || evening.goes_by())
    }

    fn owns(&self, span: &str) -> bool {
        let who = span.strip_prefix(LAMPS).or(span.strip_prefix(FOLLOW));
        who.is_some_and(|who| who.starts_with(self.tag))
    }

    fn says(&self, line: &str) -> bool {
        let scene = line.strip_prefix(ON_THE_WAY).or(line.strip_prefix("lamps: "));
        scene.is_some_and(|scene| scene.starts_with(self.tag))
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let mut lamps = Lamps {
            moves: seen.spans.iter().filter(|span| span.name.starts_with(LAMPS)).collect(),
            lines: seen.said.iter().collect(),
            went_to: Vec::new(),
        };
        let free = self.replay(&mut lamps)?;
        if let Some(more) = lamps.moves.get(lamps.went_to.len()) {
            let at = time(more.start);
            return Err(format!(
                "At {at} the lamps were moved once more; the promise is that they rest."
            ));
        }
        let end = free.max(self.closes);
        match seen.spans.iter().find(|span| span.name.starts_with(FOLLOW)) {
            Some(span) if span.end == end => {}
            Some(span) => {
                return Err(format!(
                    "It returned at {}; the promise is {}.",
                    time(span.end),
                    time(end)
                ));
            }
            None => return Err("It was never called.".to_owned()),
        }
        self.returns(seen.value.as_deref().unwrap_or_default(), &lamps.went_to)
    }
}

const LAMPS: &str = "lamps to ";
const ON_THE_WAY: &str = "lamps: on my way to ";
const FOLLOW: &str = "follow ";

/// What was seen of the lamps, and as far as it has been replayed, where they went.
struct Lamps<'a> {
    moves: Vec<&'a Span>,
    lines: Vec<&'a Said>,
    went_to: Vec<String>,
}

impl Lamps<'_> {
    /// When the next move that was seen began.
    fn next(&self) -> Option<Duration> {
        self.moves.get(self.went_to.len()).map(|span| span.start)
    }

    /// Whether the next move that was seen is this one.
    fn go(&mut self, at: Duration, config: &Config) -> Result<(), String> {
        let place = self.went_to.len();
        let Some(span) = self.moves.get(place) else {
            return Err(format!(
                "The lamps were not moved to {config}; the promise is that they are, at {}.",
                time(at)
            ));
        };
        // Each move has a line at its beginning and one at its end.
        let said = |n: usize| self.lines.get(2 * place + n).map_or("", |said| &said.line);
        let (began, went_to) = (said(0).to_owned(), said(0).replace(ON_THE_WAY, ""));
        if span.start != at || began != format!("{ON_THE_WAY}{config}") {
            return Err(format!(
                "At {} the lamps were sent to {went_to}; the promise is {config}, at {}.",
                time(span.start),
                time(at)
            ));
        }
        if span.fate != Fate::Completed
            || span.end != at + MOVE
            || said(1) != format!("lamps: {config}, done")
        {
            return Err(format!(
                "The move to {config} that began at {} was not at its end at {}; the promise is that it is.",
                time(at),
                time(at + MOVE)
            ));
        }
        self.went_to.push(config.to_string());
        Ok(())
    }
}

impl Evening {
    /// What the desk says at `at`, when all that is due then is done.
    fn says_at(&self, at: Duration) -> &Config {
        let mut says = &self.settings[0].1;
        for (set, config) in &self.settings {
            if *set <= at {
                says = config;
            }
        }
        says
    }

    /// Sends the lamps off whenever that is promised. Returns when the last move has ended.
    fn replay(&self, lamps: &mut Lamps<'_>) -> Result<Duration, String> {
        let mut at = self.begins;
        // Set at that very moment: it may come just before, or just after, and is new then.
        let first = &self.settings[0].1;
        let ties = self.settings[1..].first().is_some_and(|(set, _)| *set == at);
        let before =
            lamps.lines.first().is_some_and(|said| said.line == format!("{ON_THE_WAY}{first}"));
        let mut is = if ties && before { first } else { self.says_at(at) };
        // From here on, what is set has not been looked at.
        let mut since = if ties && before { None } else { Some(at) };
        loop {
            lamps.go(at, is)?;
            let free = at + MOVE;
            loop {
                let new = |(set, _): &&(Duration, Config)| since.is_none_or(|since| *set > since);
                let Some((set, _)) = self.settings[1..].iter().find(new) else { return Ok(free) };
                at = free.max(*set);
                since = Some(at);
                // The very same again: they may be sent there once more, or not.
                if self.says_at(at) != is || lamps.next() == Some(at) {
                    break;
                }
            }
            is = self.says_at(at);
        }
    }

    fn returns(&self, returned: &str, went_to: &[String]) -> Result<(), String> {
        let returned: Vec<&str> = returned.lines().collect();
        if returned.len() != went_to.len() {
            return Err(format!(
                "The list that it returned has length {}; the promise is {}, as many as there were moves.",
                returned.len(),
                went_to.len()
            ));
        }
        for (place, (returned, went_to)) in returned.iter().zip(went_to).enumerate() {
            if returned != went_to {
                return Err(format!(
                    "In place {} it returned {returned}; the promise is {went_to}, to which it moved the lamps.",
                    place + 1
                ));
            }
        }
        Ok(())
    }

    async fn goes_by(self) -> String {
        let mut cues = Vec::new();
        let mut now = Duration::ZERO;
        for (at, config) in &self.settings[1..] {
            if *at > now {
                cues.push(Cue::Wait(*at - replace(&mut now, *at)));
            }
            cues.push(Cue::Set(config.clone()));
        }
        if self.closes > now {
            cues.push(Cue::Wait(self.closes - now));
        }
        let (desk, rx) = channel(self.settings[0].1.clone());
        let lamps = async {
            if !self.begins.is_zero() {
                sleep(self.begins).await;
            }
            span(format!("{FOLLOW}{}", self.tag), follow(rx)).await
        };
        let (applied, ()) = tokio::join!(lamps, operate(desk, cues));
        let mut told = String::new();
        for config in applied {
            told += &format!("{config}\n");
        }
        told
    }
}
