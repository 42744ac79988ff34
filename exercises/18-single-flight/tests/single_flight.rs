//! The promises of `Rates`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! An answer of the bank takes a second.

mod model;

use judge::{Kept, Run, Seen, own_waker, time};
use lab::SECOND;
use single_flight::Rates;
use single_flight::given::{Answer, Bank};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;
use tokio::time::{Instant, sleep_until, timeout_at};

#[test]
fn whoever_asks_gets_the_rate_when_the_bank_has_answered() -> Kept {
    market(knows_all(), vec![asks("ada", "lev", 0)])
        .promises(gets("ada", "lev, question 1, at 1 s"))
        .kept()
}

#[test]
fn the_bank_is_asked_once_however_many_ask() -> Kept {
    let all = (0..200).map(|stall| asks(format!("stall {stall}"), "dinar", 4 * stall)).collect();
    market(knows_all(), all)
        .at_once("bank: ", 1)
        .promises(gets("stall 0", "dinar, question 1, at 1 s"))
        .promises(gets("stall 199", "dinar, question 1, at 1 s"))
        .promises(questions("dinar", 1))
        .kept()
}

#[test]
fn another_currency_does_not_wait() -> Kept {
    let all = vec![asks("ada", "lev", 0), asks("bob", "dinar", 300), asks("cleo", "lev", 450)];
    market(knows_all(), all)
        .starts("bank: dinar", ms(300))
        .promises(gets("bob", "dinar, question 1, at 1.3 s"))
        .promises(gets("cleo", "lev, question 1, at 1 s"))
        .kept()
}

#[test]
fn a_rate_that_is_known_comes_at_once() -> Kept {
    let all = vec![asks("ada", "lev", 0), asks("bob", "lev", 1_700), asks("cleo", "lev", 90_000)];
    market(knows_all(), all)
        .promises(gets("bob", "lev, question 1, at 1.7 s"))
        .promises(gets("cleo", "lev, question 1, at 90 s"))
        .promises(questions("lev", 1))
        .kept()
}

#[test]
fn a_failure_reaches_all_who_waited() -> Kept {
    let all = vec![asks("ada", "lev", 0), asks("bob", "lev", 400), asks("cleo", "lev", 999)];
    market(fails_first("lev"), all)
        .promises(gets("ada", "an error at 1 s"))
        .promises(gets("bob", "an error at 1 s"))
        .promises(gets("cleo", "an error at 1 s"))
        .promises(questions("lev", 1))
        .promises(|seen| {
            let errors = seen.value.iter().flatten().filter_map(|heard| heard.error.as_ref());
            for error in errors {
                for part in ["lev", "there is no rate today"] {
                    if !error.contains(part) {
                        return Err(format!(
                            "The error says \"{error}\"; the promise is that it says \"{part}\"."
                        ));
                    }
                }
            }
            Ok(())
        })
        .kept()
}

#[test]
fn a_failure_is_not_kept() -> Kept {
    let all = vec![asks("ada", "lev", 0), asks("bob", "lev", 2_300), asks("cleo", "lev", 2_500)];
    market(fails_first("lev"), all)
        .promises(gets("bob", "lev, question 2, at 3.3 s"))
        .promises(gets("cleo", "lev, question 2, at 3.3 s"))
        .promises(questions("lev", 2))
        .kept()
        .and(asked_again_at_once())
}

/// Somebody asks again at the moment of the failure, while others have just heard of it.
fn asked_again_at_once() -> Kept {
    let again = Client { again: true, ..asks("ada", "lev", 0) };
    let all = vec![again, asks("bob", "lev", 200), asks("cleo", "lev", 1_100)];
    market(fails_first("lev"), all)
        .promises(gets("ada", "lev, question 2, at 2 s"))
        .promises(gets("cleo", "lev, question 2, at 2 s"))
        .promises(questions("lev", 2))
        .kept()
}

