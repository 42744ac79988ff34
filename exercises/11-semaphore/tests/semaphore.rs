//! The promises of `call_partners`. Each runs on a clock that jumps, so seconds cost nothing and are
//! exact. Which of the waiting jobs is next is no promise; that one of them is, at once, is one.

use futures::future::join;
use judge::{Kept, Run, Seen, Span};
use lab::SECOND;
use semaphore::call_partners;
use semaphore::given::{Job, Reply};
use std::collections::BTreeSet;
use std::time::Duration;

const NORTH: [&str; 9] =
    ["ahrens", "brandt", "claussen", "dahl", "ekberg", "frost", "greve", "holm", "iversen"];
const SOUTH: [&str; 6] = ["arenas", "bellini", "cortez", "dupont", "esposito", "ferrer"];

#[test]
fn every_job_gets_its_reply_in_the_order_of_the_list() -> Kept {
    let in_order = |takes: &[u64], limit| {
        let list = List::new(&NORTH, takes, limit);
        let promised = list.partners.clone();
        calling(list).promises(move |seen| replies_are(seen, &promised)).kept()
    };
    in_order(&[50, 20, 10, 40, 10], 2)
        .and(in_order(&[30, 10, 20], 8))
        .and(in_order(&[10, 900, 10], 2))
        .and(in_order(&[10], 1))
        .and(in_order(&[], 3))
}

#[test]
fn never_are_more_calls_under_way_than_the_limit() -> Kept {
    let within = |takes: &[u64], limit| {
        let list = List::new(&NORTH, takes, limit);
        let partners = list.partners.clone();
        calling(list).promises(move |seen| within_limit(&calls(seen, &partners), limit)).kept()
    };
    within(&[20, 50, 10, 30, 20, 10], 2)
        .and(within(&[20, 10, 30], 1))
        .and(within(&[40, 10, 20, 10, 30, 20, 10, 20], 5))
        .and(within(&many(), 7))
}

#[test]
fn as_many_calls_as_the_limit_allows_begin_at_once() -> Kept {
    let begin = |takes: &[u64], limit, promised| {
        calling(List::new(&NORTH, takes, limit))
            .promises(move |seen| begun_at_once(seen, promised))
            .kept()
    };
    begin(&[30, 20, 40, 10, 20], 3, 3)
        .and(begin(&[20, 10, 40, 20, 10, 50, 10, 20], 6, 6))
        .and(begin(&[20, 30, 10], 12, 3))
        .and(begin(&[20, 10], 1, 1))
}

#[test]
fn a_line_that_is_free_goes_to_the_next_job_at_that_moment() -> Kept {
    let always_used = |takes: &[u64], limit| {
        let list = List::new(&NORTH, takes, limit);
        let partners = list.partners.clone();
        calling(list).promises(move |seen| never_idle(&calls(seen, &partners), limit)).kept()
    };
    always_used(&[10, 50, 20, 10, 10, 30], 2)
        .and(always_used(&[10, 10, 60, 20, 30, 10, 20, 10], 3))
        .and(always_used(&[20, 10], 1))
        .and(always_used(&many(), 4))
}

#[test]
fn it_returns_when_the_last_call_is_over_and_leaves_nothing_running() -> Kept {
    let ends = |takes: &[u64], limit| {
        calling(List::new(&NORTH, takes, limit))
            .promises(ends_with_the_last)
            .leaves_nothing_running()
            .kept()
    };
    ends(&[10, 40, 20, 20, 10], 2).and(ends(&[20, 30], 4)).and(ends(&[], 2))
}

#[test]
fn two_lists_at_the_same_time_have_a_limit_each() -> Kept {
    let north = List::new(&NORTH, &[30, 10, 20], 1);
    let south = List::new(&SOUTH, &[20, 40, 10], 1);
    let (ours, theirs) = (north.partners.clone(), south.partners.clone());
    judge::run(|| join(call_partners(north.jobs, 1), call_partners(south.jobs, 1)))
        .promises(|seen| {
            // Whether a list on its own keeps to its limit is another promise's business.
            let kept = most_under_way(&seen.spans("call ")) <= 2;
            for calls in [calls(seen, &ours), calls(seen, &theirs)] {
                if begun_by(&calls, Duration::ZERO) == 0 {
                    return Err(
                        "Two lists with a limit of 1 each began together, and one of them \
                                had no line at the start; the promise is a limit for each."
                            .to_owned(),
                    );
                }
                if kept {
                    within_limit(&calls, 1)?;
                }
            }
            Ok(())
        })
        .usually_means(
            "shared-limit",
            "The two lists shared one limit. What counts the calls has to be made anew for each \
             list, inside the function: a static is the same for all.",
            |seen| most_under_way(&seen.spans("call ")) == 1,
        )
        .kept()
}

