//! The promises of `Bank`. Each runs on a clock that jumps: seconds cost nothing and are exact.
//!
//! In which order requests are booked that are made at the same time is no promise: what each reply
//! has to be is read off the order in which the ledger was written.

use actor::Bank;
use actor::given::Account::{self, Ada, Bob, Cleo, Dora};
use actor::given::{Ledger, Refusal};
use futures::future::join_all;
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::fmt;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// A transfer as a client wants it.
#[derive(Clone, Copy)]
struct Wish(Account, Account, u64);

type Reply = anyhow::Result<u64>;
type Replies = Vec<(Wish, Reply)>;

const HALF: Duration = Duration::from_millis(500);

#[test]
fn a_transfer_returns_the_balance_that_it_left() -> Kept {
    const WISHES: [Wish; 5] = [
        Wish(Ada, Bob, 120),
        Wish(Bob, Cleo, 300),
        Wish(Ada, Dora, 1),
        Wish(Cleo, Ada, 350),
        Wish(Dora, Bob, 1),
    ];
    let one_by_one = asking(|bank| async move {
        let mut replies = Vec::new();
        for wish in WISHES {
            replies.push(wish.ask(&bank).await);
        }
        replies
    });
    matched(one_by_one)
}

#[test]
fn every_client_gets_the_reply_to_its_own_request() -> Kept {
    const MANY: [Wish; 7] = [
        Wish(Ada, Bob, 10),
        Wish(Bob, Cleo, 20),
        Wish(Ada, Cleo, 30),
        Wish(Cleo, Dora, 5),
        Wish(Bob, Dora, 7),
        Wish(Ada, Dora, 200),
        Wish(Cleo, Bob, 11),
    ];
    let two_by_two = || {
        asking(|bank| async move {
            let slow = async {
                sleep(HALF).await;
                Wish(Bob, Ada, 3).ask(&bank).await
            };
            let (slow, quick) = tokio::join!(slow, Wish(Bob, Ada, 60).ask(&bank));
            vec![quick, slow]
        })
    };
    matched(at_once(&MANY)).and(matched(two_by_two()))
}

#[test]
fn one_transfer_is_booked_after_the_other_without_a_pause() -> Kept {
    const FOUR: [Wish; 4] =
        [Wish(Ada, Cleo, 15), Wish(Bob, Ada, 25), Wish(Cleo, Dora, 35), Wish(Ada, Dora, 45)];
    let four = busy(at_once(&FOUR)).promises(|seen| without_a_pause(seen, 4 * SECOND));
    const NAP: Duration = Duration::from_millis(300);
    let one_after_a_nap = asking(|bank| async move {
        sleep(NAP).await;
        vec![Wish(Bob, Bob, 1).ask(&bank).await]
    });
    let one = busy(one_after_a_nap).promises(|seen| without_a_pause(seen, NAP + SECOND));
    four.kept().and(one.kept())
}

#[test]
fn a_refusal_is_an_error_that_names_both_accounts_and_the_reason() -> Kept {
    let refused = |wish: Wish| {
        heard(asking(move |bank| async move { vec![wish.ask(&bank).await] }))
            .usually_means(
                "no-context",
                "This is the ledger's own error with nothing added: `?` alone passes it on as it \
                 is. anyhow's `context` puts a line of yours on top of it.",
                |seen| error(seen).is_some_and(|it| it.is::<Refusal>() && it.chain().count() == 1),
            )
            .usually_means(
                "cause-thrown-away",
                "The ledger's own error got lost on the way. It is a value, and can travel through \
                 a channel; anyhow's `context` puts a line on top of it and keeps it as the cause.",
                |seen| seen.panics.is_empty() && !unheard(seen) && error(seen).is_some_and(lost),
            )
            .promises(move |seen| refused_in_words(seen, wish))
            .kept()
    };
    refused(Wish(Bob, Ada, 201))
        .and(refused(Wish(Dora, Cleo, 9)))
        .and(refused(Wish(Ada, Dora, 999)))
}

#[test]
fn after_a_refusal_the_bank_goes_on() -> Kept {
    let one_by_one = asking(|bank| async move {
        let refused = Wish(Dora, Bob, 4).ask(&bank).await;
        vec![refused, Wish(Bob, Dora, 30).ask(&bank).await, Wish(Dora, Bob, 5).ask(&bank).await]
    });
    let together = at_once(&[Wish(Cleo, Ada, 51), Wish(Ada, Cleo, 80), Wish(Bob, Ada, 2)]);
    answered(one_by_one).and(answered(together))
}

