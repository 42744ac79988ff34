//! The promises of `follow`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! A move takes two seconds, and nothing is set at the very moment at which one ends.

use judge::{Fate, Kept, Run, Seen, Span};
use lab::fetch;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::watch::channel;
use tokio::time::Instant;
use watch::follow;
use watch::given::{Config, Cue, operate};

#[test]
fn what_is_set_at_the_beginning_is_applied_at_once() -> Kept {
    let nothing_more = evening("dawn", &[wait(9_000)]);
    let closed_already = evening("dusk", &[wait(1_000)]).warming_up_for(3_000);
    let first_of_two = evening("noon", &[wait(20_000), set("night"), wait(5_000)]);
    moving(nothing_more, &[("dawn", 0)])
        .and(moving(closed_already, &[("dusk", 3_000)]))
        .and(moving(first_of_two, &[("noon", 0), ("night", 20_000)]))
}

#[test]
fn a_change_is_applied_the_moment_it_is_made() -> Kept {
    // What was there at first comes back, and that is a change as well.
    let slow = [wait(5_000), set("storm"), wait(6_300), set("dawn"), wait(3_050), set("fog")];
    let slow = evening("dawn", &[&slow[..], &[wait(7_000)]].concat());
    let quick = [wait(2_100), set("noon"), wait(2_100), set("night"), wait(2_100), set("moon")];
    let quick = evening("dusk", &[&quick[..], &[wait(4_000)]].concat());
    moving(slow, &[("dawn", 0), ("storm", 5_000), ("dawn", 11_300), ("fog", 14_350)])
        .and(moving(quick, &[("dusk", 0), ("noon", 2_100), ("night", 4_200), ("moon", 6_300)]))
}

#[test]
fn of_all_changes_during_a_move_only_the_last_is_applied() -> Kept {
    let one = evening("dawn", &[wait(1_500), set("noon"), wait(9_000)]);
    let three = [wait(500), set("noon"), wait(500), set("dusk"), wait(500), set("storm")];
    let three = evening("dawn", &[&three[..], &[wait(9_000)]].concat());
    let again = [wait(700), set("fog"), set("noon"), wait(1_900), set("night"), wait(600)];
    let again = evening("dusk", &[&again[..], &[set("moon"), wait(8_000)]].concat());
    moving(one, &[("dawn", 0), ("noon", 2_000)])
        .and(moving(three, &[("dawn", 0), ("storm", 2_000)]))
        .and(moving(again, &[("dusk", 0), ("noon", 2_000), ("moon", 4_000)]))
}

#[test]
fn what_was_set_before_it_began_is_applied_once() -> Kept {
    let before = [wait(1_000), set("noon"), wait(1_000), set("storm"), wait(9_000)];
    let once = evening("dawn", &before).warming_up_for(3_000);
    let then_more = evening("dawn", &[&before[..], &[set("night"), wait(4_000)]].concat());
    moving(once, &[("storm", 3_000)])
        .and(moving(then_more.warming_up_for(3_500), &[("storm", 3_500), ("night", 11_000)]))
}

#[test]
fn a_change_just_before_the_desk_is_closed_is_applied() -> Kept {
    let at_rest = evening("dawn", &[wait(5_000), set("night")]);
    let on_the_way = evening("dawn", &[wait(500), set("noon"), wait(700), set("night")]);
    moving(at_rest, &[("dawn", 0), ("night", 5_000)])
        .and(moving(on_the_way, &[("dawn", 0), ("night", 2_000)]))
}

#[test]
fn it_returns_when_the_desk_is_closed_and_all_is_applied() -> Kept {
    let returning = |evening, at: u64| {
        following(evening).promises(|seen| returned_at(seen, Duration::from_millis(at))).kept()
    };
    let at_rest = evening("dawn", &[wait(5_000), set("noon"), wait(2_700_000)]);
    let on_the_way = evening("dawn", &[wait(1_000)]);
    let last_change = evening("dawn", &[wait(5_000), set("night"), wait(300)]);
    let closed_already = evening("dawn", &[wait(1_000)]).warming_up_for(4_000);
    returning(at_rest, 2_705_000)
        .and(returning(on_the_way, 2_000))
        .and(returning(last_change, 7_000))
        .and(returning(closed_already, 6_000))
}

