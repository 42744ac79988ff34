//! What must be seen of a bank on whatever day: a generator of clients, and a replay of what the clerk has
//! to write. What nobody waits for any more when its turn comes may be booked or not, so the replay asks
//! what was done.

use actor::Bank;
use actor::given::Account::{self, Ada, Bob, Cleo, Dora};
use judge::{Call, Case, Fate, Observation, Rng, Scenario, time};
use lab::SECOND;
use std::mem::replace;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep_until, timeout_at};

/// Days from no client to hundreds, most of them beside two others at banks of their own.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    let all = [
        (0, 900),
        (1, 900),
        (1, 9),
        (2, 9),
        (2, 900),
        (2, 5_000),
        (3, 9),
        (3, 900),
        (5, 400),
        (8, 900),
        (13, 90),
        (40, 1_500),
    ];
    for (size, longest) in all {
        let [one, two, three] = [0, 1, 2].map(|tag| day(rng, size, longest, tag));
        cases.push(Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three));
    }
    // All of them leave before they have a reply, and nobody is left.
    for size in [1, 2, 3, 6] {
        let mut all_leave = day(rng, size, 9, 1);
        all_leave.first = Duration::ZERO;
        for client in &mut all_leave.clients {
            client.leaves = Some(client.comes + LEAVES);
            (client.looks, client.holds) = (Duration::ZERO, Duration::ZERO);
        }
        cases.push(Case::new(all_leave));
    }
    // And so do many, one after the other, but somebody comes after them.
    let mut one_stays = day(rng, 15, 9, 2);
    for (number, client) in (1..).zip(&mut one_stays.clients) {
        client.amount = 3 * number + one_stays.tag;
        client.leaves = (number < 15).then_some(client.comes + LEAVES);
        client.looks = Duration::ZERO;
    }
    cases.push(Case::new(one_stays));
    // Two banks book at the very same moments.
    let one = day(rng, 8, 400, 0);
    let mut two = Day { tag: 1, ..one.clone() };
    for client in &mut two.clients {
        client.amount = client.amount.checked_add(1).unwrap_or(601);
    }
    cases.push(Case::new(one).beside(Duration::ZERO, two));
    // Somebody looks for the reply when somebody else has paid from the same account.
    let mut later = day(rng, 2, 400, 1);
    let comes = later.clients[0].comes;
    for (client, amount) in later.clients.iter_mut().zip([31, 22]) {
        (client.from, client.to, client.amount) = (Ada, Bob, amount);
        (client.leaves, client.looks) = (None, Duration::ZERO);
    }
    later.clients[0].looks = comes + rng.time(3_200, 4_900);
    cases.push(Case::new(later));
    // Weeks without a client.
    let mut quiet = day(rng, 3, 900, 2);
    quiet.clients[2].comes += rng.time(1_700_000, 2_100_000) * 1_000;
    (quiet.clients[2].leaves, quiet.clients[2].looks) = (None, Duration::ZERO);
    cases.push(Case::new(quiet).once());
    // More in the queue than small numbers can count, and each waits for minutes. The last come while it
    // becomes no shorter.
    let mut queue = day(rng, 340, 2, 0);
    queue.clients.iter_mut().for_each(|client| client.leaves = None);
    for (late, client) in (1..).zip(&mut queue.clients[310..]) {
        client.comes += late * SECOND;
    }
    cases.push(Case::new(queue).once());
    cases
}

/// When a booking has begun, if nobody is in the queue.
const HALF: Duration = Duration::from_millis(500);

/// For how long those wait who leave early: less than a booking takes.
const LEAVES: Duration = Duration::from_millis(124);

/// A day at a bank.
#[derive(Clone)]
struct Day {
    /// In the order in which they come. No two of all these moments are a whole number of bookings apart.
    clients: Vec<Client>,
    /// When the handle is dropped that the bank was opened with.
    first: Duration,
    /// What is left of amounts when divided by three: it tells the bookings of this bank.
    tag: u64,
}

#[derive(Clone)]
struct Client {
    comes: Duration,
    from: Account,
    to: Account,
    amount: u64,
    /// When the client stops waiting; `None` for one who waits for the reply.
    leaves: Option<Duration>,
    /// Until when the client does not look for the reply, once the booking has begun.
    looks: Duration,
    /// Until when, at least, the client keeps the handle.
    holds: Duration,
    /// Whether the client uses a clone that is only made then.
    clones: bool,
}

