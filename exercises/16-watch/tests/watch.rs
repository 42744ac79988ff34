//! The promises of `follow`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! A move takes two seconds, and nothing is set at the very moment at which one ends.

mod model;

use judge::{Fate, Kept, Run, Seen, Span};
use lab::fetch;
use std::collections::hash_map::RandomState;
use std::fmt::Display;
use std::hash::BuildHasher;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::watch::channel;
use tokio::task::yield_now;
use tokio::time::Instant;
use watch::follow;
use watch::given::{Config, Cue, operate};

#[test]
fn what_is_set_at_the_beginning_is_applied_at_once() -> Kept {
    let closed_already = evening("dusk", &[], 1_000).warming_up_for(3_000);
    moving(evening("dawn", &[], 9_000), &[("dawn", 0)])
        .and(moving(closed_already, &[("dusk", 3_000)]))
}

#[test]
fn a_change_is_applied_the_moment_it_is_made() -> Kept {
    // What was there at first comes back, and that is a change as well.
    let slow = evening("dawn", &[(5_000, "storm"), (11_300, "dawn"), (14_350, "fog")], 21_350);
    // The same scene, but brighter: that is not where the lamps are already.
    let brighter = evening("dusk", &[(3_000, "dusk!")], 7_000);
    moving(slow, &[("dawn", 0), ("storm", 5_000), ("dawn", 11_300), ("fog", 14_350)])
        .and(moving(brighter, &[("dusk", 0), ("dusk", 3_000)]))
}

#[test]
fn of_all_changes_during_a_move_only_the_last_is_applied() -> Kept {
    let three = evening("dawn", &[(500, "noon"), (1_000, "dusk"), (1_500, "storm")], 10_500);
    moving(three, &[("dawn", 0), ("storm", 2_000)])
}

#[test]
fn what_was_set_before_it_began_is_applied_once() -> Kept {
    let before = [(1_000, "noon"), (2_000, "storm")];
    moving(evening("dawn", &before, 11_000).warming_up_for(3_000), &[("storm", 3_000)])
}

#[test]
fn a_change_just_before_the_desk_is_closed_is_applied() -> Kept {
    let at_rest = evening("dawn", &[(5_000, "night")], 5_000);
    let on_the_way = evening("dawn", &[(500, "noon"), (1_200, "night")], 1_200);
    moving(at_rest, &[("dawn", 0), ("night", 5_000)])
        .and(moving(on_the_way, &[("dawn", 0), ("night", 2_000)]))
}

#[test]
fn it_returns_when_the_desk_is_closed_and_all_is_applied() -> Kept {
    let returning = |evening, at: u64| {
        let at = Duration::from_millis(at);
        let check = |seen: &Seen<Followed>| match &seen.value {
            Some(it) if it.returned != at => Err(format!(
                "It returned at {}; the promise is {}, when nothing more can come.",
                judge::time(it.returned),
                judge::time(at)
            )),
            _ => Ok(()),
        };
        following(evening).promises(check).kept()
    };
    // What is said again may count or not, but it is not the end.
    let again = evening("dawn", &[(3_000, "dawn"), (6_000, "fog")], 10_000);
    returning(evening("dawn", &[], 1_000), 2_000)
        .and(returning(evening("dawn", &[(5_000, "noon")], 3_505_037), 3_505_037))
        .and(returning(evening("dawn", &[(5_000, "night")], 5_300), 7_000))
        .and(returning(again, 10_000))
}