#[test]
fn a_client_that_does_not_wait_is_no_trouble_to_the_others() -> Kept {
    let leaves_during_the_booking = asking(|bank| async move {
        let _ = timeout(HALF, bank.transfer(Ada, Bob, 40)).await;
        vec![Wish(Bob, Ada, 220).ask(&bank).await, Wish(Ada, Dora, 6).ask(&bank).await]
    });
    let leaves_the_queue = asking(|bank| async move {
        let first = Wish(Cleo, Dora, 13).ask(&bank);
        let third = async {
            sleep(HALF / 2).await;
            Wish(Dora, Cleo, 12).ask(&bank).await
        };
        let impatient = timeout(HALF, bank.transfer(Bob, Cleo, 14));
        let (first, _, third) = tokio::join!(first, impatient, third);
        vec![first, third, Wish(Ada, Bob, 16).ask(&bank).await]
    });
    let survived = |run: Run<Replies>| {
        matched(run.usually_means(
            "reply-unwrapped",
            "One client did not wait for its reply, and sending it was an error. Taking that for \
             a panic ends the bank for all the others.",
            |seen| seen.panics.iter().any(|it| it.message.contains("on an `Err` value")),
        ))
    };
    survived(leaves_during_the_booking).and(survived(leaves_the_queue))
}

#[test]
fn a_booking_that_has_begun_is_completed_though_its_client_has_left() -> Kept {
    let leaving = |wish: Wish, last: bool| {
        asking(move |bank| async move {
            let _ = timeout(HALF, wish.ask(&bank)).await;
            let left = if last {
                hang_up(bank);
                None
            } else {
                Some(bank)
            };
            sleep(3 * SECOND).await;
            hang_up(left);
            Vec::new()
        })
        .usually_means(
            "died-with-its-client",
            "The booking stopped in the middle when its client stopped waiting, and the money is on \
             neither page. What has to be completed belongs to a task that outlives the client.",
            |seen| !last && was_cancelled(seen),
        )
        .usually_means(
            "died-with-the-bank",
            "The booking stopped in the middle when the last handle was dropped. The bank's task \
             has to end by itself, once it has done what it had begun: an abort is too early.",
            |seen| last && was_cancelled(seen),
        )
        .promises(move |seen| completed(seen, wish))
        .kept()
    };
    leaving(Wish(Ada, Cleo, 70), false).and(leaving(Wish(Bob, Dora, 90), true))
}

#[test]
fn clones_share_one_bank_and_two_banks_share_nothing() -> Kept {
    let clones = asking(|bank| async move {
        let clone = bank.clone();
        let first = Wish(Ada, Dora, 100).ask(&bank).await;
        let second = Wish(Dora, Bob, 60).ask(&clone).await;
        hang_up(bank);
        let third = Wish(Ada, Bob, 250).ask(&clone).await;
        let fourth = Wish(Bob, Cleo, 500).ask(&clone.clone()).await;
        vec![first, second, third, fourth]
    });
    let clones = clones.usually_means(
        "bank-died-with-a-clone",
        "One handle was dropped, another was left, and the bank was gone. It ends with the last.",
        |seen| {
            let ok: Vec<bool> = replies(seen).iter().map(|(_, reply)| reply.is_ok()).collect();
            seen.panics.is_empty()
                && matches!(&ok[..], [true, true, rest @ ..] if rest.contains(&false))
        },
    );
    let two_banks = judge::run(|| async {
        let (one, two) = (Bank::start(), Bank::start());
        let first = Wish(Ada, Bob, 400).ask(&one).await;
        let second = Wish(Ada, Bob, 150).ask(&two).await;
        vec![first, second]
    });
    two_banks.promises(apart).kept().and(answered(clones))
}

#[test]
fn when_the_last_handle_is_dropped_the_bank_ends() -> Kept {
    let after_work = asking(|bank| async move {
        let clone = bank.clone();
        let reply = Wish(Bob, Cleo, 8).ask(&clone).await;
        hang_up((bank, clone));
        sleep(3 * SECOND).await;
        vec![reply]
    });
    let unused = asking(|bank| async move {
        hang_up(bank);
        sleep(SECOND).await;
        Vec::new()
    });
    let ended = |run: Run<Replies>| {
        run.usually_means(
            "kept-alive",
            "No handle is left, and the bank's task waits on. A channel comes to its end when every \
             sender is gone: is one kept somewhere, in the task itself perhaps?",
            |seen| seen.alive > 0 && bookings(seen).iter().all(|it| it.span.fate == Fate::Completed),
        )
        .leaves_nothing_running()
        .kept()
    };
    ended(after_work).and(ended(unused))
}