/// So many clients, who come at most `longest` milliseconds one after the other.
fn day(rng: &mut Rng, size: usize, longest: u64, tag: u64) -> Day {
    let mut taken = vec![false; 1_000];
    let mut free = |mut at: Duration| {
        while replace(&mut taken[at.as_millis() as usize % 1_000], true) {
            at += Duration::from_millis(1);
        }
        at
    };
    let (mut now, mut idle) = (Duration::ZERO, Duration::ZERO);
    let mut clients: Vec<Client> = Vec::new();
    for _ in 0..size {
        now = free(now + rng.time(1, longest));
        let mut client = client(rng, now, tag);
        if idle < now && rng.one_in(3) {
            client.looks = free(now + rng.time(1_500, 4_000));
        } else if rng.one_in(4) {
            client.leaves = Some(free(now + rng.time(1, 2_500)));
        }
        idle = idle.max(now) + SECOND;
        if rng.one_in(3) {
            client.holds = free(now + rng.time(1, 5_000));
        }
        if rng.one_in(4)
            && let Some(last) = clients.last()
        {
            // The same once more.
            (client.from, client.to, client.amount) = (last.from, last.to, last.amount);
        }
        // Who leaves is known by the amount.
        let alike = |client: &Client, other: &Client| {
            let leaves = client.leaves.or(other.leaves).is_some();
            leaves && client.name() == other.name()
        };
        while clients.iter().any(|other| alike(&client, other)) {
            client.amount = client.amount.checked_add(3).unwrap_or(600 + tag);
        }
        clients.push(client);
    }
    let first = if rng.one_in(2) { Duration::ZERO } else { free(rng.time(1, 9_000)) };
    Day { clients, first, tag }
}

fn client(rng: &mut Rng, comes: Duration, tag: u64) -> Client {
    let accounts = [Ada, Bob, Cleo, Dora];
    let from = rng.one_of(&accounts);
    let to = if rng.one_in(5) { from } else { rng.one_of(&accounts) };
    let amount = match rng.between(0, 7) {
        0 => 0,
        1 => rng.one_of(&[500, 200, 50]),
        2 => u64::MAX - 3 * tag.min(1),
        3 => rng.between(501, 1_000),
        _ => rng.between(1, 120),
    };
    let amount = amount - amount % 3 + tag;
    Client {
        comes,
        from,
        to,
        amount,
        leaves: None,
        looks: Duration::ZERO,
        holds: Duration::ZERO,
        clones: rng.one_in(2),
    }
}

impl Client {
    /// As its booking is called.
    fn name(&self) -> String {
        format!("{} to {}: {}", self.from, self.to, self.amount)
    }

    /// Whether the client does not wait any more at this moment.
    fn is_gone(&self, at: Duration) -> bool {
        self.leaves.is_some_and(|leaves| leaves < at)
    }

    /// What came of it, in a line.
    async fn visit(self, bank: Bank, opened: Instant) -> String {
        sleep_until(opened + self.comes).await;
        let bank = if self.clones { bank.clone() } else { bank };
        let mut transfer = Box::pin(bank.transfer(self.from, self.to, self.amount));
        let looks_away = (!self.looks.is_zero()).then(|| self.comes + HALF);
        let reply = match self.leaves.or(looks_away) {
            None => Ok(transfer.await),
            Some(until) => match timeout_at(opened + until, &mut transfer).await {
                Err(_) if self.leaves.is_none() => {
                    sleep_until(opened + self.looks).await;
                    Ok(transfer.await)
                }
                reply => {
                    drop(transfer);
                    reply
                }
            },
        };
        let at = opened.elapsed().as_micros();
        let told = match reply {
            Err(_) => "left".to_owned(),
            Ok(Ok(balance)) => format!("{at} {balance}"),
            Ok(Err(error)) => format!("{at} failed: {error:#}").replace('\n', " "),
        };
        sleep_until(opened + self.holds).await;
        told
    }
}

impl Scenario for Day {
    fn input(&self) -> String {
        let mut input = "a new bank".to_owned();
        for client in self.clients.iter().take(5) {
            let Client { from, to, amount, .. } = client;
            input += &format!(", transfer({from}, {to}, {amount}) at {}", time(client.comes));
            if let Some(leaves) = client.leaves {
                input += &format!(" and no longer than until {}", time(leaves));
            }
            if !client.looks.is_zero() {
                input += &format!(" (looked at again at {})", time(client.looks));
            }
        }
        match self.clients.len() {
            0 => input + " without clients",
            6.. => input + &format!(" and {} more", self.clients.len() - 5),
            _ => input,
        }
    }

    fn call(&self) -> Call {
        let day = self.clone();
        Call::new(move || day.goes_by())
    }

    fn owns(&self, span: &str) -> bool {
        // Of `ada to bob: 5`, and of `ada to bob: 5 booked`.
        let amount = span.split_once(": ").and_then(|(_, rest)| rest.split(' ').next());
        amount.and_then(|amount| amount.parse::<u64>().ok()).is_some_and(|it| it % 3 == self.tag)
    }

