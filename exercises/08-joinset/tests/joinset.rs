//! The promises of `thumbnails`. Each runs on a clock that jumps, so seconds cost nothing and are
//! exact. The last digit of a photo's number is the seconds it takes; box 66 gives errors, and
//! box 77 panics. No two failures come at the same instant: who wins a tie is no promise.

mod model;

use futures::FutureExt;
use joinset::given::{Damaged, shows};
use joinset::thumbnails;
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;
use tokio::time::timeout;

type Outcome = anyhow::Result<Vec<String>>;

const FEW: &[u32] = &[1007, 2002, 1005, 3001, 1004];

#[test]
fn the_thumbnails_come_in_the_order_of_the_photos() -> Kept {
    showing(FEW).kept()
}

#[test]
fn none_one_or_the_same_photo_twice_is_no_special_case() -> Kept {
    let none = showing(&[]).takes(Duration::ZERO).kept();
    let one = showing(&[1204]).takes(4 * SECOND).kept();
    none.and(one).and(showing(&[1201, 1202, 1202, 1203]).takes(3 * SECOND).kept())
}

#[test]
fn all_photos_are_rendered_at_the_same_time() -> Kept {
    rendering(FEW)
        .at_once("photo", FEW.len())
        .takes(7 * SECOND)
        .usually_means("limited", LIMITED, |seen| {
            let at_first = |span: &&Span| span.start.is_zero();
            let begun = seen.timeline.spans.iter().filter(at_first).count();
            begun > 1 && begun < seen.timeline.spans.len()
        })
        .kept()
}

#[test]
fn the_first_error_ends_it_at_once() -> Kept {
    let ends = |ids: &[u32], at| noticing(ids).takes(at).kept();
    let few = ends(&[1005, 6603, 1009], 3 * SECOND)
        .and(ends(&[6601, 1009], SECOND))
        .and(ends(&[1001, 1002, 6607, 1008, 6604], 4 * SECOND));
    // Whoever comes as far as this looks at each of a few results when it comes.
    let crowd: Vec<u32> = [1005, 6601].into_iter().chain(many()).collect();
    let in_a_crowd = failing(&crowd)
        .takes(SECOND)
        .usually_means("looked-at-in-order", LOOKED_AT_IN_ORDER, noticed_late)
        .kept();
    few.and(in_a_crowd)
}

#[test]
fn an_error_names_its_photo_and_what_was_wrong() -> Kept {
    let names = |ids: &[u32], id| {
        let all = ids.to_vec();
        failing(ids)
            .promises(move |seen| reads(seen, &all, id, "nothing but mould"))
            .usually_means("no-context", NO_CONTEXT, |seen| {
                error_of(seen).is_some_and(|it| it.is::<Damaged>() && it.chain().count() == 1)
            })
            .kept()
    };
    names(&[1005, 1001, 1009, 6603], 6603).and(names(&[6612, 4006, 4005], 6612))
}

#[test]
fn a_panic_becomes_an_error_that_names_its_photo() -> Kept {
    let names = |ids: &[u32], id| {
        let all = ids.to_vec();
        failing(ids)
            .promises(move |seen| reads(seen, &all, id, "panic"))
            .usually_means("number-of-the-task", NUMBER_OF_THE_TASK, |seen| {
                let error = error_of(seen).map(|error| format!("{error:#}"));
                error.is_some_and(|it| names_a_task(&it) && others_in(&it).is_empty())
            })
            .kept()
    };
    names(&[1005, 1001, 1009, 7703], 7703)
        .and(names(&[7712, 4006, 4005], 7712))
        .and(names(&[7708, 4001, 7704], 7704))
}

#[test]
fn a_panic_ends_it_at_once_like_any_error() -> Kept {
    let ends = |ids: &[u32], at| noticing(ids).takes(at).leaves_nothing_running().kept();
    ends(&[1005, 7703, 1009], 3 * SECOND).and(ends(&[1001, 1006, 7708, 7704], 4 * SECOND))
}

#[test]
fn an_error_ends_the_other_renders_at_that_moment() -> Kept {
    noticing(&[1005, 6603, 1001, 1009])
        .cancels("photo 1005", 3 * SECOND)
        .cancels("photo 1009", 3 * SECOND)
        .leaves_nothing_running()
        .kept()
}

