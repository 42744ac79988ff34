//! The promises of `call_partners`. Each runs on a clock that jumps, so seconds cost nothing and are
//! exact. Which of the waiting jobs is next is no promise; that one of them is, at once, is one.

mod model;

use futures::future::join;
use judge::{Fate, Kept, Run, Seen, Span, same_items, time};
use semaphore::call_partners;
use semaphore::given::{Job, Reply};
use std::time::Duration;

const NORTH: [&str; 7] = ["frost", "brandt", "iversen", "ahrens", "greve", "claussen", "holm"];
const SOUTH: [&str; 3] = ["cortez", "arenas", "bellini"];

#[test]
fn every_job_gets_its_reply_in_the_order_of_the_list() -> Kept {
    let lists = [list(&[50, 20, 10, 40, 10], 2), frost_twice(), list(&[], 3)];
    each(&lists, |run, list| run.promises(|seen| list.gets_its_replies(seen)))
}

#[test]
fn never_are_more_calls_under_way_than_the_limit() -> Kept {
    let lists = [list(&[20, 50, 10, 30, 20, 10], 2), list(&[20, 10, 30], 1)];
    each(&lists, |run, list| run.promises(|seen| within_limit(&seen.spans("call "), list.limit)))
}

#[test]
fn as_many_calls_as_the_limit_allows_begin_at_once() -> Kept {
    let lists = [list(&[30, 20, 40, 10, 20], 3), frost_twice()];
    each(&lists, |run, list| run.promises(|seen| list.begins(seen)))
}

#[test]
fn a_line_that_is_free_goes_to_the_next_job_at_that_moment() -> Kept {
    let lists = [at_no_round_moment(list(&[10, 50, 20, 30, 10, 20, 10], 3))];
    each(&lists, |run, list| run.promises(|seen| never_idle(&seen.spans("call "), list.limit)))
}

#[test]
fn it_returns_when_the_last_call_is_over_and_leaves_nothing_running() -> Kept {
    let lists = [list(&[10, 40, 20, 20, 10], 2), list(&[], 2)];
    each(&lists, |run, _| run.promises(ends_with_the_last).leaves_nothing_running())
}

#[test]
fn two_lists_at_the_same_time_have_a_limit_each() -> Kept {
    let north = list(&[30, 10, 20], 1);
    let south = List { partners: SOUTH.map(str::to_owned).to_vec(), ..list(&[20, 40, 10], 1) };
    let (ours, theirs) = (north.jobs(), south.jobs());
    judge::run(|| join(call_partners(ours, 1), call_partners(theirs, 1)))
        .promises(|seen| {
            let lists = [north.calls(seen), south.calls(seen)];
            if lists.iter().any(|calls| begun_by(calls, Duration::ZERO) == 0) {
                return Err(
                    "Two lists with a limit of 1 each began together, and one of them had \
                            no line at the start; the promise is a limit for each."
                        .to_owned(),
                );
            }
            // Whether a list on its own keeps to its limit is another promise's business.
            let kept_together = most_under_way(&seen.spans("call ")) <= 2;
            if kept_together && lists.iter().any(|calls| most_under_way(calls) > 1) {
                return Err(
                    "Two lists with a limit of 1 each began together, and one of them used \
                            a line of the other; the promise is a limit for each."
                        .to_owned(),
                );
            }
            Ok(())
        })
        .a_hang_means("permit-kept", PERMIT_KEPT, |seen| {
            none_came_free(seen, 2, north.takes.len() + south.takes.len())
        })
        .usually_means(
            "shared-limit",
            "In two lists together, only one call at a time was under way: something held up one \
             list for the sake of the other. What holds a call back has to be made anew for each \
             list, inside the function: a static is the same for all.",
            |seen| most_under_way(&seen.spans("call ")) == 1,
        )
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_list() -> Kept {
    judge::any_input(model::cases)
}

/// What is to be done, and with how many lines.
struct List {
    partners: Vec<String>,
    takes: Vec<Duration>,
    limit: usize,
}

/// A list with one job for each of `takes`, which are in tenths of a second.
fn list(takes: &[u64], limit: usize) -> List {
    List {
        partners: NORTH[..takes.len()].iter().map(|name| (*name).to_owned()).collect(),
        takes: takes.iter().map(|tenths| Duration::from_millis(100 * tenths)).collect(),
        limit,
    }
}

/// The same with calls that take a little longer, and end at no multiple of a round step: who sleeps
/// and looks again comes late.
fn at_no_round_moment(mut list: List) -> List {
    list.takes.iter_mut().for_each(|takes| *takes = *takes * 103 / 100);
    list
}

/// A list with one partner in it twice, and a line for everybody.
fn frost_twice() -> List {
    let mut list = list(&[30, 10, 20], 8);
    list.partners[2] = list.partners[0].clone();
    list
}

/// One proof for all lists.
fn each(lists: &[List], promise: impl Fn(Run<Vec<Reply>>, &List) -> Run<Vec<Reply>>) -> Kept {
    let kept = lists.iter().map(|list| promise(calling(list), list).kept());
    kept.reduce(Kept::and).expect("there are lists")
}

/// `call_partners` on a list, with the mistakes to be made with any.
fn calling(list: &List) -> Run<Vec<Reply>> {
    let (jobs, limit, all) = (list.jobs(), list.limit, list.partners.len());
    judge::run(move || call_partners(jobs, limit))
        .a_hang_means("permit-kept", PERMIT_KEPT, |seen| none_came_free(seen, limit, all))
        .a_hang_means(
            "permit-in-waiting",
            "No call ever began. A permit that is moved into a future comes back only when somebody \
             polls that future to its end. Take the permit inside of the future, where the call is \
             made.",
            |seen| limit > 1 && all > limit && seen.spans("call ").is_empty(),
        )
        .usually_means(
            "no-limit",
            "Nothing held any call back. Either there are more permits than `limit`, or no call holds \
             one: a permit counts only while its guard lives. `let _ = …` drops it on the spot, and \
             the end of its scope drops it too.",
            |seen| all > limit && begun_by(&seen.spans("call "), Duration::ZERO) == all,
        )
        .usually_means(
            "one-after-another",
            "Each call began only when the one before it had ended. Either there was only one permit \
             to be had, or an .await in a loop held up the next round: have all calls under way, and \
             let each wait for a permit of its own.",
            |seen| limit > 1 && all > 1 && in_groups(&seen.spans("call ")) == Some(1),
        )
        .usually_means(
            "line-for-each-partner",
            "A second call to one partner waited for the first, though a line was free. The limit \
             counts calls, whoever is called.",
            |seen| {
                let calls = seen.spans("call ");
                most_under_way(&calls) < limit && judge::waits_for_a_namesake(&calls)
            },
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
            |seen| list.waits_for_the_oldest(seen) && never_idle(&seen.spans("call "), limit).is_err(),
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
                replied != list.partners && same_items(&replied, &list.partners)
            },
        )
}

