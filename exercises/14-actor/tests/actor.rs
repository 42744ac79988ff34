//! The promises of `Bank`. Each runs on a clock that jumps: seconds cost nothing and are exact.
//!
//! Requests are booked in the order in which they come. Of those that come at the same time any may be
//! first: what each reply has to be is read off the order in which the ledger was written.

mod model;

use actor::Bank;
use actor::given::Account::{self, Ada, Bob, Cleo, Dora};
use actor::given::{Ledger, Refusal};
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const HALF: Duration = Duration::from_millis(500);

#[test]
fn a_transfer_returns_the_balance_that_it_left() -> Kept {
    let one_by_one = [
        at(0.0, Ada, Bob, 120),
        at(2.0, Bob, Cleo, 300),
        at(4.0, Ada, Dora, 1),
        at(6.0, Cleo, Ada, 350),
        at(8.0, Dora, Bob, 1),
    ];
    kept(at_one_bank(&one_by_one), &[], each_as_it_was_left)
}

#[test]
fn every_client_gets_the_reply_to_its_own_request() -> Kept {
    let at_once = [
        at(0.0, Ada, Bob, 10),
        at(0.0, Bob, Cleo, 20),
        at(0.0, Ada, Cleo, 30),
        at(0.0, Cleo, Dora, 5),
        at(0.0, Bob, Dora, 7),
        at(0.0, Ada, Dora, 200),
        at(0.0, Cleo, Bob, 11),
    ];
    let back_and_forth = |n| [at(0.0, Ada, Bob, n), at(0.0, Bob, Ada, n)];
    let crowd: Vec<Client> = (1..=60).flat_map(back_and_forth).collect();
    let own = |clients: &[Client]| kept(at_one_bank(clients), &[], each_as_it_was_left);
    own(&at_once).and(own(&crowd))
}

#[test]
fn one_transfer_is_booked_after_the_other_without_a_pause() -> Kept {
    let four = [
        at(0.0, Ada, Cleo, 15),
        at(0.0, Bob, Ada, 25),
        at(0.0, Cleo, Dora, 35),
        at(0.0, Ada, Dora, 45),
    ];
    // No multiple of a round step: who sleeps and looks again comes late.
    let after_a_quiet_time = [at(0.0, Ada, Bob, 1), at(600.337, Bob, Dora, 1)];
    let busy =
        |clients: &[Client]| kept(at_one_bank(clients), &[PAUSED_BETWEEN, ANSWERED_LATE], no_pause);
    busy(&four).and(busy(&after_a_quiet_time))
}

#[test]
fn a_refusal_is_an_error_that_names_both_accounts_and_the_reason() -> Kept {
    let words = [NO_CONTEXT, CAUSE_THROWN_AWAY];
    kept(at_one_bank(&[at(0.0, Bob, Ada, 201)]), &words, refused_in_words)
}

#[test]
fn after_a_refusal_the_bank_goes_on() -> Kept {
    let one_by_one = [at(0.0, Dora, Bob, 4), at(2.0, Bob, Dora, 30), at(4.0, Dora, Bob, 5)];
    kept(at_one_bank(&one_by_one), &[], each_answered)
}

#[test]
fn a_client_that_does_not_wait_is_no_trouble_to_the_others() -> Kept {
    let leaves_during_the_booking =
        [at(0.0, Ada, Bob, 40).impatient(), at(0.7, Bob, Ada, 220), at(3.0, Ada, Dora, 6)];
    let leaves_the_queue = [
        at(0.0, Cleo, Dora, 13),
        at(0.0, Bob, Cleo, 14).impatient(),
        at(0.2, Dora, Cleo, 12),
        at(4.0, Ada, Bob, 16),
    ];
    let untroubled =
        |clients: &[Client]| kept(at_one_bank(clients), &[REPLY_UNWRAPPED], each_as_it_was_left);
    untroubled(&leaves_during_the_booking).and(untroubled(&leaves_the_queue))
}

