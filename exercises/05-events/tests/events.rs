//! The promises of `serve`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

use events::given::{Item, Request};
use events::serve;
use futures::future::{Either, FutureExt, join, select};
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::cell::RefCell;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep_until, timeout};

#[test]
fn every_caller_gets_the_answer_about_their_own_item() -> Kept {
    let one = day(vec![small("umbrella", 0)]);
    let three = day(vec![bulky("piano", 0), small("scarf", 500), small("wallet", 700)]);
    let alike = day(vec![small("black bag", 0), small("black bag", 500)]);
    let told = |run: Run<Day>| run.promises(own_answers).kept();
    told(one).and(told(three)).and(told(alike))
}

#[test]
fn ten_calls_within_a_second_are_each_answered_two_seconds_later() -> Kept {
    let ten = day((0..10).map(|n| small(format!("key {n}"), n * 100)).collect());
    let in_pairs = day((0..10).map(|n| small(format!("key {}", n % 5), n * 100)).collect());
    let timely =
        |run: Run<Day>| run.promises(own_answers).promises(in_time).takes(ms(2_900)).kept();
    timely(ten).and(timely(in_pairs))
}

#[test]
fn a_quick_answer_does_not_wait_for_a_slow_one() -> Kept {
    let mixed = vec![bulky("canoe", 0), small("glove", 125), bulky("harp", 250), small("hat", 375)];
    day(mixed).promises(own_answers).promises(in_time).kept()
}

#[test]
fn of_a_whole_crowd_nobody_queues() -> Kept {
    let at_once = day((0..300).map(|n| small(format!("ticket {n}"), 1_000)).collect());
    let soon = day((0..60).map(|n| bulky(format!("suitcase {n}"), n * 7)).collect());
    let at_once = at_once.promises(in_time).at_once("look-up", 300);
    at_once.kept().and(soon.promises(in_time).kept())
}

#[test]
fn a_caller_who_hangs_up_does_not_stop_the_others() -> Kept {
    let one =
        day(vec![small("pram", 0), small("ring", 300).hangs_up_after(900), bulky("sledge", 600)]);
    // Gone before the request is even received, and gone last of all.
    let two = day(vec![
        small("doll", 0).hangs_up_after(0),
        bulky("tuba", 0),
        small("pipe", 3_500),
        small("cane", 4_000).hangs_up_after(1_000),
    ]);
    let survives = |run: Run<Day>| {
        run.promises(own_answers)
            .promises(in_time)
            .promises(|seen| match seen.panics.first() {
                None => Ok(()),
                Some(_) => {
                    Err("Somebody hung up, and there was a panic; the promise is none.".into())
                }
            })
            .leaves_nothing_running()
            .kept()
    };
    survives(one).and(survives(two))
}

#[test]
fn only_answers_that_somebody_got_are_counted() -> Kept {
    let counts = |calls: Vec<Call>| {
        let expected = calls.iter().filter(|call| call.hangs_up.is_none()).count();
        let all = calls.len();
        day(calls)
            .promises(move |seen| match &seen.value {
                Some(day) if day.answered != expected => Err(format!(
                    "It returned {}; the promise is {expected}: so many waited for their answer.",
                    day.answered
                )),
                _ => Ok(()),
            })
            .usually_means(
                "counted-the-gone",
                "That is the number of all calls, and somebody had hung up. `send` gives an Err when \
                 nobody is on the line any more: that answer does not count.",
                move |seen| {
                    seen.value.as_ref().is_some_and(|day| day.answered == all && all != expected)
                },
            )
            .kept()
    };
    counts(vec![small("hat", 0), bulky("cello", 100), small("shoe", 4_000)])
        .and(counts(vec![
            small("fan", 0),
            small("map", 200).hangs_up_after(700),
            small("bag", 400),
        ]))
        .and(counts(vec![]))
}

#[test]
fn it_serves_until_the_channel_is_closed() -> Kept {
    let quiet_hours = vec![small("lamp", 0), small("kite", 60_000), bulky("bathtub", 3_000_000)];
    let closes_late = day_until(90 * SECOND, vec![small("book", 0), small("coat", 1_500)]);
    // Closed, and three are still in the channel.
    let last_minute = day(vec![small("cap", 0), small("bow", 0), bulky("bike", 0)]);
    day(quiet_hours)
        .promises(own_answers)
        .promises(in_time)
        .kept()
        .and(closes_late.promises(own_answers).takes(90 * SECOND).kept())
        .and(last_minute.promises(own_answers).kept())
}

#[test]
fn it_returns_with_the_last_answer_and_leaves_nothing_running() -> Kept {
    let tidy =
        |calls, ends| day(calls).promises(own_answers).takes(ends).leaves_nothing_running().kept();
    tidy(vec![bulky("surfboard", 0), small("comb", 1_000)], 5 * SECOND)
        .and(tidy(vec![small("drum", 0), bulky("sofa", 250), bulky("rug", 750)], ms(5_750)))
        .and(tidy(vec![], Duration::ZERO))
}