const PERMIT_KEPT: &str = "All calls that began are over, and what the others wait for never comes. A \
    permit comes back when its guard is dropped: not while the guard lies in a list, and never after \
    forget.";

/// Whether as many calls as allowed began at once and are over, and made room for nobody.
fn none_came_free(seen: &Seen<impl Sized>, limit: usize, all: usize) -> bool {
    let calls = seen.spans("call ");
    let first = |call: &&Span| call.start.is_zero() && call.fate == Fate::Completed;
    calls.iter().all(first) && calls.len() == limit && limit < all
}

impl List {
    fn jobs(&self) -> Vec<Job> {
        self.partners.iter().zip(&self.takes).map(|(who, takes)| Job::new(who, *takes)).collect()
    }

    /// The calls to the partners of this list.
    fn calls<'a, T>(&self, seen: &'a Seen<T>) -> Vec<&'a Span> {
        let mut calls = seen.spans("call ");
        calls.retain(|call| self.partners.iter().any(|who| call.name == format!("call {who}")));
        calls
    }

    fn gets_its_replies(&self, seen: &Seen<Vec<Reply>>) -> Result<(), String> {
        let replied = replied(seen);
        if replied == self.partners {
            return Ok(());
        }
        let said = |list: &[String]| match list {
            [] => "nobody".to_owned(),
            list => list.join(", "),
        };
        let promised = said(&self.partners);
        Err(format!("It has replies of {}; the promise is {promised}.", said(&replied)))
    }

    /// As many begin at the start as can. More than allowed are another promise's business.
    fn begins<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        let begun = begun_by(&seen.spans("call "), Duration::ZERO);
        let promised = self.limit.min(self.partners.len());
        if begun >= promised {
            return Ok(());
        }
        Err(format!(
            "At the start {begun} {} begun; the promise is that {promised} begin at once.",
            if begun == 1 { "call was" } else { "calls were" }
        ))
    }

    /// Whether as many began as could, and every other job just when all those were over that are
    /// `limit` or more places before it.
    fn waits_for_the_oldest<T>(&self, seen: &Seen<T>) -> bool {
        let calls = seen.spans("call ");
        let of = |who: &String| calls.iter().find(|call| call.name == format!("call {who}"));
        let Some(calls) = self.partners.iter().map(of).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let older = |place: usize| calls[..=place - self.limit].iter().map(|call| call.end).max();
        let mut later = calls.iter().enumerate().skip(self.limit);
        self.begins(seen).is_ok() && later.all(|(place, call)| older(place) == Some(call.start))
    }
}

fn replied(seen: &Seen<Vec<Reply>>) -> Vec<String> {
    let replies = seen.value.as_deref().unwrap_or_default();
    replies.iter().map(|reply| reply.partner().to_owned()).collect()
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
fn moments(calls: &[&Span]) -> Vec<Duration> {
    judge::moments(calls.iter().flat_map(|call| [call.start, call.end]).collect())
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

/// From the first end on, no line was free while a job was waiting.
fn never_idle(calls: &[&Span], limit: usize) -> Result<(), String> {
    let Some(first_end) = calls.iter().map(|call| call.end).min() else { return Ok(()) };
    let moments = moments(calls);
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