#[test]
fn when_the_first_gives_up_the_others_get_their_rate() -> Kept {
    let first = Client { until: Some(ms(600)), ..asks("ada", "lev", 0) };
    let all = vec![first, asks("bob", "lev", 200), asks("cleo", "lev", 350)];
    let check = |seen: &Seen<Vec<Heard>>| {
        for who in ["bob", "cleo"] {
            let Some(heard) = seen.value.iter().flatten().find(|heard| heard.who == who) else {
                return Ok(());
            };
            let fits =
                ["lev, question 1, at 1 s", "lev, question 2, at 1.6 s"].contains(&&*heard.what);
            if !fits {
                return Err(format!(
                    "{who} got {}; the promise is the rate at 1 s, or at 1.6 s of a new question.",
                    heard.what
                ));
            }
        }
        Ok(())
    };
    market(knows_all(), all).promises(check).at_once("bank: ", 1).kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    let all = vec![asks("ada", "lev", 0), asks("bob", "lev", 200), asks("cleo", "dinar", 350)];
    market(knows_all(), all).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_market() -> Kept {
    judge::any_input(model::cases)
}

/// Somebody who wants to know a rate.
#[derive(Clone)]
struct Client {
    who: String,
    currency: String,
    at: Duration,
    /// When they give up.
    until: Option<Duration>,
    /// Whether they ask once more, at once, if they get an error.
    again: bool,
}

/// What came of it.
struct Heard {
    who: String,
    what: String,
    error: Option<String>,
}

fn asks(who: impl Into<String>, currency: impl Into<String>, at: u64) -> Client {
    Client { who: who.into(), currency: currency.into(), at: ms(at), until: None, again: false }
}

/// How the bank answers, by currency.
type Answers = BTreeMap<String, Vec<Answer>>;

fn knows_all() -> Answers {
    Answers::new()
}

fn fails_first(currency: &str) -> Answers {
    [(currency.to_owned(), vec![Answer { knows: false, takes: SECOND }])].into()
}

/// A day at the market, with the mistakes that can break any promise.
fn market(answers: Answers, clients: Vec<Client>) -> Run<Vec<Heard>> {
    judge::run(move || async move { day(answers, clients).await })
        .usually_means(
            "stampede",
            "The bank was asked about the same currency twice at the same time. The second one looked for a rate and found \
             none, because it comes into the map only with the answer. Put the question itself into the map, before you \
             await it.",
            |seen| {
                let all = seen.spans("bank: ");
                all.iter().enumerate().any(|(nth, one)| {
                    all[nth + 1..].iter().any(|it| it.name == one.name && it.start < one.end && one.start < it.end)
                })
            },
        )
        .usually_means(
            "waited-for-another-currency",
            "A question began only when one about another currency had ended. So something is held over an `.await` \
             that all share, such as the lock of the map.",
            |seen| {
                let all = seen.spans("bank: ");
                all.windows(2).any(|pair| {
                    pair[0].name != pair[1].name && pair[1].start == pair[0].end && !pair[1].start.is_zero()
                })
            },
        )
}

/// Has all of them ask the same rates, each at their time.
async fn day(answers: Answers, clients: Vec<Client>) -> Vec<Heard> {
    let rates = Rc::new(Rates::new(Bank::answering(answers)));
    let start = Instant::now();
    let all = clients.into_iter().map(|client| {
        let rates = rates.clone();
        // Each is woken for itself, as a task is.
        own_waker(async move {
            sleep_until(start + client.at).await;
            let got = async {
                match rates.get(&client.currency).await {
                    Err(_) if client.again => rates.get(&client.currency).await,
                    got => got,
                }
            };
            let got = match client.until {
                Some(until) => timeout_at(start + until, got).await.ok(),
                None => Some(got.await),
            };
            let (what, error) = match got {
                None => ("nothing".to_owned(), None),
                Some(Ok(rate)) => {
                    let letters: u64 = client.currency.bytes().map(u64::from).sum();
                    let question = rate.cents() as i64 - 10 * letters as i64;
                    (
                        format!(
                            "{}, question {question}, at {}",
                            rate.currency(),
                            time(start.elapsed())
                        ),
                        None,
                    )
                }
                Some(Err(error)) => {
                    (format!("an error at {}", time(start.elapsed())), Some(format!("{error:#}")))
                }
            };
            Heard { who: client.who, what, error }
        })
    });
    judge::join_all(all).await
}

/// What somebody gets, and when.
fn gets(
    who: &'static str,
    what: &'static str,
) -> impl FnOnce(&Seen<Vec<Heard>>) -> Result<(), String> {
    move |seen| match seen.value.iter().flatten().find(|heard| heard.who == who) {
        Some(heard) if heard.what != what => {
            Err(format!("{who} got {}; the promise is {what}.", heard.what))
        }
        _ => Ok(()),
    }
}

/// How often the bank is asked about a currency.
fn questions(
    currency: &'static str,
    many: usize,
) -> impl FnOnce(&Seen<Vec<Heard>>) -> Result<(), String> {
    move |seen| {
        let asked = seen.spans(&format!("bank: {currency}")).len();
        match asked == many {
            true => Ok(()),
            false => Err(format!(
                "The bank was asked {asked} times what {currency} is worth; the promise is {many}."
            )),
        }
    }
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