#[test]
fn a_booking_that_has_begun_is_completed_though_its_client_has_left() -> Kept {
    let leaves = at(0.0, Ada, Cleo, 70).impatient();
    let was_the_last = at(0.0, Bob, Dora, 90).impatient().hanging_up();
    let mistakes = [DIED_WITH_ITS_CLIENT, DIED_WITH_THE_BANK];
    let completes = |client| kept(at_one_bank(&[client]), &mistakes, completed);
    completes(leaves).and(completes(was_the_last))
}

#[test]
fn clones_share_one_bank_and_two_banks_share_nothing() -> Kept {
    let clones = [
        at(0.0, Ada, Dora, 100),
        at(2.0, Dora, Bob, 60).hanging_up(),
        at(4.0, Ada, Bob, 250),
        at(6.0, Bob, Cleo, 500),
    ];
    let apart = [at(0.0, Ada, Bob, 400), at(0.0, Ada, Bob, 150)];
    at_banks_of_their_own(&apart).promises(on_their_own).kept().and(kept(
        at_one_bank(&clones),
        &[DIED_WITH_A_CLONE],
        each_answered,
    ))
}

#[test]
fn when_the_last_handle_is_dropped_the_bank_ends() -> Kept {
    let after_work = [at(0.0, Bob, Cleo, 8).hanging_up(), at(0.2, Ada, Bob, 5).hanging_up()];
    let ends = |clients: &[Client]| {
        explained(at_one_bank(clients), &[KEPT_ALIVE]).leaves_nothing_running().kept()
    };
    ends(&after_work).and(ends(&[]))
}

#[test]
fn all_of_this_holds_for_whatever_day() -> Kept {
    judge::any_input(model::cases)
}

/// Somebody with a handle and a wish.
#[derive(Clone, Copy)]
struct Client {
    comes: f64,
    from: Account,
    to: Account,
    amount: u64,
    waits: Duration,
    hangs_up: bool,
}

/// A client who comes after so many seconds, waits for the reply, and keeps the handle.
fn at(comes: f64, from: Account, to: Account, amount: u64) -> Client {
    Client { comes, from, to, amount, waits: Duration::MAX, hangs_up: false }
}

impl Client {
    /// Waits for half a second at most.
    fn impatient(self) -> Client {
        Client { waits: HALF, ..self }
    }

    /// Drops the handle after the visit.
    fn hanging_up(self) -> Client {
        Client { hangs_up: true, ..self }
    }

    async fn visit(self, bank: Bank, opened: Instant) -> (Visit, Option<Bank>) {
        let Client { from, to, amount, waits, hangs_up, .. } = self;
        sleep(Duration::from_secs_f64(self.comes)).await;
        let reply = timeout(waits, bank.transfer(from, to, amount)).await.ok();
        let name = format!("{from} to {to}: {amount}");
        (Visit { client: self, name, reply, over: opened.elapsed() }, (!hangs_up).then_some(bank))
    }
}

/// What came of a client's wish.
struct Visit {
    client: Client,
    /// As its booking is called in the picture.
    name: String,
    /// `None` when the client did not wait for it.
    reply: Option<anyhow::Result<u64>>,
    over: Duration,
}

type Day = Vec<Visit>;

/// A day at a bank. Each client has a handle, and there is no other.
fn at_one_bank(clients: &[Client]) -> Run<Day> {
    a_day(clients, |count| vec![Bank::start(); count])
}

fn at_banks_of_their_own(clients: &[Client]) -> Run<Day> {
    a_day(clients, |count| (0..count).map(|_| Bank::start()).collect())
}

fn a_day(clients: &[Client], open: fn(usize) -> Vec<Bank>) -> Run<Day> {
    let clients = clients.to_vec();
    judge::run(move || async move {
        let opened = Instant::now();
        let handles = open(clients.len());
        let visits = clients.into_iter().zip(handles).map(|(it, bank)| it.visit(bank, opened));
        let (visits, still_held): (Day, Vec<Option<Bank>>) =
            judge::join_all(visits).await.into_iter().unzip();
        sleep(3 * SECOND).await;
        drop(still_held);
        visits
    })
}

/// One booking, as the ledger carried it out.
struct Booking<'a> {
    span: &'a Span,
    payer: Account,
    /// What the payer had before it, and after; `None` when it was refused.
    before: u64,
    after: Option<u64>,
    /// What the payer had after any of the bookings that followed.
    later: Vec<u64>,
    /// What the one who was paid has after it.
    payee_has: Option<u64>,
    /// What the payer would have after it, were it the first.
    afresh: Option<u64>,
}

