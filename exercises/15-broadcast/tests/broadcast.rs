//! The promises of `listen`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! Goals in one breath are sent without a pause: nobody can hear one before the next is out.

use broadcast::given::{Goal, Report, on_the_air};
use broadcast::listen;
use futures::future::join_all;
use judge::{Kept, Run, Seen};
use lab::{SECOND, fetch, span};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::broadcast::channel;
use tokio::time::Instant;

#[test]
fn every_goal_is_heard_in_the_order_of_the_reports() -> Kept {
    // Lund scores twice within a minute, and one goal of Sato's is reported late.
    let goals = vec![
        goal(3, "Lund"),
        goal(3, "Lund"),
        goal(9, "Costa"),
        goal(5, "Sato"),
        goal(9, "Okafor"),
        goal(20, "Weiss"),
    ];
    let one_by_one = Afternoon { keeps: 1, ..each_second(&goals) };
    let in_one_breath = afternoon(8, vec![quiet(2), Report::Goals(goals.clone()), quiet(1)]);
    let pair = |pair: &[Goal]| [quiet(3), Report::Goals(pair.to_vec())];
    let in_pairs = afternoon(2, goals.chunks(2).flat_map(pair).chain([quiet(3)]).collect());
    [one_by_one, in_pairs, in_one_breath]
        .into_iter()
        .map(|afternoon| hearing(afternoon, goals.clone()).kept())
        .reduce(Kept::and)
        .unwrap()
}

#[test]
fn goals_reported_before_it_listened_are_heard_too() -> Kept {
    let goals = vec![goal(1, "Weiss"), goal(2, "Sato"), goal(3, "Lund"), goal(4, "Costa")];
    let mut afternoon = each_second(&goals);
    afternoon.coffee = Duration::from_millis(2_500);
    hearing(afternoon, goals).kept()
}

#[test]
fn every_listener_hears_every_goal() -> Kept {
    let goals = vec![goal(11, "Okafor"), goal(12, "Costa"), goal(30, "Lund"), goal(31, "Sato")];
    let (expected, afternoon) = (goals.clone(), each_second(&goals));
    let run = judge::run(move || async move {
        let (air, rx) = channel(afternoon.keeps);
        let receivers = [air.subscribe(), rx, air.subscribe()];
        let names = ["ada", "joan", "grace"];
        let listeners = names.into_iter().zip(receivers);
        let listeners = listeners.map(|(name, rx)| span(format!("{name} listens"), listen(rx)));
        let radio = on_the_air("rita", air, afternoon.reports);
        tokio::join!(join_all(listeners), radio).0
    });
    run.promises(|seen| match &seen.value {
        Some(heard) => {
            let mut three = heard.iter().zip(["ada", "joan", "grace"]);
            three.try_for_each(|((heard, missed), who)| {
                compare(who, heard, &expected)?;
                count_is(who, *missed, 0)
            })
        }
        None => Ok(()),
    })
    .usually_means(
        "not-alone",
        "All three together heard more than one of them could. They run at the same time, and what \
         one hears must not reach the others: keep it in local variables.",
        |seen| {
            let most = |heard: &Vec<(Vec<Goal>, u64)>| heard.iter().map(|it| it.0.len()).max();
            seen.value.as_ref().and_then(most) > Some(goals.len())
        },
    )
    .kept()
}

#[test]
fn goals_that_were_missed_are_counted() -> Kept {
    let counting = |afternoon, missed| {
        listening(afternoon)
            .promises(|seen| match &seen.value {
                Some(heard) => count_is("It", heard.missed, missed),
                None => Ok(()),
            })
            .kept()
    };
    let keeps_up = each_second(&many(9));
    let falls_behind = afternoon(4, vec![quiet(1), breath(1, 11), quiet(1)]);
    let three_times = afternoon(
        2,
        vec![quiet(1), breath(1, 5), quiet(4), breath(8, 3), quiet(1), breath(20, 6), quiet(1)],
    );
    let away = Afternoon { coffee: 6 * SECOND + SECOND / 2, keeps: 2, ..each_second(&many(9)) };
    counting(keeps_up, 0)
        .and(counting(falls_behind, 7))
        .and(counting(three_times, 3 + 1 + 4))
        .and(counting(away, 4))
}

