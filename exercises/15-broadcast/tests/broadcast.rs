//! The promises of `listen`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! Goals in one breath are sent without a pause: nobody can hear one before the next is out.

mod model;

use broadcast::given::{Goal, Report, on_the_air};
use broadcast::listen;
use futures::future::OptionFuture;
use judge::{Kept, Run, Seen};
use lab::{SECOND, fetch, span};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::broadcast::channel;
use tokio::task::yield_now;
use tokio::time::Instant;

#[test]
fn every_goal_is_heard_in_the_order_of_the_reports() -> Kept {
    // Lund scores twice within a minute, and one goal of Sato's is reported late.
    let goals = [(3, "Lund"), (3, "Lund"), (9, "Costa"), (5, "Sato"), (9, "Okafor"), (20, "Weiss")];
    let goals = goals.map(|(minute, scorer)| goal(minute, scorer)).to_vec();
    let one_by_one = Afternoon { keeps: 1, ..each_second(&goals) };
    let in_one_breath = afternoon(8, vec![quiet(2), Report::Goals(goals), quiet(1)]);
    hearing(one_by_one, 0..6).and(hearing(in_one_breath, 0..6))
}

#[test]
fn goals_reported_before_it_listened_are_heard_too() -> Kept {
    let coffee = Duration::from_millis(2_500);
    hearing(Afternoon { coffee, ..each_second(&many(4)) }, 0..4)
}

#[test]
fn every_listener_hears_every_goal() -> Kept {
    let listeners = &["ada", "grace", "joan"];
    hearing(Afternoon { listeners, ..each_second(&many(4)) }, 0..4)
}

#[test]
fn goals_that_were_missed_are_counted() -> Kept {
    let counting = |afternoon, promised| {
        let check = move |it: &Listener| match it.missed {
            missed if missed == promised => Ok(()),
            missed => Err(format!(
                "{} counted {missed} missed goal{}; the promise is {promised}.",
                it.who,
                if missed == 1 { "" } else { "s" }
            )),
        };
        listening(afternoon).promises(|seen| each(seen, check)).kept()
    };
    let falls_behind = afternoon(4, vec![quiet(1), breath(1, 11), quiet(1)]);
    let three_times = [quiet(1), breath(1, 7), quiet(4), breath(8, 3), quiet(1), breath(20, 6)];
    let three_times = afternoon(2, [&three_times[..], &[quiet(1)]].concat());
    counting(falls_behind, 7).and(counting(three_times, 5 + 1 + 4))
}

#[test]
fn after_missing_some_it_listens_on() -> Kept {
    let falls_behind = afternoon(4, vec![quiet(1), breath(1, 6), quiet(2), breath(9, 1), quiet(1)]);
    // So many in the last breath that some are lost, and at once it is all over.
    let at_the_end = afternoon(4, vec![quiet(1), breath(1, 1), quiet(5), breath(9, 6)]);
    hearing(falls_behind, 2..7).and(hearing(at_the_end, [0, 3, 4, 5, 6]))
}

#[test]
fn goals_reported_just_before_the_end_are_heard() -> Kept {
    let last_minute = afternoon(4, vec![quiet(1), breath(1, 1), quiet(5), breath(9, 3)]);
    // Back from coffee, and it is all over; what the receiver still has is there to be heard.
    let over = Afternoon { coffee: 10 * SECOND, ..each_second(&many(3)) };
    hearing(last_minute, 0..4).and(hearing(over, 0..3))
}