    fn says(&self, line: &str) -> bool {
        self.owns(line)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let returned: Vec<&str> = seen.value.as_deref().unwrap_or_default().lines().collect();
        let mut pages = [500, 200, 50, 0];
        let (mut free, mut booked) = (Duration::ZERO, 0);
        for (client, told) in self.clients.iter().zip(returned) {
            let name = client.name();
            let begins = free.max(client.comes);
            let span = seen.spans.get(booked).filter(|span| span.name == name);
            let Some(span) = span.filter(|span| span.start == begins) else {
                if client.is_gone(begins) {
                    continue;
                }
                return Err(self.never_began(client, begins, seen.spans.get(booked), told));
            };
            free = begins + SECOND;
            let refused = pages[client.from as usize] < client.amount;
            let line = format!("{name} {}", if refused { "refused" } else { "booked" });
            let said = seen.said.get(booked).is_some_and(|said| said.line == line);
            if span.fate != Fate::Completed || span.end != free || !said {
                return Err(format!(
                    "{name} began at {} and was not {} at {}; the promise is that it is.",
                    time(begins),
                    &line[name.len() + 1..],
                    time(free)
                ));
            }
            if !refused {
                pages[client.from as usize] -= client.amount;
                pages[client.to as usize] += client.amount;
            }
            booked += 1;
            let balance = (!refused).then_some(pages[client.from as usize]);
            client.is_answered(told, free, balance)?;
        }
        match seen.spans.get(booked) {
            Some(more) => Err(format!(
                "At {} the ledger began to book {}; the promise is that nothing more is booked.",
                time(more.start),
                more.name
            )),
            None => Ok(()),
        }
    }
}

impl Client {
    /// Whether the reply is the right one, and comes when it is booked. `balance` is what that has left.
    fn is_answered(
        &self,
        told: &str,
        booked: Duration,
        balance: Option<u64>,
    ) -> Result<(), String> {
        let name = self.name();
        if self.is_gone(booked) {
            return match told {
                "left" => Ok(()),
                _ => Err(format!("{name} was answered before it was booked.")),
            };
        }
        let (at, reply) = told.split_once(' ').unwrap_or(("", told));
        let at = Duration::from_micros(at.parse().unwrap_or(0));
        let booked = booked.max(self.looks);
        let text = reply.to_lowercase();
        let is_right = match balance {
            Some(balance) => reply == balance.to_string(),
            None => {
                let parts = [&self.from.to_string(), &self.to.to_string(), "not enough money"];
                text.starts_with("failed") && parts.iter().all(|part| text.contains(*part))
            }
        };
        if !is_right {
            let promised = match balance {
                Some(balance) => balance.to_string(),
                None => {
                    "an error that names both accounts and says \"not enough money\"".to_owned()
                }
            };
            return Err(format!(
                "{name} was answered with \"{reply}\"; the promise is {promised}."
            ));
        }
        if at == booked {
            return Ok(());
        }
        let (at, booked) = (time(at), time(booked));
        Err(format!("{name} was answered at {at}; the promise is {booked}, when it is booked."))
    }
}

impl Day {
    fn never_began(
        &self,
        client: &Client,
        begins: Duration,
        instead: Option<&judge::Span>,
        told: &str,
    ) -> String {
        let (name, begins) = (client.name(), time(begins));
        match instead {
            Some(span) if span.name == name => {
                format!("{name} began at {}; the promise is {begins}.", time(span.start))
            }
            Some(span) => format!(
                "At {} the ledger began to book {}; the promise is {name}, at {begins}.",
                time(span.start),
                span.name
            ),
            None => {
                let reply = told.split_once(' ').map_or(told, |(_, reply)| reply);
                format!(
                    "{name} was never booked (its client was answered with \"{reply}\"); the promise is \
                     that it begins at {begins}."
                )
            }
        }
    }

    /// When all is over, if everything is booked that may be: the last booking, or the last handle.
    fn ends(&self) -> Duration {
        let (mut free, mut end) = (Duration::ZERO, self.first);
        for client in &self.clients {
            free = free.max(client.comes) + SECOND;
            end = end
                .max(free)
                .max(client.holds)
                .max(client.looks)
                .max(client.leaves.unwrap_or_default());
        }
        end
    }

    /// What came of each client, in lines. It ends when the bank's task has to.
    async fn goes_by(self) -> String {
        let opened = Instant::now();
        let (first, ends) = (self.first, opened + self.ends());
        let bank = Bank::start();
        let mut visits = Vec::new();
        for client in self.clients {
            visits.push(client.visit(bank.clone(), opened));
        }
        let first = async move {
            let _held = bank;
            sleep_until(opened + first).await;
        };
        let (told, ()) = tokio::join!(judge::join_all(visits), first);
        sleep_until(ends).await;
        // What ends at this moment needs a turn for it, and so do those who wait for that.
        for _ in 0..32 {
            yield_now().await;
        }
        told.join("\n")
    }
}