#[test]
fn of_several_failures_the_first_one_counts() -> Kept {
    let first = |ids: &[u32], id| {
        let all = ids.to_vec();
        noticing(ids).promises(move |seen| is_about(seen, &all, id)).kept()
    };
    first(&[1001, 6608, 6607, 6604], 6604).and(first(&[6605, 6602, 1001, 6609], 6602))
}

#[test]
fn when_it_is_dropped_midway_every_render_ends_with_it() -> Kept {
    // No round number: whoever looks round for orphans from time to time does not look just then.
    let at = Duration::from_millis(2_345);
    let ids = || vec![1005, 1001, 1009, 1004];
    let right_away = judge::run(move || async move { thumbnails(ids()).now_or_never() });
    let midway = judge::run(move || async move { timeout(at, thumbnails(ids())).await.ok() });
    let midway = abandoned(midway)
        .cancels("photo 1005", at)
        .cancels("photo 1009", at)
        .cancels("photo 1004", at)
        .leaves_nothing_running();
    midway.kept().and(abandoned(right_away).leaves_nothing_running().kept())
}

#[test]
fn when_all_went_well_nothing_is_left_running() -> Kept {
    rendering(FEW).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_photos() -> Kept {
    judge::any_input(model::cases)
}

/// As many photos as a page may have, quick ones and slow ones mixed.
fn many() -> Vec<u32> {
    (0..400).map(|n| 5000 + n * 7 % 400).collect()
}

/// The rendering of photos that can all be rendered.
fn rendering(ids: &[u32]) -> Run<Outcome> {
    run(ids).promises(|seen| match error_of(seen) {
        Some(error) => Err(format!("It failed: \"{error:#}\"; the promise is all the thumbnails.")),
        None => Ok(()),
    })
}

/// The same, looked at for what is shown in which place.
fn showing(ids: &[u32]) -> Run<Outcome> {
    let (all, sure) = (ids.to_vec(), ids.to_vec());
    rendering(ids)
        .promises(shows_all(ids))
        .usually_means("results-reordered", RESULTS_REORDERED, move |seen| {
            let same = |got: &[String]| all.iter().all(|id| missing(got, &all, *id) == 0);
            names_of(seen)
                .is_some_and(|got| got.len() == all.len() && !in_order(got, &all) && same(got))
        })
        .usually_means("waited-for-a-namesake", WAITED_FOR_A_NAMESAKE, |seen| {
            let photos = seen.spans("photo");
            let overlap = |pair: &[&Span]| pair[1].start < pair[0].end;
            photos.windows(2).any(overlap) && judge::waits_for_a_namesake(&photos)
        })
        .usually_means("number-for-a-place", NUMBER_FOR_A_PLACE, move |seen| {
            let twice = |id: u32| sure.iter().filter(|other| **other == id).count() > 1;
            let only_twice = |got: &[String]| {
                sure.iter().all(|id| missing(got, &sure, *id) == 0 || twice(*id))
                    && sure.iter().any(|id| missing(got, &sure, *id) > 0)
            };
            names_of(seen).is_some_and(|got| !in_order(got, &sure) && only_twice(got))
        })
}

/// The rendering of photos of which at least one fails.
fn failing(ids: &[u32]) -> Run<Outcome> {
    let photos = ids.len();
    run(ids)
        .expects_a_panic()
        .promises(move |seen| match &seen.value {
            Some(Ok(names)) => Err(format!(
                "It returned Ok and {} of {photos} thumbnails; the promise is an error.",
                names.iter().filter(|name| !name.is_empty()).count()
            )),
            Some(Err(error)) if error.is::<WentThrough>() => {
                Err(format!("It panicked: {}; the promise is an error.", WentThrough::WORDS))
            }
            _ => Ok(()),
        })
        .usually_means("panic-went-through", PANIC_WENT_THROUGH, |seen| {
            error_of(seen).is_some_and(|error| error.is::<WentThrough>())
        })
        .usually_means("failure-swallowed", FAILURE_SWALLOWED, |seen| {
            matches!(seen.value, Some(Ok(_))) && first_failure(seen).is_some()
        })
}

/// The same, looked at for when it ends and what ends with it.
fn noticing(ids: &[u32]) -> Run<Outcome> {
    failing(ids)
        .usually_means("waited-for-all", WAITED_FOR_ALL, |seen| {
            let completed = |span: &Span| span.fate == Fate::Completed;
            noticed_late(seen) && seen.timeline.spans.iter().all(completed)
        })
        .usually_means("noticed-too-late", NOTICED_TOO_LATE, noticed_late)
        .usually_means("task-not-aborted", TASK_NOT_ABORTED, goes_on)
}

/// A run whose future was dropped before it had a result.
fn abandoned(run: Run<Option<Outcome>>) -> Run<Option<Outcome>> {
    run.promises(|seen| match &seen.value {
        Some(Some(_)) => Err(
            "It had its result before its photos can be rendered; the promise is that it renders \
             them."
                .to_owned(),
        ),
        _ => Ok(()),
    })
    .usually_means("outlives-its-owner", OUTLIVES_ITS_OWNER, goes_on)
}

fn run(ids: &[u32]) -> Run<Outcome> {
    let ids = ids.to_vec();
    judge::run(move || async move {
        let rendered = AssertUnwindSafe(thumbnails(ids)).catch_unwind().await;
        rendered.unwrap_or_else(|panic| match panic.downcast_ref::<&str>() {
            Some(&WentThrough::WORDS) => Err(WentThrough.into()),
            _ => resume_unwind(panic),
        })
    })
    .usually_means("refused", REFUSED, |seen| {
        seen.timeline.spans.is_empty() && error_of(seen).is_some()
    })
}

/// The renderer's own panic, which came out of `thumbnails`.
#[derive(Debug)]
struct WentThrough;

impl WentThrough {
    const WORDS: &str = "a double exposure";
}

impl fmt::Display for WentThrough {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::WORDS)
    }
}