#[test]
fn it_returns_when_the_last_reporter_has_signed_off() -> Kept {
    let returning = |afternoon: Afternoon| {
        let end = afternoon.ends().max(afternoon.coffee);
        let check = move |it: &Listener| match it.returned {
            at if at == end => Ok(()),
            at => Err(format!(
                "It returned at {}; the promise is {}, when nothing more can come.",
                judge::time(at),
                judge::time(end)
            )),
        };
        listening(afternoon).promises(|seen| each(seen, check)).kept()
    };
    let silence = vec![quiet(1), breath(1, 1), quiet(3_400), breath(46, 1), quiet(90)];
    let two_reporters = vec![quiet(8), breath(9, 1), quiet(1)];
    // No multiple of a round step: who sleeps and looks again comes late.
    let no_goals = vec![Report::Quiet(Duration::from_millis(7_037))];
    returning(afternoon(4, no_goals))
        .and(returning(afternoon(4, silence)))
        .and(returning(Afternoon { second: two_reporters, ..each_second(&many(3)) }))
}

#[test]
fn nothing_is_left_running() -> Kept {
    let falls_behind = afternoon(2, vec![quiet(1), breath(1, 5), quiet(3), breath(8, 1), quiet(1)]);
    let check = |seen: &Seen<Heard>| match seen.value.as_ref().map_or(0, |heard| heard.left) {
        0 => Ok(()),
        n => Err(format!(
            "When it returned, {n} spawned task{} still running; the promise is none.",
            if n == 1 { " was" } else { "s were" }
        )),
    };
    listening(falls_behind).promises(check).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_afternoon() -> Kept {
    judge::any_input(model::cases)
}

/// An afternoon on the radio, and those who listen to it.
#[derive(Clone)]
struct Afternoon {
    /// How many goals the channel keeps.
    keeps: usize,
    reports: Vec<Report>,
    /// Another reporter on the same air, if there is one.
    second: Vec<Report>,
    listeners: &'static [&'static str],
    /// How long they are away before they begin to listen.
    coffee: Duration,
}

/// What came of listening.
struct Heard {
    listeners: Vec<Listener>,
    /// How many tasks are alive that were not when they began to listen.
    left: usize,
}

struct Listener {
    who: &'static str,
    goals: Vec<Goal>,
    missed: u64,
    returned: Duration,
}

/// The first that `check` finds wrong with any listener.
fn each(seen: &Seen<Heard>, check: impl Fn(&Listener) -> Result<(), String>) -> Result<(), String> {
    listeners(seen).iter().try_for_each(check)
}

fn any(seen: &Seen<Heard>, test: impl Fn(&Listener) -> bool) -> bool {
    listeners(seen).iter().any(test)
}

fn listeners(seen: &Seen<Heard>) -> &[Listener] {
    seen.value.as_ref().map_or(&[], |heard| &heard.listeners)
}

