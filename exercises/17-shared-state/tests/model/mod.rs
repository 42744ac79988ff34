//! What must be seen of a wallet whatever is withdrawn from it: a generator of people and their withdrawals,
//! and what all allowed runs have in common. Whose turn is next is nowhere said.

use judge::{Call, Case, Fate, Observation, Rng, Scenario, Span, time};
use lab::{SECOND, span};
use shared_state::Wallet;
use shared_state::given::{Answer, Bank};
use std::mem::replace;
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until};

/// Wallets that nobody uses, and others that hundreds use. Each is beside two others.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |rng: &mut Rng, one: Purse| {
        let [two, three] = ["b", "c"].map(|tag| {
            let size = rng.below(one.payments.len().clamp(3, 12));
            purse(rng, size, tag)
        });
        let large = one.payments.len() > 40;
        let case = Case::new(one).beside(rng.time(1, 900), two).beside(rng.time(1, 3_000), three);
        cases.push(if large { case.once() } else { case });
    };
    // One withdrawal, at the limits of what there is, and of what there can be.
    for (money, amount) in
        [(7, 7), (7, 8), (0, 0), (0, 1), (u32::MAX, u32::MAX), (u32::MAX - 1, u32::MAX)]
    {
        let mut one = purse(rng, 1, "a");
        one.money = money;
        one.payments[0].amount = amount;
        add(rng, one);
    }
    for size in [0, 2, 2, 2, 3, 3, 3, 5, 5, 8, 13, 30] {
        let one = purse(rng, size, "a");
        add(rng, one);
    }
    // The bank says no to all but the last, and everybody asks for all there is.
    let mut in_vain = purse(rng, 9, "a");
    in_vain.answers = vec![Answer { yes: false, takes: SECOND }; 7];
    in_vain.money = 1_000;
    for payment in &mut in_vain.payments {
        (payment.amount, payment.until) = (1_000, None);
    }
    add(rng, in_vain);
    // Somebody gives up at the very moment at which it would be their turn.
    let mut too_late = purse(rng, 4, "a");
    (too_late.money, too_late.answers) = (100, Vec::new());
    for ((nth, payment), amount) in (1..).zip(&mut too_late.payments).zip([10, 30, 60, 20]) {
        (payment.amount, payment.at, payment.until) =
            (amount, Duration::from_millis(7 * nth), None);
    }
    too_late.payments[1].until = Some(too_late.payments[0].at + SECOND);
    cases.push(Case::new(too_late));
    // Hundreds at once.
    let mut crowd = purse(rng, 300, "a");
    crowd.money = 20_000;
    for payment in &mut crowd.payments {
        payment.amount = payment.amount % 90 + 1;
        if rng.one_in(3) {
            payment.at = Duration::ZERO;
        }
    }
    cases.push(Case::new(crowd).once());
    // The bank thinks about it for days.
    let mut slow = purse(rng, 4, "a");
    (slow.money, slow.answers) = (u32::MAX, vec![Answer { yes: true, takes: SECOND * 300_000 }; 2]);
    slow.payments.iter_mut().for_each(|payment| payment.until = None);
    cases.push(Case::new(slow).once());
    cases
}

/// A wallet, and who withdraws what from it.
#[derive(Clone)]
pub struct Purse {
    /// The account. The names of people begin with it.
    pub account: &'static str,
    pub money: u32,
    pub answers: Vec<Answer>,
    pub payments: Vec<Payment>,
}

/// One withdrawal.
#[derive(Clone)]
pub struct Payment {
    pub who: String,
    pub amount: u32,
    pub at: Duration,
    /// When it is dropped. At `at`, that is before it was ever polled.
    pub until: Option<Duration>,
}

/// What came of a withdrawal; nothing when it was dropped.
pub type Came = Option<bool>;

/// The bank takes whole seconds. So if no two times have the same milliseconds, then nobody gives up at the
/// moment of an answer, or at the moment at which anybody else does something.
fn purse(rng: &mut Rng, size: usize, account: &'static str) -> Purse {
    let mut taken = vec![false; 1_000];
    let mut free = |rng: &mut Rng, from: Duration, longest: u64| loop {
        let at = from + Duration::from_millis(rng.between(1, longest));
        let place = at.subsec_millis() as usize;
        // Somebody who looks every few milliseconds comes late for it.
        if !place.is_multiple_of(5) && !replace(&mut taken[place], true) {
            return at;
        }
    };
    let money = rng.between(20, 300) as u32;
    let together = rng.one_in(3);
    let longest = if size > 100 { 90_000 } else { rng.one_of(&[900, 4_000, 30_000]) };
    let payments = (1..=size).map(|nth| {
        let amount = match rng.between(0, 9) {
            0 => 0,
            1 => money,
            2 => money + 1,
            3 => rng.one_of(&[u32::MAX, u32::MAX / 2, 1 << 16, 1 << 31]),
            4..7 => rng.between(1, u64::from(money) / 3) as u32,
            _ => rng.between(u64::from(money) / 2, u64::from(money)) as u32,
        };
        let at =
            if nth == 1 || together { Duration::ZERO } else { free(rng, Duration::ZERO, longest) };
        let until = match rng.between(0, 9) {
            _ if size == 1 => None,
            0 => Some(at),
            1..4 => {
                let longest = if rng.one_in(2) { 1_200 } else { longest.max(1_200) };
                Some(free(rng, at, longest))
            }
            _ => None,
        };
        Payment { who: format!("{account}{nth}"), amount, at, until }
    });
    let payments = payments.collect();
    let answers = (0..rng.below(size + 2)).map(|_| {
        let takes = if rng.one_in(4) { rng.between(1, 5_000) } else { 1 };
        Answer { yes: !rng.one_in(3), takes: Duration::from_secs(takes) }
    });
    Purse { account, money, answers: answers.collect(), payments }
}