/// A day at one bank, and what its ledger says of it.
struct Story<'a> {
    seen: &'a Seen<Day>,
    visits: &'a [Visit],
    /// In their order.
    bookings: Vec<Booking<'a>>,
}

impl<'a> Story<'a> {
    fn of(seen: &'a Seen<Day>) -> Story<'a> {
        let visits = seen.value.as_deref().unwrap_or_default();
        let opened = Ledger::open();
        let opening = [Ada, Bob, Cleo, Dora].map(|it| opened.balance(it));
        let mut pages = opening;
        let mut bookings: Vec<Booking<'_>> = Vec::new();
        for span in &seen.timeline.spans {
            let Some(visit) = visits.iter().find(|it| it.name == span.name) else { continue };
            let Client { from: payer, to, amount, .. } = visit.client;
            let before = pages[payer as usize];
            let covered = before >= amount;
            if covered {
                pages[payer as usize] -= amount;
                if span.fate != Fate::Cancelled {
                    pages[to as usize] += amount;
                }
            }
            for earlier in &mut bookings {
                earlier.later.push(pages[earlier.payer as usize]);
            }
            let after = covered.then_some(pages[payer as usize]);
            let payee_has = covered.then_some(pages[to as usize]);
            let afresh = opening[payer as usize].checked_sub(amount);
            bookings.push(Booking { span, payer, before, after, later: vec![], payee_has, afresh });
        }
        Story { seen, visits, bookings }
    }

    /// Each booking whose client waited, with the balance that was replied.
    fn replied(&self) -> impl Iterator<Item = (&Booking<'a>, Option<u64>)> {
        self.bookings.iter().filter_map(|it| {
            let own = self.visits.iter().find(|visit| visit.name == it.span.name)?;
            Some((it, own.reply.as_ref()?.as_ref().ok().copied()))
        })
    }

    /// Whether not all replies are right, and all are what `what` says.
    fn all_are(&self, what: fn(&Booking) -> Option<u64>) -> bool {
        self.replied().all(|(it, got)| got == what(it))
            && self.replied().any(|(it, got)| got != it.after)
    }

    /// Whether a balance was replied that is wrong, and `is` what it is taken for.
    fn any_wrong(&self, is: impl Fn(&Booking, u64) -> bool) -> bool {
        self.replied().any(|(it, got)| match (got, it.after) {
            (Some(got), Some(after)) => got != after && is(it, got),
            _ => false,
        })
    }

    /// The visits whose request failed, and the ledger knows nothing of it.
    fn unheard(&self) -> impl Iterator<Item = &Visit> {
        let known = |visit: &Visit| self.bookings.iter().any(|it| it.span.name == visit.name);
        let calm = self.seen.panics.is_empty();
        self.visits.iter().filter(move |it| calm && it.error().is_some() && !known(it))
    }

    /// Whether nobody was writing while a request waited.
    fn pauses(&self) -> bool {
        let mut free = Duration::ZERO;
        self.bookings.iter().any(|it| {
            let comes = self.visits.iter().find(|visit| visit.name == it.span.name);
            let comes = comes.map_or(0.0, |visit| visit.client.comes);
            let due = free.max(Duration::from_secs_f64(comes));
            free = it.span.end;
            it.span.start > due
        })
    }

    fn all_hung_up(&self) -> bool {
        self.visits.iter().all(|it| it.client.hangs_up)
    }

    fn was_cancelled(&self) -> bool {
        self.bookings.iter().any(|it| it.span.fate == Fate::Cancelled)
    }
}

impl Visit {
    fn error(&self) -> Option<&anyhow::Error> {
        self.reply.as_ref()?.as_ref().err()
    }
}

/// Its key, what is said of it, and how it is recognised.
type Mistake = (&'static str, &'static str, fn(&Story<'_>) -> bool);

/// The mistakes that can be made on any day.
const MISTAKES: &[Mistake] = &[
    (
        "refusal-covered-up",
        "The ledger had refused, and the client was told a balance. A refusal is an answer too: \
         hand it on.",
        |story| story.replied().any(|(it, got)| it.after.is_none() && got.is_some()),
    ),
    (
        "refusal-unwrapped",
        "The task panicked when the ledger refused, and a task that panics is over. A refusal is \
         an answer like any other: hand it on.",
        |story| story.seen.panics.iter().any(|it| it.message.contains("Refusal(")),
    ),
    (
        "several-ledgers",
        "Two bookings were under way at the same time, so each was written into a ledger of its \
         own. A bank has one.",
        |story| {
            let both = |one: &Span, two: &Span| one.start < two.end && two.start < one.end;
            story.bookings.windows(2).any(|pair| both(pair[0].span, pair[1].span))
        },
    ),
    (
        "new-ledger-each-time",
        "That is what a ledger just opened would give. A bank opens one, and keeps it.",
        |story| story.all_are(|it| it.afresh),
    ),
    (
        "balance-of-the-payee",
        "That is what the one who was paid has now. The promise is about the one who paid.",
        |story| story.all_are(|it| it.payee_has),
    ),
    (
        "balance-read-later",
        "That is the balance after a later booking: another request got in between. Book and look \
         at the balance within one request.",
        |story| story.any_wrong(|it, got| it.later.contains(&got)),
    ),
    (
        "balance-read-before",
        "That is the balance from before the booking. It has changed since.",
        |story| story.all_are(|it| it.after.and(Some(it.before))),
    ),
    (
        "anothers-reply",
        "That is the reply to another request. A request needs a way back that is its own.",
        |story| {
            let of_another =
                |own: &Booking, got, it: &Booking| it.payer != own.payer && it.after == Some(got);
            story.any_wrong(|own, got| story.bookings.iter().any(|it| of_another(own, got, it)))
        },
    ),
    (
        "reply-not-awaited",
        "The client was told that it failed, and the ledger books it all the same. The task has \
         to reply, and transfer to wait for that, however long the queue.",
        |story| {
            let failed = |name: &str| {
                story.visits.iter().any(|it| it.name == name && it.error().is_some_and(lost))
            };
            let booked = |it: &Booking| it.after.is_some() && it.span.fate != Fate::Cancelled;
            story.seen.panics.is_empty()
                && story.bookings.iter().any(|it| booked(it) && failed(&it.span.name))
        },
    ),
    (
        "answered-too-early",
        "The reply was there before the booking was completed. Book first, then answer.",
        |story| {
            let early = |visit: &Visit, it: &Booking| {
                visit.reply.is_some() && visit.name == it.span.name && visit.over < it.span.end
            };
            story.visits.iter().any(|visit| story.bookings.iter().any(|it| early(visit, it)))
        },
    ),
    (
        "turned-away",
        "This request was turned away while the task was at work. A full channel is not a closed \
         one: transfer has to wait, for room too, however long the queue.",
        |story| {
            let at_work = |at: Duration, span: &Span| {
                span.fate == Fate::Completed && span.start <= at && at < span.end
            };
            story.unheard().any(|it| story.bookings.iter().any(|b| at_work(it.over, b.span)))
        },
    ),
    (
        "never-started",
        "Not one request reached the ledger: no task was there to take it. An async fn that is \
         called and not spawned does nothing; and a task is gone with the runtime it ran on.",
        |story| story.bookings.is_empty() && story.unheard().count() > 0,
    ),
];

/// Comes after the mistakes of a promise: any of those says more.
const TASK_ENDED: Mistake = (
    "task-ended",
    "This request never reached the ledger, although there was a handle. Either the task has ended (a \
     `?`, a `break` or a `return` in its loop, an abort, a wait that is given up), or the request was \
     thrown away on its way to the ledger.",
    |story| story.unheard().count() > 0,
);

const PAUSED_BETWEEN: Mistake = (
    "paused-between",
    "For a while nobody was writing. A task that sleeps, or looks only now and then, lets requests \
     wait; recv wakes it at once.",
    |story| each_answered(story).is_ok() && story.pauses(),
);

const ANSWERED_LATE: Mistake = (
    "answered-late",
    "It was booked in time, and the reply came later. Await the reply itself, which wakes you at once: \
     a look now and then comes late.",
    |story| each_answered(story).is_ok() && no_pause(story).is_err() && !story.pauses(),
);

const NO_CONTEXT: Mistake = (
    "no-context",
    "This is the ledger's own error with nothing added: `?` alone passes it on as it is. anyhow's \
     `context` puts a line of yours on top of it.",
    |story| {
        let bare = |it: &anyhow::Error| it.is::<Refusal>() && it.chain().count() == 1;
        story.visits.iter().filter_map(Visit::error).any(bare)
    },
);

const CAUSE_THROWN_AWAY: Mistake = (
    "cause-thrown-away",
    "The ledger's own error got lost on the way. It is a value, and can travel through a channel; \
     anyhow's `context` puts a line on top of it and keeps it as the cause.",
    |story| {
        let calm = story.seen.panics.is_empty() && story.unheard().count() == 0;
        calm && story.visits.iter().filter_map(Visit::error).any(lost)
    },
);

const REPLY_UNWRAPPED: Mistake = (
    "reply-unwrapped",
    "One client did not wait for its reply, and sending it was an error. Taking that for a panic \
     ends the bank for all the others.",
    |story| story.seen.panics.iter().any(|it| it.message.contains("on an `Err` value")),
);

const DIED_WITH_ITS_CLIENT: Mistake = (
    "died-with-its-client",
    "The booking stopped in the middle when its client stopped waiting, and the money is on neither \
     page. What has to be completed belongs to a task that outlives the client.",
    |story| story.was_cancelled() && !story.all_hung_up(),
);

const DIED_WITH_THE_BANK: Mistake = (
    "died-with-the-bank",
    "The booking stopped in the middle when the last handle was dropped. The bank's task has to end \
     by itself, once it has done what it had begun: an abort is too early.",
    |story| story.was_cancelled() && story.all_hung_up(),
);

const DIED_WITH_A_CLONE: Mistake = (
    "bank-died-with-a-clone",
    "One handle was dropped, another was left, and the bank was gone. It ends with the last.",
    |story| {
        let failed = |it: &&Visit| it.error().is_some();
        let first = story.visits.iter().position(|it| failed(&it)).unwrap_or(0);
        story.seen.panics.is_empty() && first > 0 && story.visits[first - 1].client.hangs_up
    },
);

const KEPT_ALIVE: Mistake = (
    "kept-alive",
    "No handle is left, and a task of the bank waits on. If it waits for requests: a channel comes to \
     its end when every sender is gone, so is one kept somewhere, in the task itself perhaps? If it \
     waits for a timer: who says that the bank has closed?",
    |story| story.seen.alive > 0 && story.bookings.iter().all(|it| it.span.fate == Fate::Completed),
);

/// A run, with the mistakes that explain why it broke its promise.
fn explained(run: Run<Day>, of_this_promise: &[Mistake]) -> Run<Day> {
    let mistakes = MISTAKES.iter().chain(of_this_promise).chain([&TASK_ENDED]);
    mistakes.fold(run, |run, (key, meaning, applies)| {
        run.usually_means(key, meaning, |seen| applies(&Story::of(seen)))
    })
}

fn kept(run: Run<Day>, mistakes: &[Mistake], check: fn(&Story<'_>) -> Result<(), String>) -> Kept {
    explained(run, mistakes).promises(|seen| check(&Story::of(seen))).kept()
}

/// Each request was booked once, and answered: with a balance, or with a refusal where that has to be.
fn each_answered(story: &Story<'_>) -> Result<(), String> {
    each(story, |_, _, _| Ok(()))
}

/// And each reply is what its booking left.
fn each_as_it_was_left(story: &Story<'_>) -> Result<(), String> {
    each(story, |Visit { client, name, over, .. }, got, booking| match booking.after {
        Some(left) if left != got => Err(format!(
            "{name} was answered with {got}; the promise is what it left to {}, {left}.",
            client.from
        )),
        _ if *over < booking.span.end => {
            Err(format!("{name} was answered before it was booked; the promise is after."))
        }
        _ => Ok(()),
    })
}

fn each(
    story: &Story<'_>,
    check: impl Fn(&Visit, u64, &Booking) -> Result<(), String>,
) -> Result<(), String> {
    for visit in story.visits {
        let (name, Some(reply)) = (&visit.name, &visit.reply) else { continue };
        let own: Vec<_> = story.bookings.iter().filter(|it| it.span.name == *name).collect();
        let happened = match (&own[..], reply) {
            ([], Ok(got)) => {
                format!("was answered with {got} and never booked; the promise is once")
            }
            ([], Err(error)) => {
                format!("failed: \"{error:#}\"; the promise is that it is booked once")
            }
            ([booking], Ok(got)) if booking.after.is_some() => {
                check(visit, *got, booking)?;
                continue;
            }
            ([_], Ok(got)) => format!("was answered with {got}; the promise is an error"),
            ([booking], Err(error)) => match booking.after {
                None => continue,
                Some(left) => format!("failed: \"{error:#}\"; the promise is {left}"),
            },
            (more, _) => format!("was booked {} times; the promise is once", more.len()),
        };
        return Err(format!("{name} {happened}."));
    }
    Ok(())
}

/// Whoever comes is served at once, or right after those who came before.
fn no_pause(story: &Story<'_>) -> Result<(), String> {
    each_answered(story)?;
    let served = |free: Duration, visit: &Visit| {
        free.max(Duration::from_secs_f64(visit.client.comes)) + SECOND
    };
    let promised = story.visits.iter().fold(Duration::ZERO, served);
    let took = story.visits.iter().map(|it| it.over).max().unwrap_or_default();
    if took == promised {
        return Ok(());
    }
    let count = story.visits.len();
    Err(format!(
        "{count} transfers took {}; the promise is {}, one after the other and no pause.",
        judge::time(took),
        judge::time(promised)
    ))
}

fn refused_in_words(story: &Story<'_>) -> Result<(), String> {
    story.visits.iter().try_for_each(|visit| {
        let Client { from, to, .. } = visit.client;
        let text = match &visit.reply {
            Some(Err(error)) => format!("{error:#}"),
            Some(Ok(got)) => {
                let name = &visit.name;
                return Err(format!("{name} was answered with {got}; the promise is an error."));
            }
            None => return Ok(()),
        };
        let lower = text.to_lowercase();
        let parts = [&from.to_string(), &to.to_string(), "not enough money"];
        match parts.into_iter().find(|part| !lower.contains(part)) {
            None => Ok(()),
            Some(part) => {
                Err(format!("Its error reads \"{text}\"; the promise is that it says \"{part}\"."))
            }
        }
    })
}

fn completed(story: &Story<'_>) -> Result<(), String> {
    story.visits.iter().try_for_each(|Visit { name, .. }| {
        let booking = story.bookings.iter().find(|it| it.span.name == *name);
        let what = match booking.map(|it| (it.span.fate, judge::time(it.span.end))) {
            Some((Fate::Completed, _)) => return Ok(()),
            Some((Fate::Cancelled, at)) => format!("was dropped in the middle, at {at}"),
            Some((Fate::Running, _)) => "had not ended three seconds later".to_owned(),
            None => "never began".to_owned(),
        };
        Err(format!("{name} {what}; the promise is that it is completed."))
    })
}

/// Each was served at once, and by a ledger that the other had not written in.
fn on_their_own(seen: &Seen<Day>) -> Result<(), String> {
    let visits = seen.value.as_deref().unwrap_or_default();
    visits.iter().try_for_each(|Visit { name, reply, over, .. }| match reply {
        Some(Err(error)) => Err(format!(
            "With two banks open, {name} failed: \"{error:#}\"; the promise is a balance, as each \
             has a ledger of its own."
        )),
        _ if *over != SECOND => Err(format!(
            "With two banks open, {name} was answered at {}; the promise is 1 s, as neither bank \
             waits for the other.",
            judge::time(*over)
        )),
        _ => Ok(()),
    })
}

/// Whether neither the ledger's error nor its words are in this one.
fn lost(error: &anyhow::Error) -> bool {
    !error.chain().any(|cause| cause.is::<Refusal>())
        && !format!("{error:#}").to_lowercase().contains("not enough money")
}
