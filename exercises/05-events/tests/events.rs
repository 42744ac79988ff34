//! The promises of `serve`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use events::given::{Item, Request};
use events::serve;
use futures::future::{Either, FutureExt, join, select};
use judge::{Fate, Kept, Run, Seen, Span, time};
use lab::SECOND;
use std::cell::RefCell;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep_until, timeout};

#[test]
fn every_caller_gets_the_answer_about_their_own_item() -> Kept {
    let alike = [small("black bag", 700), small("black bag", 900)];
    let calls = [vec![bulky("piano", 0), small("scarf", 500)], alike.into()].concat();
    day(calls).promises(own_answers).kept()
}

#[test]
fn ten_calls_within_a_second_are_each_answered_two_seconds_later() -> Kept {
    let ten = (0..10).map(|n| small(format!("key {n}"), n * 100)).collect();
    day(ten).promises(own_answers).promises(in_time).takes(ms(2_900)).kept()
}

#[test]
fn a_quick_answer_does_not_wait_for_a_slow_one() -> Kept {
    let mixed = vec![bulky("canoe", 0), small("glove", 125), bulky("harp", 250), small("hat", 375)];
    day(mixed).promises(own_answers).promises(in_time).kept()
}

#[test]
fn of_a_whole_crowd_nobody_queues() -> Kept {
    let at_once = (0..100).map(|n| small(format!("ticket {n}"), 1_000)).collect();
    day(at_once).promises(in_time).at_once("look-up", 100).kept()
}

#[test]
fn a_caller_who_hangs_up_does_not_stop_the_others() -> Kept {
    day(vec![
        // Gone before the request is even received, and gone last of all.
        small("doll", 0).hangs_up_after(0),
        bulky("tuba", 0),
        small("ring", 300).hangs_up_after(900),
        small("pipe", 3_500),
        small("cane", 4_000).hangs_up_after(1_000),
    ])
    .promises(own_answers)
    .promises(in_time)
    .promises(|seen| match seen.panics.first() {
        None => Ok(()),
        Some(_) => Err("Somebody hung up, and there was a panic; the promise is none.".into()),
    })
    .leaves_nothing_running()
    .kept()
}