#[test]
fn every_move_is_finished_before_the_next_begins() -> Kept {
    let busy = [(300, "noon"), (1_200, "dusk"), (2_700, "fog"), (3_100, "night")];
    let check = |seen: &Seen<Followed>| {
        let moves = seen.spans(LAMPS);
        if let Some(broken_off) = moves.iter().find(|it| it.fate == Fate::Cancelled) {
            let (what, at) = (&broken_off.name, judge::time(broken_off.end));
            Err(format!(
                "{what} was broken off at {at}; the promise is that every move is finished."
            ))
        } else if let Some((first, second)) = overlapping(&moves) {
            let (first, second) = (&first.name, &second.name);
            Err(format!(
                "{second} began before {first} had ended; the promise is one move at a time."
            ))
        } else {
            Ok(())
        }
    };
    following(evening("dawn", &busy, 12_100)).promises(check).kept()
}

#[test]
fn it_returns_what_was_applied_in_order() -> Kept {
    let returning = |evening, scenes: &[&str]| {
        let promised = words(scenes.iter().map(|scene| config(scene)));
        let check = |seen: &Seen<Followed>| {
            let returned = seen.value.as_ref().map(|it| words(&it.applied));
            match returned {
                Some(returned) if returned != promised => {
                    Err(format!("It returned {returned}; the promise is {promised}."))
                }
                Some(returned) if returned != lamps_went_to(seen) => Err(format!(
                    "It returned {returned}, and had moved the lamps to {}.",
                    lamps_went_to(seen)
                )),
                _ => Ok(()),
            }
        };
        following(evening)
            .promises(check)
            .usually_means(
                "not-what-was-applied",
                "That is not what the lamps did. The picture has every move that they made, in order.",
                |seen| seen.value.as_ref().is_some_and(|it| words(&it.applied) != lamps_went_to(seen)),
            )
            .kept()
    };
    let busy = evening("dawn", &[(500, "noon"), (1_000, "dusk"), (7_000, "fog")], 12_000);
    returning(busy, &["dawn", "dusk", "fog"])
}

#[test]
fn nothing_is_left_running() -> Kept {
    let tidy = |evening| {
        let check = |seen: &Seen<Followed>| match left(seen) {
            0 => Ok(()),
            n => Err(format!(
                "When it returned, {n} spawned task{} still running; the promise is none.",
                if n == 1 { " was" } else { "s were" }
            )),
        };
        following(evening).promises(check).leaves_nothing_running().kept()
    };
    let at_rest = evening("dawn", &[(5_000, "night")], 5_000);
    tidy(evening("dawn", &[(500, "noon")], 8_500)).and(tidy(at_rest))
}

#[test]
fn all_of_this_holds_for_whatever_evening() -> Kept {
    judge::any_input(model::cases)
}

/// What the moves of the lamps are called in the picture, up to the scene.
const LAMPS: &str = "lamps to ";

/// An evening at the desk, and lamps that follow it.
struct Evening {
    /// When the desk is set; first what it says at the beginning.
    settings: Vec<(Duration, Config)>,
    closes: Duration,
    /// How long it takes before the lamps can follow.
    warming_up: Duration,
}

/// What came of following.
struct Followed {
    applied: Vec<Config>,
    returned: Duration,
    /// How many tasks are alive that were not when it began.
    left: usize,
}

/// The lamps are promised to be sent to these scenes, each at its time in milliseconds.
fn moving(evening: Evening, promised: &[(&str, u64)]) -> Kept {
    following(evening)
        .promises(|seen| {
            let moves = seen.spans(LAMPS);
            for (place, (scene, at)) in promised.iter().enumerate() {
                let at = judge::time(Duration::from_millis(*at));
                let Some(span) = moves.get(place) else {
                    let again = promised[..place].iter().any(|(before, _)| before == scene);
                    let again = if again { " once more" } else { "" };
                    return Err(format!(
                        "The lamps were not moved to {scene}{again}; the promise is that they are, at {at}."
                    ));
                };
                let (went_to, began) = (&span.name[LAMPS.len()..], judge::time(span.start));
                if went_to != *scene {
                    return Err(format!(
                        "At {began} the lamps were sent to {went_to}; the promise is {scene}, at {at}."
                    ));
                } else if began != at {
                    return Err(format!(
                        "The lamps were sent to {scene} at {began}; the promise is {at}."
                    ));
                }
            }
            match moves.get(promised.len()) {
                None => Ok(()),
                Some(more) => Err(format!(
                    "At {} the lamps were moved once more, to {}; the promise is that they rest.",
                    judge::time(more.start),
                    &more.name[LAMPS.len()..]
                )),
            }
        })
        .kept()
}