#[test]
fn after_missing_some_it_listens_on() -> Kept {
    let falls_behind = afternoon(4, vec![quiet(1), breath(1, 6), quiet(2), breath(9, 1), quiet(1)]);
    let behind = goals_in(&falls_behind, 2..7);
    let twice =
        vec![quiet(1), breath(1, 3), quiet(1), breath(5, 5), quiet(9), breath(40, 2), quiet(1)];
    let twice = afternoon(2, twice);
    let twice_behind = goals_in(&twice, (1..3).chain(6..10));
    let away =
        Afternoon { coffee: Duration::from_millis(4_500), keeps: 2, ..each_second(&many(7)) };
    let after_coffee = goals_in(&away, 2..7);
    hearing(falls_behind, behind)
        .kept()
        .and(hearing(twice, twice_behind).kept())
        .and(hearing(away, after_coffee).kept())
}

#[test]
fn goals_reported_just_before_the_end_are_heard() -> Kept {
    let last_minute = afternoon(4, vec![quiet(1), breath(1, 1), quiet(5), breath(9, 3)]);
    let all_four = goals_in(&last_minute, 0..4);
    // Back from coffee, and it is all over; what the receiver still has is there to be heard.
    let over = Afternoon { coffee: 10 * SECOND, ..each_second(&many(3)) };
    let still_there = goals_in(&over, 0..3);
    hearing(last_minute, all_four).kept().and(hearing(over, still_there).kept())
}

#[test]
fn it_returns_when_the_last_reporter_has_signed_off() -> Kept {
    let silence = vec![quiet(1), breath(1, 1), quiet(2_700), breath(46, 1), quiet(90)];
    let long_silence = afternoon(4, silence);
    let goalless = afternoon(4, vec![quiet(7)]);
    let many_goals = Afternoon { keeps: 2, ..each_second(&many(40)) };
    let over = Afternoon { coffee: 10 * SECOND, ..each_second(&many(2)) };
    let mut two_reporters = each_second(&many(3));
    two_reporters.second = vec![quiet(8), breath(9, 1), quiet(1)];
    [long_silence, goalless, many_goals, over, two_reporters]
        .into_iter()
        .map(|afternoon| {
            let end = afternoon.ends().max(afternoon.coffee);
            let run = listening(afternoon);
            run.promises(|seen| returned_at(seen, end)).kept()
        })
        .reduce(Kept::and)
        .unwrap()
}

#[test]
fn nothing_is_left_running() -> Kept {
    let tidy = |afternoon| listening(afternoon).leaves_nothing_running().kept();
    let falls_behind = afternoon(2, vec![quiet(1), breath(1, 5), quiet(3), breath(8, 1), quiet(1)]);
    tidy(each_second(&many(3))).and(tidy(falls_behind))
}

/// An afternoon on the radio, and somebody who listens to it.
#[derive(Clone)]
struct Afternoon {
    /// How many goals the channel keeps.
    keeps: usize,
    reports: Vec<Report>,
    /// Another reporter on the same air, if there is one.
    second: Vec<Report>,
    /// How long the listener is away before it begins to listen.
    coffee: Duration,
}

/// What came of listening.
struct Heard {
    goals: Vec<Goal>,
    missed: u64,
    returned: Duration,
}