/// A bank, and what clients do with it, with the mistakes that can be made in any run.
fn asking<F, Fut>(clients: F) -> Run<Replies>
where
    F: FnOnce(Bank) -> Fut + Send + 'static,
    Fut: Future<Output = Replies>,
{
    judge::run(move || async move { clients(Bank::start()).await })
        .usually_means(
            "refusal-covered-up",
            "The ledger had refused, and the client was told a balance. A refusal is an answer too: \
             hand it on.",
            |seen| pairs(seen).iter().any(|(it, got)| it.after.is_none() && got.is_some()),
        )
        .usually_means(
            "several-ledgers",
            "Two bookings were under way at the same time, so each was written into a ledger of its \
             own. A bank has one.",
            overlapped,
        )
        .usually_means(
            "new-ledger-each-time",
            "That is what a ledger just opened would give. A bank opens one, and keeps it.",
            |seen| all_are(seen, |it| it.afresh),
        )
        .usually_means(
            "balance-of-the-payee",
            "That is what the one who was paid has now. The promise is about the one who paid.",
            |seen| all_are(seen, |it| it.payee_has),
        )
        .usually_means(
            "balance-read-later",
            "That is the balance after a later booking: another request got in between. Book and \
             look at the balance within one request.",
            |seen| any_wrong(seen, |it, got| it.later.contains(&got)),
        )
        .usually_means(
            "balance-read-before",
            "That is the balance from before the booking. It has changed since.",
            |seen| all_are(seen, |it| it.after.and(Some(it.before))),
        )
        .usually_means(
            "anothers-reply",
            "That is the reply to another request. A request needs a way back that is its own.",
            anothers,
        )
        .usually_means(
            "reply-not-awaited",
            "The client was told that it failed, and the ledger books it all the same. The task has \
             to reply, and transfer to wait for that, however long the queue.",
            |seen| {
                let told = |(_, reply): &&(Wish, Reply)| reply.as_ref().is_err_and(lost);
                let failed: Vec<String> =
                    replies(seen).iter().filter(told).map(|(wish, _)| wish.to_string()).collect();
                let booked = |it: &Booking| it.after.is_some() && it.span.fate != Fate::Cancelled;
                seen.panics.is_empty()
                    && bookings(seen).iter().any(|it| booked(it) && failed.contains(&it.span.name))
            },
        )
        .usually_means(
            "answered-too-early",
            "The reply was there before the booking was completed. Book first, then answer.",
            |seen| pairs(seen).iter().any(|(it, _)| it.span.fate == Fate::Running),
        )
}

/// A run in which the bank is to write whenever it can.
fn busy(run: Run<Replies>) -> Run<Replies> {
    heard(run).usually_means(
        "paused-between",
        "For a while nobody was writing. A task that sleeps, or looks only now and then, lets \
         requests wait; recv wakes it at once.",
        |seen| {
            let writing: Duration =
                bookings(seen).iter().map(|it| it.span.end - it.span.start).sum();
            all_answered(seen).is_ok() && writing < seen.elapsed
        },
    )
}

/// A run in which all is answered, and each reply is what its booking left.
fn matched(run: Run<Replies>) -> Kept {
    heard(run).promises(all_matched).kept()
}

/// A run in which all is answered: with a balance, or with a refusal where that has to be.
fn answered(run: Run<Replies>) -> Kept {
    heard(run).promises(all_answered).kept()
}

/// A run, with the mistakes through which a request is never heard.
fn heard(run: Run<Replies>) -> Run<Replies> {
    run.usually_means(
        "task-ended",
        "This request never reached the ledger, although there was a handle. Look for what ends the \
         task: a `?` or a `break` in its loop, an abort, the end of the runtime it was spawned on.",
        |seen| seen.panics.is_empty() && unheard(seen),
    )
}

/// All of these wishes at the same time, by two handles in turn.
fn at_once(wishes: &'static [Wish]) -> Run<Replies> {
    asking(move |bank| async move {
        let handles = [bank.clone(), bank];
        join_all(wishes.iter().zip(handles.iter().cycle()).map(|(wish, bank)| wish.ask(bank))).await
    })
}

impl Wish {
    async fn ask(self, bank: &Bank) -> (Wish, Reply) {
        (self, bank.transfer(self.0, self.1, self.2).await)
    }
}