#[test]
fn every_move_is_finished_before_the_next_begins() -> Kept {
    let busy = [wait(300), set("noon"), wait(900), set("dusk"), wait(1_500), set("fog"), wait(400)];
    following(evening("dawn", &[&busy[..], &[set("night"), wait(9_000)]].concat()))
        .promises(|seen| {
            let moves = seen.spans(LAMPS);
            if let Some(broken_off) = moves.iter().find(|it| it.fate == Fate::Cancelled) {
                let (what, at) = (&broken_off.name, broken_off.end.as_secs_f64());
                return Err(format!(
                    "{what} was broken off at {at} s; the promise is that every move is finished."
                ));
            }
            match overlapping(&moves) {
                Some((first, second)) => Err(format!(
                    "{} began before {} had ended; the promise is one move at a time.",
                    second.name, first.name
                )),
                None => Ok(()),
            }
        })
        .kept()
}

#[test]
fn it_returns_what_was_applied_in_order() -> Kept {
    let cues =
        [wait(500), set("noon"), wait(500), set("dusk"), wait(6_000), set("fog"), wait(5_000)];
    let (busy, none) = (evening("dawn", &cues), evening("moon", &[wait(1_000)]));
    let returning = |evening: Evening, scenes: &[&str]| {
        let all = evening.all_configs();
        let promised: Vec<Config> = scenes
            .iter()
            .map(|scene| all.iter().find(|config| config.scene == *scene).unwrap().clone())
            .collect();
        following(evening)
            .promises(|seen| match &seen.value {
                Some(it) if it.applied != promised => Err(format!(
                    "It returned {}; the promise is {}.",
                    words(&it.applied),
                    words(&promised)
                )),
                _ => Ok(()),
            })
            .usually_means(
                "not-what-was-applied",
                "That is not what the lamps did. The picture has every move that they made, in order.",
                |seen| {
                    let moves = seen.spans(LAMPS);
                    let listed = |applied: &[Config]| {
                        let same = |(span, config): (&&Span, &Config)| is_to(span, &config.scene);
                        moves.len() == applied.len() && moves.iter().zip(applied).all(same)
                    };
                    !seen.value.as_ref().is_some_and(|it| listed(&it.applied))
                },
            )
            .kept()
    };
    returning(busy, &["dawn", "dusk", "fog"]).and(returning(none, &["moon"]))
}

#[test]
fn nothing_is_left_running() -> Kept {
    let tidy = |evening| following(evening).leaves_nothing_running().kept();
    tidy(evening("dawn", &[wait(500), set("noon"), wait(8_000)]))
        .and(tidy(evening("dawn", &[wait(5_000), set("night")])))
}

/// What the moves of the lamps are called in the picture, up to the scene.
const LAMPS: &str = "lamps to ";

/// An evening at the desk, and lamps that follow it.
struct Evening {
    first: Config,
    cues: Vec<Cue>,
    /// How long it takes before the lamps can follow.
    warming_up: Duration,
}

/// What came of following.
struct Followed {
    applied: Vec<Config>,
    returned: Duration,
}