/// Somebody who calls.
#[derive(Clone)]
struct Call {
    name: String,
    bulky: bool,
    at: Duration,
    /// How long they wait, when they do not wait for the answer.
    hangs_up: Option<Duration>,
}

fn small(name: impl Into<String>, at: u64) -> Call {
    Call { name: name.into(), bulky: false, at: ms(at), hangs_up: None }
}

fn bulky(name: impl Into<String>, at: u64) -> Call {
    Call { bulky: true, ..small(name, at) }
}

impl Call {
    fn hangs_up_after(self, wait: u64) -> Call {
        Call { hangs_up: Some(ms(wait)), ..self }
    }

    fn item(&self) -> Item {
        if self.bulky { Item::bulky(&*self.name) } else { Item::small(&*self.name) }
    }

    fn due(&self) -> Duration {
        self.at + self.item().takes()
    }
}

/// What came of a day at the office.
struct Day {
    answered: usize,
    /// Each call, with what came of it by the time that `serve` returned.
    calls: Vec<(Call, Outcome)>,
}

#[derive(Clone)]
enum Outcome {
    /// About what, and when.
    Told(String, Duration),
    LineDead(Duration),
    Closed(Duration),
    HungUp,
    Waiting,
    /// `serve` returned before they called.
    YetToCall,
}

/// A day on which these people call, and the office closes with the last call.
fn day(calls: Vec<Call>) -> Run<Day> {
    day_until(Duration::ZERO, calls)
}

/// The same, but the channel stays open until then.
fn day_until(closing: Duration, calls: Vec<Call>) -> Run<Day> {
    let last_call = calls.iter().map(|call| call.at).max().unwrap_or_default().max(closing);
    judge::run(move || open(closing, calls))
        .usually_means(
            "collected-first",
            "No look-up began before the channel was closed. Requests come one by one and are to \
             be seen to as they come.",
            move |seen| {
                let spans = seen.spans("look-up");
                let called_before =
                    |day: &Day| day.calls.iter().any(|(call, _)| call.at < last_call);
                spans.first().is_some_and(|first| first.start >= last_call)
                    && seen.value.as_ref().is_some_and(called_before)
            },
        )
        .usually_means(
            "one-after-another",
            "No two look-ups overlapped, though calls came in meanwhile. A loop that awaits a \
             look-up receives nothing until it is done.",
            |seen| {
                let overlapping = |day: &Day| {
                    day.calls.iter().zip(day.calls.iter().skip(1)).any(|(a, b)| b.0.at < a.0.due())
                };
                let spans = seen.spans("look-up");
                let in_turn = |pair: &[&Span]| {
                    pair[0].fate == Fate::Completed
                        && pair[1].start < pair[1].end
                        && pair[0].end <= pair[1].start
                };
                spans.len() > 1
                    && spans.windows(2).all(in_turn)
                    && seen.value.as_ref().is_some_and(overlapping)
            },
        )
        .usually_means(
            "returned-too-soon",
            "The channel was still open. That nobody calls for a while says nothing; that nobody can \
             call any more is what `recv` says with None.",
            |seen| outcomes(seen).iter().any(|(_, outcome)| matches!(outcome, Outcome::YetToCall)),
        )
        .usually_means(
            "mixed-up-answers",
            "A look-up was right and its answer went to somebody else. Request, look-up and reply \
             belong together: keep them together in one piece of work.",
            |seen| outcomes(seen).iter().any(|(call, outcome)| told_another(call, outcome)),
        )
        .usually_means(
            "look-up-cancelled",
            "A look-up was cancelled while its caller was still waiting. Whatever drops a future \
             (select!, a timeout) or aborts its task (dropping a JoinSet) does that.",
            |seen| {
                outcomes(seen).iter().any(|(call, outcome)| {
                    call.hangs_up.is_none()
                        && !matches!(outcome, Outcome::Told(..))
                        && look_up_of(seen, call).is_some_and(|it| it.fate == Fate::Cancelled)
                })
            },
        )
        .usually_means(
            "never-polled",
            "For somebody who waited, no look-up ever began. Either the request was never received, \
             or a future was made for it and got no turn: not awaited, not spawned, or dropped first.",
            |seen| {
                let unanswered = |outcome: &Outcome| {
                    matches!(outcome, Outcome::LineDead(_) | Outcome::Waiting)
                };
                seen.alive == 0
                    && outcomes(seen).iter().any(|(call, outcome)| {
                        unanswered(outcome) && look_up_of(seen, call).is_none()
                    })
            },
        )
        .usually_means(
            "waited-for-a-namesake",
            "Two asked about the same thing, and the second look-up began only when the first was \
             over. Each call is a piece of work of its own, whatever it is about.",
            |seen| judge::waits_for_a_namesake(&seen.spans("look-up")),
        )
        .usually_means(
            "answer-held-back",
            "That look-up had been complete before. The answer is due at once, whatever else is \
             still under way.",
            |seen| {
                outcomes(seen).iter().any(|(call, outcome)| match (outcome, look_up_of(seen, call)) {
                    (Outcome::Told(_, at), Some(it)) => {
                        it.fate == Fate::Completed && it.end < *at
                    }
                    _ => false,
                })
            },
        )
        .usually_means(
            "look-up-delayed",
            "That look-up began some time after the call. Nothing may stand between the two: no \
             limit, no queue, no pause between two looks at the channel.",
            |seen| {
                outcomes(seen).iter().any(|(call, outcome)| match (outcome, look_up_of(seen, call)) {
                    (Outcome::Told(_, at), Some(it)) => it.start > call.at && *at > call.due(),
                    _ => false,
                })
            },
        )
}