impl Error for WentThrough {}

const REFUSED: &str =
    "It gave that error before any photo was rendered. No list is an error by itself.";

const RESULTS_REORDERED: &str = "These are the right thumbnails in another order. Each belongs \
     where its photo stands in the list, whichever is done first.";

const NUMBER_FOR_A_PLACE: &str = "A photo that is in the list twice is not shown twice. Each place \
     needs its own thumbnail, and two places can have the same number.";

const WAITED_FOR_A_NAMESAKE: &str = "A photo that is in the list twice was rendered only when its \
     first render was over. All renders begin at once, whatever they are of.";

const LIMITED: &str = "Only so many are under way at a time: there is a limit, or one batch is \
     waited for before the next begins. Here all are to begin at once.";

const NO_CONTEXT: &str = "This is the renderer's own error with nothing added, and it knows nothing \
     of numbers. anyhow's `context` puts a line of yours on top of it.";

const NUMBER_OF_THE_TASK: &str = "The number in it is the task's, which the runtime gave out. Which \
     photo a task was for, only you can know: note it down when you spawn.";

const PANIC_WENT_THROUGH: &str = "The panic of one render went on through everything above it. At \
     the edge of a task a panic stops, and becomes an Err for whoever awaits the task.";

const FAILURE_SWALLOWED: &str = "One render had failed, and what it left behind was passed over. An \
     Err stops nobody until you look at it, and a panicked task is an Err too.";

const TASK_NOT_ABORTED: &str = "It returned, and its tasks go on: dropping a JoinHandle does not \
     stop a task. Tasks need an owner that aborts them when it goes.";

const OUTLIVES_ITS_OWNER: &str = "The future was dropped, and its tasks go on: they belong to the \
     runtime. At such a moment no line of yours runs, only Drop does. What owns the tasks has to \
     abort them in its Drop.";

const WAITED_FOR_ALL: &str = "One render had failed before that, and still it waited until the last \
     was done. Look at each result when it comes, not when all have come.";

const NOTICED_TOO_LATE: &str = "One render had failed before that, and still it waited for something \
     else, such as a render that stands earlier in the list. Any may be the first to fail.";

const LOOKED_AT_IN_ORDER: &str = "Among a few photos the first failure ended it at once, among \
     hundreds it does not: of a long list, it looks at the results in their order. (try_join_all \
     does so with more than thirty futures, whatever its page says.)";

fn goes_on<T>(seen: &Seen<T>) -> bool {
    seen.alive > 0 && seen.timeline.spans.iter().any(|span| span.fate == Fate::Running)
}

fn error_of(seen: &Seen<Outcome>) -> Option<&anyhow::Error> {
    seen.value.as_ref()?.as_ref().err()
}

/// When the first render failed.
fn first_failure(seen: &Seen<Outcome>) -> Option<Duration> {
    let failed = |line: &str| line.ends_with(": damaged") || line.ends_with(": panics");
    seen.timeline.said.iter().find(|said| failed(&said.line)).map(|said| said.at)
}

