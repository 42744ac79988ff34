//! The promises of `Wallet`. Each runs on a clock that jumps, so seconds cost nothing and are exact. Whose
//! turn is next is no promise; that it is somebody's, at once, is one.

mod model;

use judge::{Fate, Kept, Run, Seen, Span, time};
use lab::SECOND;
use model::{Came, Payment, Purse, at_once};
use shared_state::given::Answer;
use std::time::Duration;

#[test]
fn of_two_who_want_80_from_100_exactly_one_gets_it() -> Kept {
    let of = |wanted: &[u32], promised: usize| {
        let all: Vec<Payment> = ["ann", "ben", "carlo"]
            .iter()
            .zip(wanted)
            .map(|(who, amount)| wants(who, *amount, 0))
            .collect();
        story(purse(100, all))
            .promises(|seen| {
                let got = came(seen).iter().filter(|came| **came == Some(true)).count();
                if got == promised {
                    return Ok(());
                }
                let [got, all] = [got, wanted.len()];
                Err(format!(
                    "Of {all} who wanted {} from 100, {got} got it; the promise is {promised}.",
                    wanted[0]
                ))
            })
            .kept()
    };
    of(&[80, 80], 1).and(of(&[40, 40, 40], 2))
}

#[test]
fn the_bank_is_asked_about_one_withdrawal_at_a_time() -> Kept {
    let three = vec![wants("ann", 30, 0), wants("ben", 20, 0), wants("carlo", 10, 430)];
    story(purse(100, three))
        .promises(|seen| match at_once(&seen.spans(BANK)) {
            None => Ok(()),
            Some((one, other)) => Err(format!(
                "At {} the bank was asked about {}, and it was still asked about {}; the promise is one \
                 at a time.",
                time(other.start),
                amount(other),
                amount(one)
            )),
        })
        .kept()
}

#[test]
fn when_a_turn_ends_the_next_begins_at_that_moment() -> Kept {
    let four = vec![
        wants("ann", 30, 47),
        wants("ben", 20, 310),
        wants("carlo", 10, 310),
        wants("dana", 35, 9_450),
    ];
    let answers = vec![yes(1), yes(3)];
    let begins = [47, 1_047, 4_047, 9_450];
    story(Purse { answers, ..purse(100, four) }).promises(|seen| begin(seen, &begins)).kept()
}

#[test]
fn what_the_wallet_does_not_have_is_refused_without_the_bank() -> Kept {
    let too_much = purse(100, vec![wants("ann", 101, 0)]);
    let just_enough = purse(100, vec![wants("ann", 100, 0)]);
    // Later, the wallet has less.
    let later = vec![wants("ann", 80, 0), wants("ben", 21, 3_000), wants("carlo", 20, 6_000)];
    comes_to(too_much, &[false], &[]).and(comes_to(just_enough, &[true], &[100])).and(comes_to(
        purse(100, later),
        &[true, false, true],
        &[80, 20],
    ))
}

#[test]
fn what_the_bank_refuses_stays_in_the_wallet() -> Kept {
    let two = vec![wants("ann", 80, 0), wants("ben", 90, 430)];
    let one_more = vec![wants("ann", 90, 0), wants("ben", 90, 3_000), wants("carlo", 90, 6_000)];
    let [first, second] = [vec![no()], vec![no(), no()]];
    comes_to(Purse { answers: first, ..purse(100, two) }, &[false, true], &[80, 90]).and(comes_to(
        Purse { answers: second, ..purse(100, one_more) },
        &[false, false, true],
        &[90, 90, 90],
    ))
}

#[test]
fn two_wallets_do_not_wait_for_each_other() -> Kept {
    let tour = purse(100, vec![wants("ann", 30, 0)]);
    let club = Purse { account: "club", ..purse(100, vec![wants("eve", 60, 430)]) };
    judge::run(move || judge::join_all([tour.happens(), club.happens()]))
        .promises(|seen| begin(seen, &[0, 430]))
        .usually_means(
            "shared-between-wallets",
            "One wallet waited for the other. A static is the same for all wallets: put the lock into the \
             wallet, beside the money.",
            |seen| seen.spans(BANK).windows(2).any(|pair| pair[1].start == pair[0].end),
        )
        .kept()
}