/// One listener, with the mistakes to be made in any afternoon.
fn listening(afternoon: Afternoon) -> Run<Heard> {
    let end = afternoon.ends();
    let begins = afternoon.coffee;
    let lags = afternoon.lags();
    let later: Vec<Goal> = afternoon.goals_after(begins);
    let total = afternoon.goals_after(Duration::ZERO).len();
    let has_second = !afternoon.second.is_empty();
    let is =
        |seen: &Seen<Heard>, test: &dyn Fn(&Heard) -> bool| seen.value.as_ref().is_some_and(test);
    judge::run(move || async move {
        let began = Instant::now();
        let (air, rx) = channel(afternoon.keeps);
        let second = has_second.then(|| on_the_air("hugo", air.clone(), afternoon.second));
        let first = on_the_air("rita", air, afternoon.reports);
        let listener = async {
            if !begins.is_zero() {
                fetch("coffee break", begins).await;
            }
            let (goals, missed) = span("listen", listen(rx)).await;
            Heard { goals, missed, returned: began.elapsed() }
        };
        let second = async {
            if let Some(second) = second {
                second.await;
            }
        };
        tokio::join!(listener, first, second).0
    })
    .usually_means(
        "lag-taken-for-the-end",
        "It stopped at the moment it had fallen behind. That is not the end: some goals were lost, \
         and those that the channel still keeps can be heard next.",
        |seen| is(seen, &|it| it.returned < end && lags.first().is_some_and(|lag| lag.0 == it.returned)),
    )
    .usually_means(
        "stopped-too-soon",
        "It stopped while a reporter was still on the air. Neither a silence nor a number of goals \
         tells that no more will come; the receiver does.",
        |seen| is(seen, &|it| it.returned < end),
    )
    .usually_means(
        "tuned-in-again",
        "It has only the goals reported after it began to listen. The receiver that it was given had \
         kept the earlier ones. A new subscription begins with the next.",
        |seen| is(seen, &|it| !later.is_empty() && it.goals == later && later.len() < total),
    )
    .usually_means(
        "times-not-goals",
        "That is how often it fell behind. Each time, several goals can be lost at once.",
        |seen| {
            let lost: u64 = lags.iter().map(|lag| lag.1).sum();
            let often = lags.len() as u64;
            is(seen, &|it| it.missed == often && often != lost && often > 0)
        },
    )
    .usually_means(
        "last-loss-only",
        "That is what was lost the last time it fell behind. What was lost before that counts too.",
        |seen| is(seen, &|it| lags.len() > 1 && it.missed == lags[lags.len() - 1].1),
    )
    .usually_means(
        "losses-not-counted",
        "When goals are lost to a listener, its receiver says so, and how many they were. Here nothing \
         was counted.",
        |seen| is(seen, &|it| it.missed == 0 && !lags.is_empty()),
    )
    .usually_means(
        "returned-late",
        "It returned after the sign-off: it had waited for something else than its receiver, such as \
         a pause. Whoever awaits the receiver itself is woken at once, for each goal and for the end.",
        |seen| is(seen, &|it| it.returned > end.max(begins)),
    )
}

/// The same, and what it hears is promised to be `goals`.
fn hearing(afternoon: Afternoon, goals: Vec<Goal>) -> Run<Heard> {
    let begins = afternoon.coffee;
    let end = afternoon.ends();
    let rest = afternoon.reports.last().cloned();
    let promised = goals.clone();
    listening(afternoon)
        .promises(|seen| match &seen.value {
            Some(heard) => compare("It", &heard.goals, &goals),
            None => Ok(()),
        })
        .usually_means(
            "stopped-with-goals-left",
            "It stopped when the radio had signed off, and goals were still waiting in its receiver. \
             That no more will be sent does not mean that all is heard.",
            |seen| {
                let Some(heard) = &seen.value else { return false };
                let all_at_the_end = begins > end || matches!(rest, Some(Report::Goals(_)));
                all_at_the_end
                    && heard.returned == end.max(begins)
                    && heard.goals.len() < promised.len()
                    && promised.starts_with(&heard.goals)
            },
        )
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

fn count_is(who: &str, counted: u64, promised: u64) -> Result<(), String> {
    if counted == promised {
        return Ok(());
    }
    let goals = if counted == 1 { "goal" } else { "goals" };
    Err(format!("{who} counted {counted} missed {goals}; the promise is {promised}."))
}

fn returned_at(seen: &Seen<Heard>, end: Duration) -> Result<(), String> {
    match &seen.value {
        Some(heard) if heard.returned != end => Err(format!(
            "It returned at {} s; the promise is {} s, when nothing more can come.",
            heard.returned.as_secs_f64(),
            end.as_secs_f64()
        )),
        _ => Ok(()),
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
    Afternoon { keeps, reports, second: Vec::new(), coffee: Duration::ZERO }
}

/// One goal a second, the first after one, and a second of silence at the end.
fn each_second(goals: &[Goal]) -> Afternoon {
    let one = |goal: &Goal| [quiet(1), Report::Goals(vec![goal.clone()])];
    afternoon(4, goals.iter().flat_map(one).chain([quiet(1)]).collect())
}

/// Those of the goals of an afternoon that have these places.
fn goals_in(afternoon: &Afternoon, places: impl Iterator<Item = usize>) -> Vec<Goal> {
    let all = afternoon.goals_after(Duration::ZERO);
    places.map(|place| all[place].clone()).collect()
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