/// `serve`, and around it the people who call. They are no tasks: whichever are alive are its own.
async fn open(closing: Duration, calls: Vec<Call>) -> Day {
    // Room for a few, so that some are still in it when it is closed.
    let (line, requests) = mpsc::channel(4);
    let opened = Instant::now();
    let outcomes = RefCell::new(vec![Outcome::YetToCall; calls.len()]);
    let calling = calls.iter().cloned().enumerate().map(|(n, call)| {
        let (line, outcomes) = (line.clone(), &outcomes);
        async move {
            sleep_until(opened + call.at).await;
            outcomes.borrow_mut()[n] = Outcome::Waiting;
            let outcome = ask(call, line, opened).await;
            outcomes.borrow_mut()[n] = outcome;
        }
    });
    let calling = judge::join_all(calling);
    let keep_open = async move {
        if !closing.is_zero() {
            sleep_until(opened + closing).await;
        }
        drop(line);
    };
    // Callers take no part in tokio's budget of polls: each is to be heard at its very instant.
    let world = pin!(unconstrained(join(calling, keep_open)));
    let answered = match select(pin!(serve(requests)), world).await {
        Either::Left((answered, world)) => {
            // Whoever was answered just now has not had a turn since.
            let _ = world.now_or_never();
            answered
        }
        Either::Right((_, serving)) => serving.await,
    };
    let outcomes = outcomes.borrow().clone();
    Day { answered, calls: calls.into_iter().zip(outcomes).collect() }
}

/// One caller.
async fn ask(call: Call, line: mpsc::Sender<Request>, opened: Instant) -> Outcome {
    let (request, answer) = Request::about(call.item());
    if line.send(request).await.is_err() {
        return Outcome::Closed(opened.elapsed());
    }
    drop(line);
    match call.hangs_up {
        Some(wait) => {
            if !wait.is_zero() {
                let _ = timeout(wait, answer).await;
            }
            Outcome::HungUp
        }
        None => match answer.await {
            Ok(answer) => Outcome::Told(answer.about().to_owned(), opened.elapsed()),
            Err(_) => Outcome::LineDead(opened.elapsed()),
        },
    }
}

/// All who waited were told, and about their own item.
fn own_answers(seen: &Seen<Day>) -> Result<(), String> {
    outcomes(seen).iter().try_for_each(|(call, outcome)| {
        let name = &call.name;
        match outcome {
            Outcome::HungUp => Ok(()),
            Outcome::Told(about, _) if about == name => Ok(()),
            Outcome::Told(about, _) => Err(format!(
                "Who asked about the {name} was told about the {about}; the promise is their own \
                 item."
            )),
            Outcome::LineDead(at) => Err(format!(
                "Who asked about the {name} got no answer: the line went dead at {}; the promise \
                 is an answer.",
                s(*at)
            )),
            Outcome::Closed(at) => Err(format!(
                "Who wanted to ask about the {name} found the channel closed at {}; the promise is \
                 an answer.",
                s(*at)
            )),
            Outcome::Waiting => Err(format!(
                "When it returned, who asked about the {name} was still waiting; the promise is an \
                 answer."
            )),
            Outcome::YetToCall => Err(format!(
                "It returned at {}, before somebody called about the {name} at {}; the promise is \
                 that it serves until the channel is closed.",
                s(seen.elapsed),
                s(call.at)
            )),
        }
    })
}

/// All who waited were told as soon as their own look-up could be done.
fn in_time(seen: &Seen<Day>) -> Result<(), String> {
    own_answers(seen)?;
    outcomes(seen).iter().try_for_each(|(call, outcome)| match outcome {
        Outcome::Told(_, at) if *at != call.due() => Err(format!(
            "The call about the {} came at {} and was answered at {}; the promise is {}.",
            call.name,
            s(call.at),
            s(*at),
            s(call.due())
        )),
        _ => Ok(()),
    })
}

fn told_another(call: &Call, outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Told(about, _) if *about != call.name)
}

fn outcomes(seen: &Seen<Day>) -> &[(Call, Outcome)] {
    seen.value.as_ref().map_or(&[], |day| &day.calls)
}

/// The look-up for this call; `None` also where others asked about the same, and it may be theirs.
fn look_up_of<'a>(seen: &'a Seen<Day>, call: &Call) -> Option<&'a Span> {
    let name = format!("look-up of {}", call.name);
    let alike = outcomes(seen).iter().filter(|(other, _)| other.name == call.name).count();
    seen.timeline.spans.iter().find(|span| alike == 1 && span.name == name)
}

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn s(duration: Duration) -> String {
    format!("{} s", duration.as_secs_f64())
}