/// As its booking is called in the picture.
impl fmt::Display for Wish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Wish(from, to, amount) = self;
        write!(f, "{from} to {to}: {amount}")
    }
}

/// One booking, as the ledger carried it out.
struct Booking<'a> {
    span: &'a Span,
    payer: &'a str,
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

/// All bookings in their order.
fn bookings<T>(seen: &Seen<T>) -> Vec<Booking<'_>> {
    let opened = Ledger::open();
    let mut pages = [Ada, Bob, Cleo, Dora].map(|it| (it.to_string(), opened.balance(it)));
    let opening = pages.clone();
    let mut bookings: Vec<Booking<'_>> = Vec::new();
    for span in &seen.timeline.spans {
        let Some((payer, rest)) = span.name.split_once(" to ") else { continue };
        let Some((payee, amount)) = rest.split_once(": ") else { continue };
        let amount: u64 = amount.parse().unwrap_or(0);
        let Some(from) = pages.iter().position(|page| page.0 == payer) else { continue };
        let Some(to) = pages.iter().position(|page| page.0 == payee) else { continue };
        let before = pages[from].1;
        let covered = before >= amount;
        if covered {
            pages[from].1 -= amount;
            if span.fate != Fate::Cancelled {
                pages[to].1 += amount;
            }
        }
        for earlier in &mut bookings {
            let has = pages.iter().find(|page| page.0 == earlier.payer);
            earlier.later.extend(has.map(|page| page.1));
        }
        let after = covered.then_some(pages[from].1);
        let payee_has = covered.then_some(pages[to].1);
        let afresh = opening[from].1.checked_sub(amount);
        bookings.push(Booking { span, payer, before, after, later: vec![], payee_has, afresh });
    }
    bookings
}

fn replies(seen: &Seen<Replies>) -> &[(Wish, Reply)] {
    seen.value.as_deref().unwrap_or_default()
}

/// Each request was booked once, and its reply is what that booking left.
fn all_matched(seen: &Seen<Replies>) -> Result<(), String> {
    each(seen, |wish, got, booking| match booking.after {
        Some(left) if left != got => Err(format!(
            "{wish} was answered with {got}; the promise is what it left to {}, {left}.",
            booking.payer
        )),
        _ if booking.span.fate == Fate::Running => {
            Err(format!("{wish} was answered before it was booked; the promise is after."))
        }
        _ => Ok(()),
    })
}

/// Each request was booked once, and was answered with some balance, or refused where it has to be.
fn all_answered(seen: &Seen<Replies>) -> Result<(), String> {
    each(seen, |_, _, _| Ok(()))
}

fn each(
    seen: &Seen<Replies>,
    check: impl Fn(&Wish, u64, &Booking) -> Result<(), String>,
) -> Result<(), String> {
    let bookings = bookings(seen);
    for (wish, reply) in replies(seen) {
        let name = wish.to_string();
        let mut own = bookings.iter().filter(|it| it.span.name == name);
        let booking = match (own.next(), own.count()) {
            (Some(booking), 0) => booking,
            (None, _) => return Err(never_booked(&name, reply)),
            (Some(_), more) => {
                return Err(format!("{name} was booked {} times; the promise is once.", more + 1));
            }
        };
        match (reply, booking.after) {
            (Ok(got), None) => {
                return Err(format!("{name} was answered with {got}; the promise is an error."));
            }
            (Err(error), Some(left)) => {
                return Err(format!("{name} failed: \"{error:#}\"; the promise is {left}."));
            }
            (Ok(got), Some(_)) => check(wish, *got, booking)?,
            (Err(_), None) => {}
        }
    }
    Ok(())
}

fn never_booked(name: &str, reply: &Reply) -> String {
    match reply {
        Ok(got) => format!("{name} was answered with {got} and never booked; the promise is once."),
        Err(error) => {
            format!("{name} failed: \"{error:#}\"; the promise is that it is booked once.")
        }
    }
}

fn without_a_pause(seen: &Seen<Replies>, promised: Duration) -> Result<(), String> {
    all_answered(seen)?;
    if seen.elapsed == promised {
        return Ok(());
    }
    let count = replies(seen).len();
    Err(format!(
        "{count} transfer{} took {} s; the promise is {} s, one after the other and no pause.",
        if count == 1 { "" } else { "s" },
        seen.elapsed.as_secs_f64(),
        promised.as_secs_f64()
    ))
}