impl Payment {
    /// How its bar is called.
    pub fn bar(&self) -> String {
        format!("{} wants {}", self.who, self.amount)
    }

    async fn happens(&self, wallet: &Wallet, zero: Instant) -> Came {
        if !self.at.is_zero() {
            sleep(self.at).await;
        }
        let withdrawal = judge::own_waker(wallet.withdraw(self.amount));
        let Some(until) = self.until else {
            return Some(span(self.bar(), withdrawal).await);
        };
        if until == self.at {
            return None;
        }
        // Whoever gives up at a moment does so before anything else happens at it.
        tokio::select! {
            biased;
            () = sleep_until(zero + until) => None,
            taken = span(self.bar(), withdrawal) => Some(taken),
        }
    }

    fn in_words(&self) -> String {
        let mut words = self.bar();
        if !self.at.is_zero() {
            words += &format!(" at {}", time(self.at));
        }
        match self.until {
            None => words,
            Some(until) if until == self.at => words + ", dropped before its first poll",
            Some(until) => words + &format!(", dropped at {}", time(until)),
        }
    }
}

impl Purse {
    /// Makes all withdrawals, and tells what came of each.
    pub async fn happens(self) -> Vec<Came> {
        let zero = Instant::now();
        let wallet = Wallet::new(Bank::answering(self.account, self.answers), self.money);
        let came = judge::join_all(self.payments.iter().map(|it| it.happens(&wallet, zero))).await;
        drop(wallet);
        // What belongs to the wallet ends with it, and may need a turn for that.
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        came
    }

    /// Whether a bar belongs to this wallet: to somebody who wants something, or to its bank.
    pub fn has(&self, bar: &str) -> bool {
        bar.starts_with(self.account) && bar.contains(" wants ") || self.asks(bar)
    }

    fn asks(&self, bar: &str) -> bool {
        bar.strip_prefix("bank: ").is_some_and(|it| it.ends_with(&format!(" for {}", self.account)))
    }

    fn answer(&self, nth: usize) -> Answer {
        self.answers.get(nth).copied().unwrap_or(Answer { yes: true, takes: SECOND })
    }

    /// What all allowed runs have in common.
    pub fn check(&self, bars: &[&Span], came: &[Came]) -> Result<(), String> {
        let questions: Vec<&Span> =
            bars.iter().copied().filter(|bar| self.asks(&bar.name)).collect();
        if let Some((one, other)) = at_once(&questions) {
            return Err(format!(
                "At {} there was \"{}\", and \"{}\" still went on; the promise is one at a time.",
                time(other.start),
                other.name,
                one.name
            ));
        }
        let mut left: Vec<Option<Waits<'_>>> = self
            .payments
            .iter()
            .zip(came)
            .map(|(it, came)| {
                let name = it.bar();
                let bar = bars.iter().find(|bar| bar.name == name)?;
                Some(Waits { payment: it, until: bar.end, came: *came })
            })
            .collect();
        // What is in the wallet, from when on.
        let mut money = vec![(Duration::ZERO, self.money)];
        for (nth, question) in questions.iter().enumerate() {
            let has = money[money.len() - 1].1;
            let answer = self.answer(nth);
            let place = left
                .iter()
                .position(|it| it.as_ref().is_some_and(|it| it.is_asked_about(question, answer)));
            let amount = question.name["bank: ".len()..].split(' ').next().unwrap_or_default();
            let amount: u32 = amount.parse().unwrap_or_default();
            if amount > has {
                return Err(format!(
                    "At {} the bank was asked about {amount}, and {has} was in the wallet; the promise is \
                     that it isn't asked then.",
                    time(question.start)
                ));
            }
            let Some(it) = place.and_then(|place| left[place].take()) else {
                return Err(self.nobodys(question, answer, amount));
            };
            if question.fate == Fate::Completed && answer.yes {
                money.push((question.end, has - amount));
            }
            never_idle(&it, question.start, &questions)?;
        }
        for it in left.iter().flatten() {
            let has = money.iter().rfind(|(since, _)| *since <= it.until).map_or(0, |it| it.1);
            match it.came {
                Some(true) => {
                    return Err(format!(
                        "{}, and it returned true at {}. The bank had not been asked; the promise is that it is.",
                        it.payment.bar(),
                        time(it.until)
                    ));
                }
                Some(false) if it.payment.amount <= has => {
                    return Err(format!(
                        "{}, and it returned false at {}, when {has} was in the wallet and the bank had not been \
                     asked; the promise is that it is asked.",
                        it.payment.bar(),
                        time(it.until)
                    ));
                }
                _ => never_idle(it, it.until, &questions)?,
            }
        }
        Ok(())
    }