fn noticed_late(seen: &Seen<Outcome>) -> bool {
    error_of(seen).is_some() && first_failure(seen).is_some_and(|at| at < seen.elapsed)
}

fn names_of(seen: &Seen<Outcome>) -> Option<&[String]> {
    Some(seen.value.as_ref()?.as_ref().ok()?)
}

/// Whether each name is that of the thumbnail of the photo in its place. (The first thing to ask:
/// to look for each photo among all names takes long where there are hundreds.)
fn in_order(names: &[String], ids: &[u32]) -> bool {
    names.len() == ids.len() && names.iter().zip(ids).all(|(name, id)| shows(name, *id))
}

/// How many thumbnails of photo `id` are missing among `names`, if it is to be there for each of
/// its places in `ids`.
fn missing(names: &[String], ids: &[u32], id: u32) -> usize {
    let places = ids.iter().filter(|other| **other == id).count();
    places.saturating_sub(names.iter().filter(|name| shows(name, id)).count())
}

fn shows_all(ids: &[u32]) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    let ids = ids.to_vec();
    move |seen| {
        let Some(names) = names_of(seen) else { return Ok(()) };
        if names.len() != ids.len() {
            return Err(format!(
                "It returned {} thumbnails for {} photos; the promise is one for each.",
                names.len(),
                ids.len()
            ));
        }
        let mut pairs = names.iter().zip(&ids).enumerate();
        match pairs.find(|(_, (name, id))| !shows(name, **id)) {
            None => Ok(()),
            Some((place, (name, id))) => Err(format!(
                "In place {} of {} stands \"{name}\"; the promise is the thumbnail of photo {id}.",
                place + 1,
                ids.len()
            )),
        }
    }
}

/// The failure of photo `id` is reported, in whatever words.
fn is_about(seen: &Seen<Outcome>, ids: &[u32], id: u32) -> Result<(), String> {
    let Some(error) = error_of(seen).map(|error| format!("{error:#}")) else { return Ok(()) };
    let named = numbers_in(&error);
    if named.contains(&id) {
        return Ok(());
    }
    let other = named.iter().find(|named| ids.contains(named));
    let before = other.map_or(String::new(), |other| format!(" before {other}"));
    Err(format!(
        "Its error reads \"{error}\"; the promise is the first failure, and photo {id} failed{before}."
    ))
}

fn reads(seen: &Seen<Outcome>, ids: &[u32], id: u32, wrong: &str) -> Result<(), String> {
    error_of(seen).map_or(Ok(()), |error| blames(&format!("{error:#}"), ids, id, wrong))
}

/// The error names photo `id`, no other of `ids`, and what was wrong, in small letters or large.
fn blames(error: &str, ids: &[u32], id: u32, wrong: &str) -> Result<(), String> {
    let named = numbers_in(error);
    if !named.contains(&id) {
        return Err(format!(
            "Its error reads \"{error}\"; the promise is that it names the photo, {id}."
        ));
    }
    if let Some(other) = others_in(error).iter().find(|named| **named != id && ids.contains(named))
    {
        return Err(format!(
            "Its error reads \"{error}\"; it names {other} too, though {id} is the one that failed."
        ));
    }
    let words = error.to_lowercase();
    if !words.contains(wrong) {
        return Err(format!(
            "Its error reads \"{error}\"; the promise is that it says what was wrong, \"{wrong}\"."
        ));
    }
    if wrong != "panic" && words.contains("panic") {
        return Err(format!(
            "Its error reads \"{error}\"; the promise is that it says what was wrong, and photo {id} \
             did not panic."
        ));
    }
    Ok(())
}

/// The numbers in a text but for those of tasks, as tokio's errors tell them: `task 17`, `Id(17)`.
fn others_in(error: &str) -> Vec<u32> {
    let parts = error.split("task ").enumerate();
    let mut numbers = Vec::new();
    for (nth, part) in parts {
        let part =
            if nth == 0 { part } else { part.trim_start_matches(|c: char| c.is_ascii_digit()) };
        for (nth, part) in part.split("Id(").enumerate() {
            let after = part.trim_start_matches(|c: char| c.is_ascii_digit());
            numbers.extend(numbers_in(if nth == 0 { part } else { after }));
        }
    }
    numbers
}

fn numbers_in(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Whether this has tokio's own words for a panicked task.
fn names_a_task(error: &str) -> bool {
    error.split_once("task ").is_some_and(|(_, rest)| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" panicked")
    })
}