fn refused_in_words(seen: &Seen<Replies>, Wish(from, to, _): Wish) -> Result<(), String> {
    let text = match replies(seen) {
        [(_, Err(error))] => format!("{error:#}"),
        [(wish, Ok(got))] => {
            return Err(format!("{wish} was answered with {got}; the promise is an error."));
        }
        _ => return Ok(()),
    };
    let lower = text.to_lowercase();
    let (from, to) = (from.to_string(), to.to_string());
    match [&*from, &to, "not enough money"].into_iter().find(|part| !lower.contains(part)) {
        None => Ok(()),
        Some(part) => {
            Err(format!("Its error reads \"{text}\"; the promise is that it says \"{part}\"."))
        }
    }
}

fn completed(seen: &Seen<Replies>, wish: Wish) -> Result<(), String> {
    let name = wish.to_string();
    let span = seen.timeline.spans.iter().find(|span| span.name == name);
    let what = match span.map(|span| (span.fate, span.end.as_secs_f64())) {
        Some((Fate::Completed, _)) => return Ok(()),
        Some((Fate::Cancelled, at)) => format!("was dropped in the middle, at {at} s"),
        Some((Fate::Running, _)) => "had not ended three seconds later".to_owned(),
        None => "never began".to_owned(),
    };
    Err(format!("{name} {what}; the promise is that it is completed."))
}

/// Each of two banks carried out one transfer, which a common ledger would not cover.
fn apart(seen: &Seen<Replies>) -> Result<(), String> {
    replies(seen).iter().try_for_each(|(wish, reply)| match reply {
        Ok(_) => Ok(()),
        Err(error) => Err(format!(
            "With two banks open, {wish} failed: \"{error:#}\"; the promise is a balance, as each \
             has a ledger of its own."
        )),
    })
}

fn error(seen: &Seen<Replies>) -> Option<&anyhow::Error> {
    replies(seen).first().and_then(|(_, reply)| reply.as_ref().err())
}

/// Whether neither the ledger's error nor its words are in this one.
fn lost(error: &anyhow::Error) -> bool {
    !error.chain().any(|cause| cause.is::<Refusal>())
        && !format!("{error:#}").to_lowercase().contains("not enough money")
}

/// The bookings of what was asked for, each with the balance that was replied.
fn pairs(seen: &Seen<Replies>) -> Vec<(Booking<'_>, Option<u64>)> {
    let mut pairs = Vec::new();
    for booking in bookings(seen) {
        let own = replies(seen).iter().find(|(wish, _)| wish.to_string() == booking.span.name);
        if let Some((_, reply)) = own {
            pairs.push((booking, reply.as_ref().ok().copied()));
        }
    }
    pairs
}

/// Whether not all replies are right, and all are what `what` says.
fn all_are(seen: &Seen<Replies>, what: impl Fn(&Booking) -> Option<u64>) -> bool {
    let pairs = pairs(seen);
    pairs.iter().all(|(it, got)| *got == what(it)) && pairs.iter().any(|(it, got)| *got != it.after)
}

/// Whether a balance was replied that is wrong, and `is` what it is taken for.
fn any_wrong(seen: &Seen<Replies>, is: impl Fn(&Booking, u64) -> bool) -> bool {
    let wrong = |(it, got): &(Booking, Option<u64>)| {
        got.is_some_and(|got| it.after.is_some_and(|after| after != got) && is(it, got))
    };
    pairs(seen).iter().any(wrong)
}

/// Whether a reply is that of another payer's booking.
fn anothers(seen: &Seen<Replies>) -> bool {
    let bookings = bookings(seen);
    any_wrong(seen, |own, got| {
        bookings.iter().any(|it| it.payer != own.payer && it.after == Some(got))
    })
}

/// Whether the same bank wrote two bookings at the same time.
fn overlapped<T>(seen: &Seen<T>) -> bool {
    bookings(seen).windows(2).any(|pair| pair[1].span.start < pair[0].span.end)
}

fn was_cancelled<T>(seen: &Seen<T>) -> bool {
    bookings(seen).iter().any(|it| it.span.fate == Fate::Cancelled)
}

/// Whether a request failed that the ledger never saw.
fn unheard(seen: &Seen<Replies>) -> bool {
    let known = |wish: &Wish| bookings(seen).iter().any(|it| it.span.name == wish.to_string());
    replies(seen).iter().any(|(wish, reply)| reply.is_err() && !known(wish))
}

/// Drops a handle, or several.
fn hang_up<T>(_handles: T) {}