/// A list of jobs, and whom it calls.
struct List {
    jobs: Vec<Job>,
    partners: Vec<String>,
    limit: usize,
}

impl List {
    /// One job for each of `takes`, which are in tenths of a second.
    fn new(names: &[&str], takes: &[u64], limit: usize) -> List {
        let name = |i: usize| match names.get(i) {
            Some(name) => (*name).to_owned(),
            None => format!("haulier {}", i + 1),
        };
        let partners: Vec<String> = (0..takes.len()).map(name).collect();
        let jobs = partners.iter().zip(takes);
        let jobs = jobs.map(|(partner, takes)| Job::new(partner, SECOND / 10 * *takes as u32));
        List { jobs: jobs.collect(), partners, limit }
    }
}

/// A list too long for a few lines of code to have been made for it.
fn many() -> Vec<u64> {
    (1..=45).map(|i| 5 + i * 7 % 11).collect()
}

/// `call_partners` on a list, with the mistakes to be made with any.
fn calling(list: List) -> Run<Vec<Reply>> {
    let List { jobs, partners, limit } = list;
    let all = partners.len();
    judge::run(move || call_partners(jobs, limit))
        .usually_means(
            "no-limit",
            "Nothing held any call back. A permit counts only while its guard lives: `let _ = …` \
             drops it on the spot, and the end of its scope drops it too.",
            |seen| all > limit && begun_by(&seen.spans("call "), Duration::ZERO) == all,
        )
        .usually_means(
            "one-after-another",
            "Each call began only when the one before it had ended. An .await in a loop does that: it \
             holds up the next round. Have all of them under way, and let each wait for its permit.",
            |seen| limit > 1 && all > 1 && in_groups(&seen.spans("call ")) == Some(1),
        )
        .usually_means(
            "in-batches",
            "The calls came in groups: a whole group had to end before the next began, so the \
             line of a quick call stood idle. Each call that ends has to make room for just one.",
            |seen| {
                let calls = seen.spans("call ");
                in_groups(&calls).is_some_and(|most| most > 1) && never_idle(&calls, limit).is_err()
            },
        )
        .usually_means(
            "behind-the-oldest",
            "A quick call that was done kept its line as long as an older one went on. Let go of the \
             line first, and put the replies in order in the end.",
            |seen| {
                let calls = seen.spans("call ");
                behind_the_oldest(&calls, &partners, limit) && never_idle(&calls, limit).is_err()
            },
        )
        .usually_means(
            "waited-for-a-timer",
            "A call began at a moment at which none had ended: what it waited for was a timer, such \
             as a sleep, and not a line that comes free.",
            |seen| begun_by_a_timer(&seen.spans("call ")),
        )
        .usually_means(
            "order-of-arrival",
            "These are the right replies in another order. The list decides where a reply stands, \
             whoever was first to reply.",
            |seen| {
                let replied = replied(seen);
                replied != partners
                    && BTreeSet::from_iter(&replied) == BTreeSet::from_iter(&partners)
            },
        )
}

fn replied(seen: &Seen<Vec<Reply>>) -> Vec<String> {
    seen.value.iter().flatten().map(|reply| reply.partner().to_owned()).collect()
}

fn replies_are(seen: &Seen<Vec<Reply>>, promised: &[String]) -> Result<(), String> {
    let replied = replied(seen);
    if replied == promised {
        return Ok(());
    }
    let said = |list: &[String]| match list {
        [] => "nobody".to_owned(),
        list => list.join(", "),
    };
    Err(format!("It has replies of {}; the promise is {}.", said(&replied), said(promised)))
}

/// The calls to these partners.
fn calls<'a, T>(seen: &'a Seen<T>, partners: &[String]) -> Vec<&'a Span> {
    let theirs = |span: &&Span| {
        span.name.strip_prefix("call ").is_some_and(|who| partners.iter().any(|name| name == who))
    };
    seen.timeline.spans.iter().filter(theirs).collect()
}