/// The lamps are promised to be sent to these scenes, each at its time in milliseconds.
fn moving(evening: Evening, promised: &[(&str, u64)]) -> Kept {
    following(evening)
        .promises(|seen| {
            let moves = seen.spans(LAMPS);
            for (place, (scene, at)) in promised.iter().enumerate() {
                let at = Duration::from_millis(*at).as_secs_f64();
                let Some(span) = moves.get(place) else {
                    return Err(format!(
                        "The lamps were not moved to {scene}; the promise is that they are, at {at} s."
                    ));
                };
                let (went_to, began) = (&span.name[LAMPS.len()..], span.start.as_secs_f64());
                if went_to != *scene {
                    return Err(format!(
                        "At {began} s the lamps were sent to {went_to}; the promise is {scene}, at {at} s."
                    ));
                } else if began != at {
                    return Err(format!(
                        "The lamps were sent to {scene} at {began} s; the promise is {at} s."
                    ));
                }
            }
            match moves.get(promised.len()) {
                None => Ok(()),
                Some(more) => Err(format!(
                    "At {} s the lamps were moved once more, to {}; the promise is that they rest.",
                    more.start.as_secs_f64(),
                    &more.name[LAMPS.len()..]
                )),
            }
        })
        .kept()
}

/// The lamps follow, with the mistakes to be made in any evening.
fn following(evening: Evening) -> Run<Followed> {
    let settings = evening.settings();
    let end = evening.closes();
    let begins = evening.warming_up;
    let in_force = |at: Duration| settings.iter().rfind(|(set, _)| *set <= at);
    // What was set when, or was there when it began.
    let first = in_force(begins).map(|(_, scene)| scene.clone()).unwrap_or_default();
    let last = settings.last().cloned().unwrap_or_default();
    judge::run(move || async move {
        let began = Instant::now();
        let (desk, rx) = channel(evening.first);
        let lamps = async {
            if !begins.is_zero() {
                fetch("warming up", begins).await;
            }
            let applied = follow(rx).await;
            Followed { applied, returned: began.elapsed() }
        };
        tokio::join!(lamps, operate(desk, evening.cues)).0
    })
    .usually_means(
        "nothing-moved",
        "The lamps were never moved at all: that is what move_lamps does, once it is awaited.",
        |seen| {
            let listed = seen.value.as_ref().is_some_and(|it| !it.applied.is_empty());
            listed && seen.spans(LAMPS).is_empty() && seen.alive == 0
        },
    )
    .usually_means(
        "stopped-too-soon",
        "It returned while the desk was still open. As long as there is a sender, the value can \
         change once more.",
        |seen| seen.value.as_ref().is_some_and(|it| it.returned < end),
    )
    .usually_means(
        "moves-overlap",
        "Two moves were under way at once. There is one set of lamps: wait for a move before you \
         begin another.",
        |seen| overlapping(&seen.spans(LAMPS)).is_some(),
    )
    .usually_means(
        "move-broken-off",
        "A move was dropped half way. A change waits in the channel until you are free; nothing is \
         lost by finishing first.",
        |seen| seen.spans(LAMPS).iter().any(|span| span.fate == Fate::Cancelled),
    )
    .usually_means(
        "first-value-not-applied",
        "What is in the channel at the beginning is no change, and nobody is woken for it. It counts \
         all the same.",
        |seen| {
            let mut moves = seen.spans(LAMPS).into_iter();
            let begun_at_once = |span: &Span| span.start == begins || is_to(span, &first);
            seen.alive == 0 && !moves.next().is_some_and(begun_at_once)
        },
    )
    .usually_means(
        "stale-value",
        "The lamps were sent to what the desk had said before, when it already said something else. \
         A watch channel is no queue: look at it when you are free to act.",
        |seen| {
            let stale = |span: &&Span| in_force(span.start).is_some_and(|now| !is_to(span, &now.1));
            seen.spans(LAMPS).iter().any(stale)
        },
    )
    .usually_means(
        "applied-twice",
        "Nothing had been set since. A receiver keeps in mind whether its value is new to you, and \
         some ways to look at it leave it new.",
        |seen| {
            let twice = |pair: &[&Span]| {
                let (first, second) = (pair[0].start, pair[1].start);
                pair[0].name == pair[1].name
                    && !settings.iter().any(|(set, _)| first < *set && *set <= second)
            };
            seen.spans(LAMPS).windows(2).any(twice)
        },
    )
    .usually_means(
        "waited-for-a-timer",
        "Nothing was set just then, and no move had ended: it was a timer that it waited for, such \
         as a pause between two looks. The receiver wakes you at once.",
        |seen| {
            let moves = seen.spans(LAMPS);
            let reason = |at: Duration| {
                at == begins
                    || settings.iter().any(|(set, _)| *set == at)
                    || moves.iter().any(|span| span.end == at)
            };
            moves.iter().any(|span| !reason(span.start))
        },
    )
    .usually_means(
        "last-change-lost",
        "The last setting of the desk was never applied. A change that comes while you are busy, or \
         just before the sender is dropped, is still in the channel.",
        |seen| {
            let applied = |span: &&Span| span.start >= last.0 && is_to(span, &last.1);
            seen.alive == 0 && !seen.spans(LAMPS).iter().any(applied)
        },
    )
    .usually_means(
        "returned-late",
        "The desk was closed and all was applied before that, and still it waited for something \
         else.",
        |seen| {
            let moves = seen.spans(LAMPS);
            let done = moves.iter().map(|span| span.end).fold(end.max(begins), Duration::max);
            seen.value.as_ref().is_some_and(|it| it.returned > done)
        },
    )
}