#[test]
fn a_withdrawal_that_is_dropped_midway_takes_nothing() -> Kept {
    let two = |first: u32| vec![dropped(wants("ann", first, 0), 430), wants("ben", 95, 3_000)];
    let takes_nothing = |first: u32| {
        story(purse(100, two(first)))
            .promises(|seen| match seen.spans(BANK).first() {
                Some(it) if amount(it) == first && it.end > Duration::from_millis(430) => Err(format!(
                    "The withdrawal was dropped at 0.43 s, and the bank was still asked about {first}; the \
                     promise is that the question is broken off."
                )),
                _ => Ok(()),
            })
            .promises(|seen| match came(seen)[..] {
                [_, Some(true)] => Ok(()),
                _ => Err(format!(
                    "ann wanted {first} and gave up. At 3 s ben wanted 95 of the 100, and didn't get it; the \
                     promise is that he does."
                )),
            })
            .kept()
    };
    takes_nothing(80).and(takes_nothing(99))
}

#[test]
fn when_it_is_dropped_midway_its_turn_is_over() -> Kept {
    let two = vec![dropped(wants("ann", 80, 0), 430), patient(wants("ben", 95, 110))];
    let first = vec![dropped(wants("ann", 80, 0), 430), wants("ben", 60, 3_000)];
    story(purse(100, two))
        .promises(|seen| begin(seen, &[0, 430]))
        .kept()
        .and(story(purse(100, first)).promises(|seen| begin(seen, &[0, 3_000])).kept())
}

#[test]
fn whoever_gives_up_while_waiting_holds_nobody_up() -> Kept {
    let three = vec![
        wants("ann", 10, 47),
        dropped(wants("ben", 20, 110), 430),
        patient(wants("carlo", 30, 250)),
        patient(wants("dana", 40, 7_130)),
    ];
    story(purse(100, three)).promises(|seen| begin(seen, &[47, 1_047, 7_130])).kept()
}

#[test]
fn all_of_this_holds_for_whatever_wallet() -> Kept {
    judge::any_input(model::cases)
}

/// How the bar of a question begins.
const BANK: &str = "bank: ";

const ASKED_AT_THE_SAME_TIME: &str = "Two withdrawals had their turn at once, so both can see the same \
    money before either takes it. Looking, asking and taking belong together: hold a lock from before the \
    look until the money is taken. A guard that is dropped sooner, or is called `_`, keeps nobody out.";

fn wants(who: &str, amount: u32, at: u64) -> Payment {
    Payment { who: who.to_owned(), amount, at: Duration::from_millis(at), until: None }
}

/// It gives up at this time.
fn dropped(payment: Payment, until: u64) -> Payment {
    Payment { until: Some(Duration::from_millis(until)), ..payment }
}

/// It gives up before long, so that it doesn't wait for ever where its turn doesn't come.
fn patient(payment: Payment) -> Payment {
    dropped(payment, 20_790)
}

fn purse(money: u32, payments: Vec<Payment>) -> Purse {
    Purse { account: "tour", money, answers: Vec::new(), payments }
}

fn yes(seconds: u32) -> Answer {
    Answer { yes: true, takes: SECOND * seconds }
}

fn no() -> Answer {
    Answer { yes: false, takes: SECOND }
}

fn came(seen: &Seen<Vec<Came>>) -> &[Came] {
    seen.value.as_deref().unwrap_or_default()
}

/// What a question is about.
fn amount(question: &Span) -> u32 {
    let words = question.name.strip_prefix(BANK).and_then(|words| words.split(' ').next());
    words.and_then(|amount| amount.parse().ok()).unwrap_or_default()
}