#[test]
fn only_answers_that_somebody_got_are_counted() -> Kept {
    let calls = vec![small("fan", 0), small("map", 200).hangs_up_after(700), small("bag", 400)];
    day(calls)
        .promises(|seen| match &seen.value {
            Some(day) if day.answered != 2 => {
                Err(format!("It returned {}, but 2 callers got their answer.", day.answered))
            }
            _ => Ok(()),
        })
        .usually_means(
            "counted-the-gone",
            "That is the number of all calls, and one caller had hung up. `send` gives an Err when \
             nobody is on the line any more: that answer doesn't count.",
            |seen| seen.value.as_ref().is_some_and(|day| day.answered == 3),
        )
        .kept()
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
    day(vec![small("drum", 0), bulky("sofa", 250), bulky("rug", 750)])
        .promises(own_answers)
        .takes(ms(5_750))
        .leaves_nothing_running()
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_calls() -> Kept {
    judge::any_input(model::cases)
}

/// Somebody who calls.
#[derive(Clone)]
struct Caller {
    name: String,
    bulky: bool,
    at: Duration,
    /// How long they are willing to wait, when that isn't for ever.
    hangs_up: Option<Duration>,
}

fn small(name: impl Into<String>, at: u64) -> Caller {
    Caller { name: name.into(), bulky: false, at: ms(at), hangs_up: None }
}

fn bulky(name: impl Into<String>, at: u64) -> Caller {
    Caller { bulky: true, ..small(name, at) }
}

impl Caller {
    fn hangs_up_after(self, wait: u64) -> Caller {
        Caller { hangs_up: Some(ms(wait)), ..self }
    }

    fn item(&self) -> Item {
        if self.bulky { Item::bulky(&*self.name) } else { Item::small(&*self.name) }
    }

    fn due(&self) -> Duration {
        self.at + self.item().takes()
    }

    /// When they hang up, if that is before the answer.
    fn gone_at(&self) -> Option<Duration> {
        self.hangs_up.map(|wait| self.at + wait).filter(|gone| *gone < self.due())
    }
}

/// What came of a day at the office.
struct Day {
    answered: usize,
    /// Each call, with what came of it by the time that `serve` returned.
    calls: Vec<(Caller, Outcome)>,
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
fn day(calls: Vec<Caller>) -> Run<Day> {
    day_until(Duration::ZERO, calls)
}

/// The same, but the channel stays open until then.
fn day_until(closing: Duration, calls: Vec<Caller>) -> Run<Day> {
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
            "No two look-ups overlapped, though calls came in meanwhile. Either the loop awaits each \
             look-up before it receives again, or a lock or a limit lets only one go on.",
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
            "The channel was still open. Only when `recv` gives None can nobody call any more. A quiet \
             while doesn't say so, and neither does a caller who hangs up.",
            |seen| outcomes(seen).iter().any(|(_, outcome)| matches!(outcome, Outcome::YetToCall)),
        )
        .usually_means(
            "mixed-up-answers",
            "A look-up was right and its answer went to somebody else. Request, look-up and reply \
             belong together: keep them together in one piece of work.",
            |seen| outcomes(seen).iter().any(|(call, outcome)| told_another(call, outcome)),
        )
        .usually_means(
            "looked-up-again",
            "There were more look-ups of an item than calls about it. Each call needs one look-up, and \
             it must not start again when something else happens.",
            |seen| {
                outcomes(seen).iter().any(|(call, _)| {
                    let calls = outcomes(seen).iter().filter(|(it, _)| it.name == call.name);
                    let name = format!("look-up of {}", call.name);
                    let look_ups = seen.timeline.spans.iter().filter(|span| span.name == name);
                    look_ups.count() > calls.count()
                })
            },
        )
        .usually_means(
            "look-up-cancelled",
            "A look-up was cancelled while its caller was still waiting. Whatever drops a future \
             (select!, a timeout) or aborts its task (dropping a JoinSet) does that.",
            |seen| {
                outcomes(seen).iter().any(|(call, outcome)| {
                    call.gone_at().is_none()
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
                let begun = |call: &Caller| {
                    let name = format!("look-up of {}", call.name);
                    seen.timeline.spans.iter().any(|span| span.name == name)
                };
                seen.alive == 0
                    && outcomes(seen)
                        .iter()
                        .any(|(call, outcome)| unanswered(outcome) && !begun(call))
            },
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
async fn open(closing: Duration, calls: Vec<Caller>) -> Day {
    // Room for a few, so that some are still in it when it is closed.
    open_with_room(4, closing, calls).await
}

async fn open_with_room(room: usize, closing: Duration, calls: Vec<Caller>) -> Day {
    let (line, requests) = mpsc::channel(room);
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
async fn ask(call: Caller, line: mpsc::Sender<Request>, opened: Instant) -> Outcome {
    let (request, answer) = Request::about(call.item());
    if line.send(request).await.is_err() {
        return Outcome::Closed(opened.elapsed());
    }
    drop(line);
    let answer = match call.hangs_up {
        Some(Duration::ZERO) => return Outcome::HungUp,
        Some(wait) => match timeout(wait, answer).await {
            Ok(answer) => answer,
            Err(_) => return Outcome::HungUp,
        },
        None => answer.await,
    };
    match answer {
        Ok(answer) => Outcome::Told(answer.about().to_owned(), opened.elapsed()),
        Err(_) => Outcome::LineDead(opened.elapsed()),
    }
}

/// What became of a caller, as a sentence without its end.
fn tell(call: &Caller, outcome: &Outcome) -> String {
    let what = match outcome {
        Outcome::Told(about, at) => format!("was told about the {about} at {}", time(*at)),
        Outcome::LineDead(at) => format!("got no answer: the line went dead at {}", time(*at)),
        Outcome::Closed(at) => format!("found the channel closed at {}", time(*at)),
        Outcome::HungUp => "hung up".to_owned(),
        Outcome::Waiting => "was still waiting when it returned".to_owned(),
        Outcome::YetToCall => "had not called yet when it returned".to_owned(),
    };
    format!("The caller about the {} {what}", call.name)
}

/// All who waited were told, and about their own item.
fn own_answers(seen: &Seen<Day>) -> Result<(), String> {
    for (call, outcome) in outcomes(seen) {
        let promise = match outcome {
            Outcome::Told(about, _) if *about == call.name => continue,
            Outcome::HungUp => continue,
            Outcome::Told(..) => "their own item",
            Outcome::YetToCall => "that it serves until the channel is closed",
            _ => "an answer",
        };
        return Err(format!("{}; the promise is {promise}.", tell(call, outcome)));
    }
    Ok(())
}

/// All who waited were told as soon as their own look-up could be done.
fn in_time(seen: &Seen<Day>) -> Result<(), String> {
    own_answers(seen)?;
    for (call, outcome) in outcomes(seen) {
        if matches!(outcome, Outcome::Told(_, at) if *at != call.due()) {
            let (called, due) = (time(call.at), time(call.due()));
            let told = tell(call, outcome);
            return Err(format!("{told}, after a call at {called}; the promise is {due}."));
        }
    }
    Ok(())
}

fn told_another(call: &Caller, outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Told(about, _) if *about != call.name)
}

fn outcomes(seen: &Seen<Day>) -> &[(Caller, Outcome)] {
    seen.value.as_ref().map_or(&[], |day| &day.calls)
}

/// The look-up for this call; `None` also where others asked about the same, and it may be theirs.
fn look_up_of<'a>(seen: &'a Seen<Day>, call: &Caller) -> Option<&'a Span> {
    let name = format!("look-up of {}", call.name);
    let alike = outcomes(seen).iter().filter(|(other, _)| other.name == call.name).count();
    seen.timeline.spans.iter().find(|span| alike == 1 && span.name == name)
}

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}