fn returned_at(seen: &Seen<Followed>, at: Duration) -> Result<(), String> {
    match &seen.value {
        Some(it) if it.returned != at => Err(format!(
            "It returned at {} s; the promise is {} s, when nothing more can come.",
            it.returned.as_secs_f64(),
            at.as_secs_f64()
        )),
        _ => Ok(()),
    }
}

fn is_to(span: &Span, scene: &str) -> bool {
    span.name.strip_prefix(LAMPS) == Some(scene)
}

fn overlapping<'a>(moves: &[&'a Span]) -> Option<(&'a Span, &'a Span)> {
    moves.windows(2).find(|pair| pair[1].start < pair[0].end).map(|pair| (pair[0], pair[1]))
}

fn words(configs: &[Config]) -> String {
    let words: Vec<String> = configs.iter().map(ToString::to_string).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

impl Evening {
    fn warming_up_for(mut self, milliseconds: u64) -> Evening {
        self.warming_up = Duration::from_millis(milliseconds);
        self
    }

    /// When the desk is set, and to which scene; first what it is set to at the beginning.
    fn settings(&self) -> Vec<(Duration, String)> {
        let mut now = Duration::ZERO;
        let mut settings = vec![(now, self.first.scene.clone())];
        for cue in &self.cues {
            match cue {
                Cue::Wait(lasts) => now += *lasts,
                Cue::Set(config) => settings.push((now, config.scene.clone())),
            }
        }
        settings
    }

    fn closes(&self) -> Duration {
        let lasts = |cue: &Cue| match cue {
            Cue::Wait(lasts) => *lasts,
            Cue::Set(_) => Duration::ZERO,
        };
        self.cues.iter().map(lasts).sum()
    }

    fn all_configs(&self) -> Vec<Config> {
        let set = self.cues.iter().filter_map(|cue| match cue {
            Cue::Set(config) => Some(config.clone()),
            Cue::Wait(_) => None,
        });
        [self.first.clone()].into_iter().chain(set).collect()
    }
}

fn evening(first: &str, cues: &[Cue]) -> Evening {
    Evening { first: config(first), cues: cues.to_vec(), warming_up: Duration::ZERO }
}

fn wait(milliseconds: u64) -> Cue {
    Cue::Wait(Duration::from_millis(milliseconds))
}

fn set(scene: &str) -> Cue {
    Cue::Set(config(scene))
}

/// Lamps for a scene. How bright they are is another in every run: only the desk tells it.
fn config(scene: &str) -> Config {
    static SLIDER: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    let brightness = SLIDER.hash_one(scene) % 100 + 1;
    Config { scene: scene.to_owned(), brightness: brightness as u32 }
}