/// Everybody listens, with the mistakes to be made in any afternoon.
fn listening(afternoon: Afternoon) -> Run<Heard> {
    let Afternoon { keeps, listeners, coffee, .. } = afternoon;
    let end = afternoon.ends();
    let lags = afternoon.lags();
    let later = afternoon.goals_after(coffee);
    let total = afternoon.goals_after(Duration::ZERO).len();
    judge::run(move || async move {
        let began = Instant::now();
        let (air, rx) = channel(keeps);
        let receivers: Vec<_> = listeners[1..].iter().map(|_| air.subscribe()).collect();
        let second = (!afternoon.second.is_empty())
            .then(|| on_the_air("hugo", air.clone(), afternoon.second));
        let first = on_the_air("rita", air, afternoon.reports);
        let everybody = async {
            if !coffee.is_zero() {
                fetch("coffee break", coffee).await;
            }
            let before = tasks_alive();
            let listeners = listeners.iter().zip(receivers.into_iter().chain([rx]));
            let listeners = listeners.map(async |(who, rx)| {
                let name = if *who == "It" { "listen" } else { &format!("{who} listens") };
                let (goals, missed) = span(name, listen(rx)).await;
                Listener { who, goals, missed, returned: began.elapsed() }
            });
            let listeners = judge::join_all(listeners).await;
            // A task that was told to stop needs a turn for it.
            for _ in 0..8 {
                yield_now().await;
            }
            Heard { listeners, left: tasks_alive().saturating_sub(before) }
        };
        tokio::join!(everybody, first, OptionFuture::from(second)).0
    })
    .usually_means(
        "not-alone",
        "One of them has more than there was to hear. They listen at the same time, and what one \
         hears must not reach the others: keep it in local variables.",
        |seen| listeners.len() > 1 && any(seen, |it| it.goals.len() > total),
    )
    .usually_means(
        "lag-taken-for-the-end",
        "It stopped at the moment it had fallen behind. That is not the end: some goals were lost, \
         and those that the channel still keeps can be heard next.",
        |seen| lags.first().is_some_and(|&(at, _)| at < end && any(seen, |it| it.returned == at)),
    )
    .usually_means(
        "left-running",
        "It returned, and a task that it had spawned went on without it. Dropping a JoinHandle stops \
         no task, and what a task hears comes back only to those who await it.",
        |seen| seen.value.as_ref().is_some_and(|heard| heard.left > 0),
    )
    .usually_means(
        "stopped-too-soon",
        "It stopped while a reporter was still on the air. Neither a silence nor a number of goals \
         tells that no more will come; the receiver does.",
        |seen| any(seen, |it| it.returned < end),
    )
    .usually_means(
        "tuned-in-again",
        "It has only the goals reported after it began to listen. The receiver that it was given had \
         kept the earlier ones. A new subscription begins with the next.",
        |seen| any(seen, |it| !later.is_empty() && it.goals == later && later.len() < total),
    )
    .usually_means(
        "times-not-goals",
        "That is how often it fell behind. Each time, several goals can be lost at once.",
        |seen| {
            let lost: u64 = lags.iter().map(|lag| lag.1).sum();
            let often = lags.len() as u64;
            any(seen, |it| it.missed == often && often != lost && often > 0)
        },
    )
    .usually_means(
        "last-loss-only",
        "That is what was lost the last time it fell behind. What was lost before that counts too.",
        |seen| any(seen, |it| lags.len() > 1 && it.missed == lags[lags.len() - 1].1),
    )
    .usually_means(
        "losses-not-counted",
        "When goals are lost to a listener, its receiver says so, and how many they were. Here nothing \
         was counted.",
        |seen| any(seen, |it| it.missed == 0 && !lags.is_empty()),
    )
    .usually_means(
        "returned-late",
        "It returned after the sign-off: it had waited for something else than its receiver, such as \
         a pause. Whoever awaits the receiver itself is woken at once, for each goal and for the end.",
        |seen| any(seen, |it| it.returned > end.max(coffee)),
    )
}

/// The goals that have these places in the afternoon are promised to be heard.
fn hearing(afternoon: Afternoon, places: impl IntoIterator<Item = usize>) -> Kept {
    let all = afternoon.goals_after(Duration::ZERO);
    let promised: Vec<Goal> = places.into_iter().map(|place| all[place].clone()).collect();
    let (coffee, end) = (afternoon.coffee, afternoon.ends());
    let some_at_the_end =
        coffee > end || matches!(afternoon.reports.last(), Some(Report::Goals(_)));
    listening(afternoon)
        .promises(|seen| each(seen, |it| compare(it.who, &it.goals, &promised)))
        .usually_means(
            "stopped-with-goals-left",
            "It returned when the radio had signed off, and the last goals are not in its answer: they \
             were still in its receiver, or in something that it did not wait for. That no more will be \
             sent does not mean that all is heard.",
            |seen| {
                let stopped = |it: &Listener| it.returned == end.max(coffee);
                let some = |it: &Listener| it.goals.len() < promised.len();
                some_at_the_end
                    && any(seen, |it| stopped(it) && some(it) && promised.starts_with(&it.goals))
            },
        )
        .kept()
}

fn tasks_alive() -> usize {
    Handle::current().metrics().num_alive_tasks()
}