/// The bank is asked at these moments.
fn begin<T>(seen: &Seen<T>, promised: &[u64]) -> Result<(), String> {
    let questions = seen.spans(BANK);
    for (nth, at) in promised.iter().enumerate() {
        let at = Duration::from_millis(*at);
        let promised = format!("the promise is that question {} begins at {}", nth + 1, time(at));
        match questions.get(nth) {
            Some(question) if question.start == at => {}
            Some(question) => {
                let (amount, start) = (amount(question), time(question.start));
                return Err(format!("The bank was asked about {amount} at {start}; {promised}."));
            }
            None if nth == 0 => return Err(format!("The bank was never asked; {promised}.")),
            None => {
                let times = if nth == 1 { "once".to_owned() } else { format!("{nth} times") };
                return Err(format!("The bank was asked {times}; {promised}."));
            }
        }
    }
    Ok(())
}

/// These return that, and the bank is asked about these amounts.
fn comes_to(purse: Purse, promised: &[bool], asked: &[u32]) -> Kept {
    let all = purse.payments.clone();
    story(purse)
        .promises(|seen| {
            for ((it, came), promised) in all.iter().zip(came(seen)).zip(promised) {
                if *came != Some(*promised) {
                    return Err(format!(
                        "{}, and it returned {}; the promise is {promised}.",
                        it.bar(),
                        !promised
                    ));
                }
            }
            let questions: Vec<u32> = seen.spans(BANK).iter().map(|it| amount(it)).collect();
            if questions == asked {
                return Ok(());
            }
            Err(format!(
                "The bank was asked about {}; the promise is {}.",
                in_words(&questions),
                in_words(asked)
            ))
        })
        .kept()
}