    fn nobodys(&self, question: &Span, answer: Answer, amount: u32) -> String {
        let at = time(question.end);
        match question.fate {
            Fate::Completed => {
                let (said, returns) = if answer.yes { ("yes", "true") } else { ("no", "false") };
                format!(
                    "At {at} the bank said {said} to {amount}, and no withdrawal of {amount} returned {returns} \
                     at that moment; the promise is that one does."
                )
            }
            Fate::Cancelled => format!(
                "At {at} the question about {amount} was broken off, and no withdrawal of {amount} was dropped \
                 at that moment; the promise is that it is broken off then, and only then."
            ),
            Fate::Running => format!(
                "The question about {amount} that began at {} never ended.",
                time(question.start)
            ),
        }
    }
}

/// Two of these that are in progress at the same time.
pub fn at_once<'a>(questions: &[&'a Span]) -> Option<(&'a Span, &'a Span)> {
    questions.windows(2).find(|pair| pair[1].start < pair[0].end).map(|pair| (pair[0], pair[1]))
}

/// A withdrawal that was made.
struct Waits<'a> {
    payment: &'a Payment,
    /// When it returned, or was dropped.
    until: Duration,
    came: Came,
}

impl Waits<'_> {
    /// Whether this can be the question that was asked for it.
    fn is_asked_about(&self, question: &Span, answer: Answer) -> bool {
        let came = match question.fate {
            Fate::Completed => Some(answer.yes),
            Fate::Cancelled => None,
            Fate::Running => return false,
        };
        question.name.starts_with(&format!("bank: {} ", self.payment.amount))
            && question.end == self.until
            && question.start >= self.payment.at
            && came == self.came
    }
}

/// While it waited, until its own turn or its end, there was always somebody's turn.
fn never_idle(it: &Waits<'_>, until: Duration, questions: &[&Span]) -> Result<(), String> {
    let mut busy = it.payment.at;
    for question in questions.iter().filter(|question| question.end > it.payment.at) {
        if question.start > busy {
            break;
        }
        busy = question.end;
    }
    if busy >= until {
        return Ok(());
    }
    Err(format!(
        "{}. From {} on it waited, and the bank wasn't asked about this wallet; the promise is that \
         somebody has their turn at once.",
        it.payment.in_words(),
        time(busy)
    ))
}

impl Scenario for Purse {
    fn input(&self) -> String {
        let mut words: Vec<String> = self.payments.iter().take(4).map(Payment::in_words).collect();
        match self.payments.len() {
            0 => words.push("nobody wants anything".to_owned()),
            1..=4 => {}
            all => words.push(format!("{} more", all - 4)),
        }
        format!("a wallet with {}; {}", self.money, words.join("; "))
    }

    fn call(&self) -> Call {
        let purse = self.clone();
        Call::new(move || async move { in_text(&purse.happens().await) })
    }

    fn owns(&self, span: &str) -> bool {
        self.has(span)
    }

    fn says(&self, line: &str) -> bool {
        line.starts_with(self.account)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let came: Vec<Came> = seen.value.as_deref().unwrap_or_default().lines().map(came).collect();
        self.check(&seen.spans.iter().collect::<Vec<_>>(), &came)
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let questions: Vec<&Span> = seen.spans.iter().filter(|bar| self.asks(&bar.name)).collect();
        at_once(&questions)
            .map(|_| ("asked-at-the-same-time", super::ASKED_AT_THE_SAME_TIME.to_owned()))
    }
}

fn in_text(came: &[Came]) -> String {
    let words = came.iter().map(|came| match came {
        None => DROPPED,
        Some(true) => TAKEN,
        Some(false) => NOT_TAKEN,
    });
    words.collect::<Vec<_>>().join("\n")
}

fn came(word: &str) -> Came {
    match word {
        TAKEN => Some(true),
        NOT_TAKEN => Some(false),
        _ => None,
    }
}

const DROPPED: &str = "dropped";
const TAKEN: &str = "taken";
const NOT_TAKEN: &str = "not taken";