fn compare(who: &str, heard: &[Goal], promised: &[Goal]) -> Result<(), String> {
    let not_in = |these: &[Goal], those: &[Goal]| {
        let mut those = those.to_vec();
        these.iter().find_map(|goal| match those.iter().position(|other| other == goal) {
            Some(place) => {
                those.remove(place);
                None
            }
            None => Some(goal.to_string()),
        })
    };
    if heard == promised {
        Ok(())
    } else if let Some(missing) = not_in(promised, heard) {
        let twice = heard.iter().any(|goal| goal.to_string() == missing);
        Err(format!(
            "{who} returned {} of {} goals that were to be heard; the first missing is {missing}{}.",
            heard.len(),
            promised.len(),
            if twice { ", the second time" } else { "" }
        ))
    } else if let Some(extra) = not_in(heard, promised) {
        Err(format!("{who} returned {extra} once more than the radio reported it."))
    } else {
        let heard: Vec<String> = heard.iter().map(ToString::to_string).collect();
        let heard = heard.join(", ");
        Err(format!("{who} returned {heard}; the promise is the order of the reports."))
    }
}

impl Afternoon {
    /// When the last reporter signs off.
    fn ends(&self) -> Duration {
        length(&self.reports).max(length(&self.second))
    }

    /// The goals of the first reporter that come after `time`.
    fn goals_after(&self, time: Duration) -> Vec<Goal> {
        let mut now = Duration::ZERO;
        let mut after = Vec::new();
        for report in &self.reports {
            match report {
                Report::Quiet(lasts) => now += *lasts,
                Report::Goals(goals) if now > time => after.extend(goals.clone()),
                Report::Goals(_) => {}
            }
        }
        after
    }

    /// When goals are lost to one who takes what there is, from the coffee on, and how many.
    fn lags(&self) -> Vec<(Duration, u64)> {
        let (mut now, mut waiting, mut lags) = (Duration::ZERO, 0, Vec::new());
        let end = Report::Quiet(self.coffee);
        for report in self.reports.iter().chain([&end]) {
            match report {
                Report::Goals(goals) => waiting += goals.len(),
                Report::Quiet(lasts) => {
                    if now + *lasts >= self.coffee {
                        if waiting > self.keeps {
                            lags.push((now.max(self.coffee), (waiting - self.keeps) as u64));
                        }
                        waiting = 0;
                    }
                    now += *lasts;
                }
            }
        }
        lags
    }
}

fn length(reports: &[Report]) -> Duration {
    let lasts = |report: &Report| match report {
        Report::Quiet(lasts) => *lasts,
        Report::Goals(_) => Duration::ZERO,
    };
    reports.iter().map(lasts).sum()
}

fn afternoon(keeps: usize, reports: Vec<Report>) -> Afternoon {
    Afternoon { keeps, reports, second: Vec::new(), listeners: &["It"], coffee: Duration::ZERO }
}

/// One goal a second, the first after one, and a second of silence at the end.
fn each_second(goals: &[Goal]) -> Afternoon {
    let one = |goal: &Goal| [quiet(1), Report::Goals(vec![goal.clone()])];
    afternoon(4, goals.iter().flat_map(one).chain([quiet(1)]).collect())
}

fn quiet(seconds: u32) -> Report {
    Report::Quiet(seconds * SECOND)
}

/// So many goals in one breath.
fn breath(minute: u32, goals: usize) -> Report {
    let goals = many(goals).into_iter();
    Report::Goals(goals.map(|goal| Goal { minute: goal.minute + minute, ..goal }).collect())
}

fn many(goals: usize) -> Vec<Goal> {
    let scorers = ["Lund", "Costa", "Okafor", "Sato", "Weiss"].into_iter().cycle();
    (0..).zip(scorers).map(|(minute, scorer)| goal(minute, scorer)).take(goals).collect()
}

/// A goal. Its minute is another in every run: only the radio tells it.
fn goal(minute: u32, scorer: &str) -> Goal {
    static KICK_OFF: LazyLock<u32> =
        LazyLock::new(|| (RandomState::new().build_hasher().finish() % 40) as u32 + 1);
    Goal { minute: *KICK_OFF + minute, scorer: scorer.to_owned() }
}