/// The lamps follow, with the mistakes to be made in any evening.
fn following(evening: Evening) -> Run<Followed> {
    let Evening { settings, closes: end, warming_up: begins } = evening;
    let cues = cues(&settings, end);
    let at_first = settings[0].1.clone();
    let settings: Vec<_> = settings.into_iter().map(|(set, config)| (set, config.scene)).collect();
    let in_force = |at: Duration| settings.iter().rfind(|(set, _)| *set <= at);
    // What was set when, or was there when it began.
    let first = in_force(begins).map(|(_, scene)| scene.clone()).unwrap_or_default();
    let last = settings.last().cloned().unwrap_or_default();
    let only_brighter = settings.len() > 1 && settings[0].1 == last.1;
    // The lamps were sent once more to where they were, and nothing had been set meanwhile.
    let is_old = |pair: &[&Span]| {
        let (first, second) = (pair[0].start, pair[1].start);
        pair[0].name == pair[1].name
            && !settings.iter().any(|(set, _)| first < *set && *set <= second)
    };
    judge::run(move || async move {
        let began = Instant::now();
        let (desk, rx) = channel(at_first);
        let lamps = async {
            if !begins.is_zero() {
                fetch("warming up", begins).await;
            }
            let before = tasks_alive();
            let applied = follow(rx).await;
            let returned = began.elapsed();
            // A task that was told to stop needs a turn for it.
            for _ in 0..8 {
                yield_now().await;
            }
            Followed { applied, returned, left: tasks_alive().saturating_sub(before) }
        };
        tokio::join!(lamps, operate(desk, cues)).0
    })
    .a_block_means(
        "guard-kept",
        "The last thing to happen was that the desk was set during a move. That blocks the thread as \
         long as a guard is alive that borrow gave. A guard that is kept over an .await lives until that \
         is over: clone the value in a line of its own, and at the end of the line the guard is gone.",
        |seen| {
            let moving = seen.spans(LAMPS).last().is_some_and(|span| span.fate == Fate::Running);
            let last = seen.timeline.said.last();
            moving && last.is_some_and(|said| said.line.starts_with("desk: "))
        },
    )
    .usually_means(
        "nothing-moved",
        "The lamps were never moved at all: that is what move_lamps does, once it is awaited.",
        |seen| {
            let listed = seen.value.as_ref().is_some_and(|it| !it.applied.is_empty());
            listed && seen.spans(LAMPS).is_empty() && left(seen) == 0
        },
    )
    .usually_means(
        "moves-overlap",
        "Two moves were under way at once. There is one set of lamps: wait for a move before you \
         begin another.",
        |seen| overlapping(&seen.spans(LAMPS)).is_some(),
    )
    .usually_means(
        "left-running",
        "It returned, and a task that it had spawned went on without it. Dropping a JoinHandle stops \
         no task: await the handle, or abort the task.",
        |seen| left(seen) > 0,
    )
    .usually_means(
        "stopped-too-soon",
        "It returned while the desk was still open. As long as there is a sender, the value can \
         change once more.",
        |seen| seen.value.as_ref().is_some_and(|it| it.returned < end),
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
            !moves.next().is_some_and(begun_at_once)
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
        "left-new",
        "Nothing had been set since. A receiver keeps in mind whether its value is new to you, and \
         some ways to look at it leave it new.",
        |seen| {
            // It was new when the lamps began to follow, and was looked at only then.
            let moves = seen.spans(LAMPS);
            let was_new = settings.len() > 1 && settings[1].0 < begins;
            was_new && moves.len() > 1 && begins < end && moves[1].start == moves[0].end && is_old(&moves[..2])
        },
    )
    .usually_means(
        "closing-is-no-setting",
        "Nothing had been set since. That the desk is closed tells that nothing more will come, and the \
         lamps are where they have to be.",
        |seen| {
            let closed = |pair: &&[&Span]| pair[1].start == pair[0].end.max(end);
            seen.spans(LAMPS).windows(2).filter(closed).any(is_old)
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
        "scene-compared",
        "The scene was set to what it had been, and the brightness was not. A configuration is both.",
        |seen| only_brighter && seen.spans(LAMPS).len() == 1,
    )
    .usually_means(
        "last-change-lost",
        "The last setting of the desk was never applied. A change that comes while you are busy, or \
         just before the sender is dropped, is still in the channel.",
        |seen| {
            let applied = |span: &&Span| span.start >= last.0 && is_to(span, &last.1);
            !seen.spans(LAMPS).iter().any(applied)
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

fn tasks_alive() -> usize {
    Handle::current().metrics().num_alive_tasks()
}

/// How many tasks it left behind.
fn left(seen: &Seen<Followed>) -> usize {
    seen.value.as_ref().map_or(0, |it| it.left)
}

/// What the lamps say that they are on their way to, which has the brightness, too.
fn lamps_went_to(seen: &Seen<Followed>) -> String {
    let said = seen.timeline.said.iter();
    let moves = said.filter_map(|said| said.line.strip_prefix("lamps: on my way to "));
    words(moves)
}

fn is_to(span: &Span, scene: &str) -> bool {
    span.name.strip_prefix(LAMPS) == Some(scene)
}

fn overlapping<'a>(moves: &[&'a Span]) -> Option<(&'a Span, &'a Span)> {
    moves.windows(2).find(|pair| pair[1].start < pair[0].end).map(|pair| (pair[0], pair[1]))
}

fn words(items: impl IntoIterator<Item = impl Display>) -> String {
    let words: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

impl Evening {
    fn warming_up_for(mut self, milliseconds: u64) -> Evening {
        self.warming_up = Duration::from_millis(milliseconds);
        self
    }
}

/// An evening that begins with a scene, goes on with others at their times, and ends, all in
/// milliseconds.
fn evening(first: &str, changes: &[(u64, &str)], closes: u64) -> Evening {
    let all = [(0, first)].into_iter().chain(changes.iter().copied());
    Evening {
        settings: all.map(|(at, scene)| (Duration::from_millis(at), config(scene))).collect(),
        closes: Duration::from_millis(closes),
        warming_up: Duration::ZERO,
    }
}

/// What is done at the desk for that. What is due at one time is done without a pause.
fn cues(settings: &[(Duration, Config)], closes: Duration) -> Vec<Cue> {
    let mut now = Duration::ZERO;
    let mut wait =
        |until| (until > now).then(|| Cue::Wait(until - std::mem::replace(&mut now, until)));
    let mut cues = Vec::new();
    for (at, config) in &settings[1..] {
        cues.extend(wait(*at));
        cues.push(Cue::Set(config.clone()));
    }
    cues.extend(wait(closes));
    cues
}

/// Lamps for a scene, and a little brighter with a "!". How bright they are is another in every run:
/// only the desk tells it.
fn config(scene: &str) -> Config {
    const SCENES: [&str; 7] = ["dawn", "noon", "dusk", "night", "moon", "storm", "fog"];
    static SLIDER: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(()) % 40);
    let (scene, brighter) = scene.strip_suffix('!').map_or((scene, 0), |scene| (scene, 1));
    let place = SCENES.iter().position(|known| *known == scene).expect("a scene of these");
    // No two scenes are equally bright.
    let brightness = *SLIDER as u32 + 8 * place as u32 + 1 + brighter;
    Config { scene: scene.to_owned(), brightness }
}