fn under_way(calls: &[&Span], at: Duration) -> usize {
    calls.iter().filter(|call| call.start <= at && at < call.end).count()
}

fn begun_by(calls: &[&Span], at: Duration) -> usize {
    calls.iter().filter(|call| call.start <= at).count()
}

fn most_under_way(calls: &[&Span]) -> usize {
    calls.iter().map(|call| under_way(calls, call.start)).max().unwrap_or(0)
}

/// All moments at which a call begins or ends, in order.
fn moments(calls: &[&Span]) -> BTreeSet<Duration> {
    calls.iter().flat_map(|call| [call.start, call.end]).collect()
}

fn within_limit(calls: &[&Span], limit: usize) -> Result<(), String> {
    let too_many = moments(calls).into_iter().find(|at| under_way(calls, *at) > limit);
    let Some(at) = too_many else { return Ok(()) };
    Err(format!(
        "At {}, {} calls were under way at once; the promise is no more than {limit}.",
        time(at),
        under_way(calls, at)
    ))
}

fn begun_at_once(seen: &Seen<Vec<Reply>>, promised: usize) -> Result<(), String> {
    let begun = begun_by(&seen.spans("call "), Duration::ZERO);
    // More than allowed are another promise's business.
    if begun >= promised {
        return Ok(());
    }
    Err(format!(
        "At the start {begun} {} begun; the promise is that {promised} begin at once.",
        if begun == 1 { "call was" } else { "calls were" }
    ))
}

/// From the first end on, no line was free while a job was waiting.
fn never_idle(calls: &[&Span], limit: usize) -> Result<(), String> {
    let Some(first_end) = calls.iter().map(|call| call.end).min() else { return Ok(()) };
    let moments = Vec::from_iter(moments(calls));
    let idle = moments.windows(2).find(|pair| {
        let waiting = begun_by(calls, pair[0]) < calls.len();
        waiting && pair[0] >= first_end && under_way(calls, pair[0]) < limit
    });
    let Some(&[from, to]) = idle else { return Ok(()) };
    let (used, waiting) = (under_way(calls, from), calls.len() - begun_by(calls, from));
    Err(format!(
        "From {} to {}, {used} of {limit} lines {} in use while {waiting} {} waiting; the promise is \
         that a free line is used at once.",
        time(from),
        time(to),
        if used == 1 { "was" } else { "were" },
        if waiting == 1 { "job was" } else { "jobs were" },
    ))
}

/// How many were under way at most, where those that began later all began when everything before
/// them had ended.
fn in_groups(calls: &[&Span]) -> Option<usize> {
    let earlier_goes_on = |call: &&Span| {
        let at = call.start;
        calls.iter().any(|earlier| earlier.start < at && at < earlier.end)
    };
    let several = begun_by(calls, Duration::ZERO) < calls.len();
    (several && !calls.iter().any(earlier_goes_on)).then(|| most_under_way(calls))
}

/// Whether a job, where it is not one of the first, began only when all those were over that are
/// `limit` or more places before it.
fn behind_the_oldest(calls: &[&Span], partners: &[String], limit: usize) -> bool {
    let of = |partner: &String| calls.iter().find(|call| call.name == format!("call {partner}"));
    let Some(calls) = partners.iter().map(of).collect::<Option<Vec<_>>>() else { return false };
    let later = calls.iter().enumerate().skip(limit);
    later.into_iter().all(|(place, call)| {
        calls[..=place - limit].iter().all(|earlier| earlier.end <= call.start)
    })
}

fn begun_by_a_timer(calls: &[&Span]) -> bool {
    let when_one_ended = |at: Duration| calls.iter().any(|call| call.end == at);
    calls.iter().any(|call| !call.start.is_zero() && !when_one_ended(call.start))
}

fn ends_with_the_last(seen: &Seen<Vec<Reply>>) -> Result<(), String> {
    let last = seen.spans("call ").iter().map(|call| call.end).max().unwrap_or_default();
    if seen.elapsed == last {
        return Ok(());
    }
    Err(format!(
        "The last call was over at {}, and it returned at {}; the promise is that it returns then.",
        time(last),
        time(seen.elapsed)
    ))
}

fn time(at: Duration) -> String {
    format!("{} s", at.as_secs_f64())
}