fn in_words(amounts: &[u32]) -> String {
    let words: Vec<String> = amounts.iter().map(u32::to_string).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

/// What happens to a wallet, with the mistakes to be made with any.
fn story(purse: Purse) -> Run<Vec<Came>> {
    let Purse { money, answers, payments, .. } = purse.clone();
    let answer = |nth: usize| answers.get(nth).is_none_or(|answer| answer.yes);
    // What was taken by those who were told so.
    let taken = |came: &[Came]| -> u32 {
        let got = payments.iter().zip(came).filter(|(_, came)| **came == Some(true));
        got.map(|(it, _)| it.amount).sum()
    };
    // Those who were refused what was there, and the bank wasn't asked.
    let refused = |seen: &Seen<Vec<Came>>| -> Vec<Payment> {
        let came = came(seen);
        let left = money.saturating_sub(taken(came));
        let asked =
            |it: &Payment| seen.spans(BANK).iter().any(|bar| is_for(bar, it, bar_of(seen, it)));
        let refused = payments
            .iter()
            .zip(came)
            .filter(|(it, came)| **came == Some(false) && it.amount <= left && !asked(it));
        refused.map(|(it, _)| it.clone()).collect()
    };
    let gave_up = payments.iter().filter_map(|it| it.until).min();
    judge::run(move || purse.happens())
        .a_block_means(
            "lock-of-std",
            "While the bank was asked, somebody waited for a lock of std, and that blocks the thread. The \
             thread is the one that would bring the answer, so the lock is never free again. A guard that \
             lives over an .await needs the Mutex of tokio::sync: its lock() is awaited.",
            |seen| seen.spans(BANK).last().is_some_and(|bar| bar.fate == Fate::Running),
        )
        .a_hang_means("turn-kept", TURN_KEPT, |seen| {
            !seen.spans(BANK).is_empty() && seen.spans(BANK).iter().all(|bar| bar.fate != Fate::Running)
        })
        .usually_means("asked-at-the-same-time", ASKED_AT_THE_SAME_TIME, |seen| {
            at_once(&seen.spans(BANK)).is_some()
        })
        .usually_means(
            "goes-on-without-it",
            "The withdrawal was dropped, and its question went on. A spawned task does that: dropping its \
             JoinHandle doesn't stop it. Without a task, the question ends with the withdrawal.",
            |seen| {
                payments.iter().filter_map(|it| it.until.zip(Some(it))).any(|(until, it)| {
                    let questions = seen.spans(BANK);
                    questions.iter().any(|bar| amount(bar) == it.amount && bar.end > until)
                })
            },
        )
        .usually_means(
            "refused-instead-of-waiting",
            "It returned false because somebody else had their turn. That one may give up, or the bank may \
             say no: wait until the turn is over, and look then.",
            |seen| {
                let meanwhile = |at: Duration| {
                    seen.spans(BANK).iter().any(|bar| bar.start <= at && at < bar.end)
                };
                refused(seen).iter().any(|it| bar_of(seen, it).is_some_and(|bar| meanwhile(bar.end)))
            },
        )
        .usually_means(
            "taken-too-soon",
            "The money was taken before the bank had said yes, and nothing puts it back when the withdrawal \
             is dropped at that .await. Take it after the answer, with no .await in between.",
            |seen| {
                let later = |it: &Payment| bar_of(seen, it).map(|bar| bar.end) >= gave_up;
                gave_up.is_some() && refused(seen).iter().any(later)
            },
        )
        .usually_means(
            "not-put-back",
            "The bank had said no, so nothing is taken: all the money is still there for the next one. Take it \
             only after a yes.",
            |seen| !refused(seen).is_empty() && !answers.iter().all(|answer| answer.yes),
        )
        .usually_means(
            "answer-ignored",
            "The bank said no, and the money was taken. `allows` returns a bool: look at it.",
            |seen| {
                let mut questions = seen.spans(BANK).into_iter().enumerate();
                questions.any(|(nth, bar)| {
                    let for_it = |(it, came): (&Payment, &Came)| {
                        *came == Some(true) && is_for(bar, it, bar_of(seen, it))
                    };
                    !answer(nth) && payments.iter().zip(came(seen)).any(for_it)
                })
            },
        )
        .usually_means(
            "never-asked",
            "Money was taken, and nobody had asked the bank. An `async fn` does nothing until it is awaited.",
            |seen| came(seen).contains(&Some(true)) && seen.spans(BANK).is_empty(),
        )
        .usually_means(
            "copy-of-the-money",
            "More was taken than there was, though nobody came in between. `let mut money = *guard` makes a \
             copy of the number, and what you take from a copy is still in the wallet. Change `*guard`.",
            |seen| taken(came(seen)) > money,
        )
        .usually_means(
            "asked-too-soon",
            "The bank was asked about money that the wallet didn't have: the bank doesn't know. Look into \
             the wallet when it is your turn, before you ask.",
            |seen| {
                let mut has = money;
                seen.spans(BANK).iter().enumerate().any(|(nth, bar)| {
                    let too_much = amount(bar) > has;
                    if answer(nth) && bar.fate == Fate::Completed {
                        has = has.saturating_sub(amount(bar));
                    }
                    too_much
                })
            },
        )
        .usually_means(
            "waited-for-a-timer",
            "A question began at a moment at which nobody came and no turn ended. It waited for a timer, \
             such as a sleep between two looks. Wait for the turn itself: a lock wakes you at once.",
            |seen| {
                let reason = |at: Duration| {
                    payments.iter().any(|it| it.at == at || it.until == Some(at))
                        || seen.spans(BANK).iter().any(|bar| bar.end == at)
                };
                seen.spans(BANK).iter().any(|bar| !reason(bar.start))
            },
        )
        .usually_means("turn-kept", TURN_KEPT, |seen| {
            let over = |bar: &&Span| bar.fate != Fate::Running;
            let last = seen.spans(BANK).iter().filter(|bar| over(bar)).map(|bar| bar.end).max();
            gave_up.is_some() && last.is_some_and(|last| {
                let late = |it: &Payment| bar_of(seen, it).is_some_and(|bar| bar.fate == Fate::Cancelled && bar.end > last + 5 * SECOND);
                payments.iter().any(late)
            })
        })
}

const TURN_KEPT: &str = "Somebody waits for their turn, and nobody has one. A turn wasn't given back: the \
    line that does it doesn't run when the withdrawal is dropped, or it returned before that line. Let a \
    guard hold the turn. Its Drop runs in every case.";

/// The bar of somebody who wants something.
fn bar_of<'a>(seen: &'a Seen<Vec<Came>>, it: &Payment) -> Option<&'a Span> {
    seen.timeline.spans.iter().find(|bar| bar.name == it.bar())
}

/// Whether this question was asked for this withdrawal, whose bar is the other.
fn is_for(question: &Span, it: &Payment, bar: Option<&Span>) -> bool {
    amount(question) == it.amount && bar.is_some_and(|bar| bar.end == question.end)
}
