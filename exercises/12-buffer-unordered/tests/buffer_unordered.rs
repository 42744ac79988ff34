//! The promises of `check_links`. Each runs on a clock that jumps, so seconds cost nothing and are
//! exact. The order of what is returned is no promise.

mod model;

use buffer_unordered::check_links;
use buffer_unordered::given::{Finding, Status, Url};
use judge::{Fate, Kept, Run, Seen, Span, time};
use lab::SECOND;
use std::ops::Range;
use std::time::Duration;

const NAMES: [&str; 7] =
    ["eel-museum", "almanac", "harbour", "chess-club", "ferries", "birdwatch", "ice-rink"];

/// How long a report takes.
const REPORT: Duration = Duration::from_secs(2);

#[test]
fn every_link_is_returned_once_and_as_it_was_found() -> Kept {
    each([list(&[30, 10, 20, 10, 40], &[1, 4], 2)], |run, list| {
        run.promises(|seen| list.is_returned(seen))
    })
}

#[test]
fn links_that_are_gone_are_reported_and_no_others() -> Kept {
    each([list(&[10, 30, 20, 10, 20], &[0, 2, 4], 2)], |run, list| {
        run.promises(|seen| list.is_reported(seen))
    })
}

#[test]
fn three_one_two_and_one_second_take_four_with_two_at_once() -> Kept {
    each([list(&[30, 10, 20, 10], &[], 2)], |run, _| run.takes(4 * SECOND))
}

#[test]
fn never_are_more_links_in_hand_than_may_be_at_once() -> Kept {
    each([list(&[10, 25, 10, 15, 20, 10], &[0, 2, 3], 2)], |run, list| {
        run.promises(|seen| list.is_within(seen))
    })
}

#[test]
fn when_one_is_done_with_the_next_in_the_list_begins() -> Kept {
    each([list(&[20, 10, 60, 20, 35, 10, 20], &[], 3)], |run, list| {
        run.promises(|seen| list.is_in_time(seen))
    })
}

#[test]
fn while_a_report_is_written_the_other_links_go_on() -> Kept {
    let lists = [list(&[60, 10, 20, 10, 15, 20], &[1], 3), list(&[10, 15, 60, 10, 10], &[0, 1], 3)];
    each(lists, |run, list| {
        run.promises(|seen| list.is_never_held_up(seen))
            .promises(|seen| list.is_in_time(seen))
            .promises(|seen| list.is_reported_at_once(seen))
    })
}

#[test]
fn with_none_at_once_no_page_is_visited_and_no_link_is_lost() -> Kept {
    each([list(&[20, 10, 30], &[1], 0), list(&[], &[], 0)], |run, list| {
        run.promises(|seen| match seen.spans("").first() {
            None => Ok(()),
            Some(Span { name, .. }) => {
                Err(format!("{name} began, with 0 at once; the promise is that none does."))
            }
        })
        .promises(|seen| list.is_returned(seen))
        .takes(Duration::ZERO)
    })
}

#[test]
fn nothing_is_left_running() -> Kept {
    each([list(&[10, 30, 20, 10], &[3], 2)], |run, _| run.leaves_nothing_running())
}

#[test]
fn all_of_this_holds_for_whatever_list() -> Kept {
    judge::any_input(model::cases)
}

/// What is to be checked, and how many at once.
struct List {
    links: Vec<Link>,
    at_once: usize,
}

struct Link {
    name: String,
    takes: Duration,
    gone: bool,
}

/// From when to when a link was in hand.
type InHand = Range<Duration>;

/// One link for each of `takes`, which are in tenths of a second; those at these places are gone.
fn list(takes: &[u64], gone: &[usize], at_once: usize) -> List {
    let link = |(place, takes): (usize, &u64)| Link {
        name: NAMES.get(place).map_or_else(|| format!("page {}", place + 1), |&n| n.to_owned()),
        takes: Duration::from_millis(100 * takes),
        gone: gone.contains(&place),
    };
    List { links: takes.iter().enumerate().map(link).collect(), at_once }
}

/// One proof for all lists.
fn each<const N: usize>(
    lists: [List; N],
    promise: impl Fn(Run<Vec<Status>>, &List) -> Run<Vec<Status>>,
) -> Kept {
    let kept = lists.iter().map(|list| promise(checking(list), list).kept());
    kept.reduce(Kept::and).expect("there are lists")
}

/// `check_links` on a list, with the mistakes to be made with any.
fn checking(list: &List) -> Run<Vec<Status>> {
    let (urls, at_once, all) = (list.urls(), list.at_once, list.links.len());
    judge::run(move || check_links(urls, at_once))
        .a_hang_means(
            "nothing-let-in",
            "With 0 at once it waits for something to be done, and nothing has begun. A buffer with room \
             for nothing takes nothing in, and a semaphore without permits lets nobody pass.",
            |seen| at_once == 0 && seen.spans("").is_empty(),
        )
        .a_hang_means(
            "kept-unpolled",
            "A page has answered long ago, and its check is still not over: nobody polls it. A future \
             that is kept and not polled stands still with all that it holds, such as a permit. Whoever \
             waits for that waits for ever.",
            |seen| seen.spans("").iter().any(|span| span.fate == Fate::Running),
        )
        .usually_means(
            "reported-in-vain",
            "A link that is fine was reported, and a report takes its time. The Status knows whether \
             there is anything to report.",
            |seen| {
                let in_vain = |link: &Link| !link.gone && !link.reports(seen).is_empty();
                at_once > 0 && list.links.iter().any(in_vain)
            },
        )
        .usually_means(
            "report-dropped",
            "A report was begun, and its future was dropped before it was written. `timeout` drops what \
             takes too long, and `select!` drops what is not the first. A drop is the end of a future.",
            |seen| seen.spans("report ").iter().any(|report| report.fate == Fate::Cancelled),
        )
        .usually_means("starved", STARVED, |seen| list.is_never_held_up(seen).is_err())
        .usually_means(
            "links-lost",
            model::LINKS_LOST,
            |seen| at_once == 0 && seen.spans("check ").is_empty() && list.is_returned(seen).is_err(),
        )
        .usually_means(
            "report-beside",
            "The checks alone keep to the limit. But a link that is gone is in hand until its report \
             is written: only then may the next one begin.",
            |seen| {
                let within = |links: Vec<InHand>| most_at_once(&links) <= at_once;
                let kept = within(list.checked(seen)) && !within(list.in_hand(seen));
                kept && list.is_returned(seen).is_ok()
            },
        )
        .usually_means(
            "no-limit",
            "Every check began at the start. The next link is to be taken in hand only when one is \
             done with.",
            |seen| 0 < at_once && at_once < all && begun_by(&seen.spans("check "), Duration::ZERO) == all,
        )
        .usually_means(
            "zero-as-no-limit",
            "0 was taken for \"no limit\": every check began at the start. Here it means that nothing \
             can be checked.",
            |seen| at_once == 0 && all > 1 && begun_by(&seen.spans("check "), Duration::ZERO) == all,
        )
        .usually_means(
            "one-after-another",
            "Each link was taken in hand only when the one before it was done with. An .await in a \
             loop does that, and so does a step of a stream that waits, such as `then`. Several have \
             to be under way together.",
            |seen| at_once > 1 && all > 1 && most_at_once(&list.in_hand(seen)) == 1,
        )
        .usually_means(
            "place-kept",
            "A link that was done with kept its place while others were in hand: all of its group, or \
             all older ones. No order was asked for: each that is done with makes room for the next.",
            |seen| list.waits_for_the_oldest(seen) && list.is_in_time(seen).is_err(),
        )
        .usually_means(
            "idle-while-reporting",
            "A link was done with while the report on another was written, and nobody took the next \
             in hand. Whoever does that must not wait for a report: let it be part of its link's own \
             future.",
            |seen| list.idles_while_reporting(seen) && list.is_in_time(seen).is_err(),
        )
        .usually_means(
            "reports-in-turn",
            "A report waited until another was written, and its link kept its place meanwhile. \
             Whatever one link is busy with, the others go on: with their reports as well.",
            |seen| list.reports_in_turn(seen) && list.is_in_time(seen).is_err(),
        )
        .usually_means(
            "dealt-out",
            "Each link waited for the one that is just so many places before it as may be at once, even \
             while another place was free. Do not deal the list out beforehand: whichever place is free \
             takes the next link.",
            |seen| list.is_dealt_out(seen) && list.is_in_time(seen).is_err(),
        )
        .usually_means(
            "out-of-turn",
            "The links were not taken in hand in the order of the list: a later one began before an \
             earlier one.",
            |seen| list.checked(seen).windows(2).any(|pair| pair[1].start < pair[0].start),
        )
}

const STARVED: &str = "A page had answered, and its check ended only later: nobody had polled it. A \
     stream moves only while it is asked for the next item. While the body of a loop, or a later \
     step, awaits something else, it stands still.";

impl List {
    fn urls(&self) -> Vec<Url> {
        let url = |link: &Link| {
            let url = Url::new(&link.name, link.takes);
            if link.gone { url.gone() } else { url }
        };
        self.links.iter().map(url).collect()
    }

    /// Each link is returned once, with what there is to be found.
    fn is_returned(&self, seen: &Seen<Vec<Status>>) -> Result<(), String> {
        let Some(found) = &seen.value else { return Ok(()) };
        for Link { name, gone, .. } in &self.links {
            let promised = match gone {
                _ if self.at_once == 0 => Finding::NotChecked,
                true => Finding::Gone,
                false => Finding::Fine,
            };
            let about: Vec<&Status> = found.iter().filter(|status| status.url() == name).collect();
            return Err(match &about[..] {
                [status] if status.finding() == promised => continue,
                [status] => {
                    let said = status.finding();
                    format!("It says {said:?} of {name}; the promise is {promised:?}.")
                }
                [] => format!(
                    "It returned nothing about {name}, and {} of {} links; the promise is each of \
                     them, once.",
                    found.len(),
                    self.links.len()
                ),
                more => {
                    format!("It returned {name} {} times; the promise is once.", more.len())
                }
            });
        }
        Ok(())
    }

    fn is_reported<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        for link in &self.links {
            let name = &link.name;
            return Err(match (&link.reports(seen)[..], link.gone) {
                ([], false) => continue,
                ([report], true) if report.fate == Fate::Completed => continue,
                ([_], true) => format!(
                    "The report on {name} was not written to its end; the promise is that it is."
                ),
                ([], true) => {
                    format!("{name} is gone and was not reported; the promise is that it is.")
                }
                (_, false) => {
                    format!("{name} is fine and was reported; the promise is that it is not.")
                }
                (more, true) => {
                    format!("{name} was reported {} times; the promise is once.", more.len())
                }
            });
        }
        Ok(())
    }

    fn is_within<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        let (in_hand, most) = (self.in_hand(seen), self.at_once);
        let starts = in_hand.iter().map(|link| link.start);
        let too_many = starts.filter(|at| at_that_moment(&in_hand, *at) > most).min();
        let Some(at) = too_many else { return Ok(()) };
        let (many, at) = (at_that_moment(&in_hand, at), time(at));
        Err(format!("At {at}, {many} links were in hand; the promise is no more than {most}."))
    }

    /// No link begins later than it could: in the order of the list, each when a place comes free.
    fn is_in_time<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        let mut places = vec![Duration::ZERO; self.at_once];
        for link in &self.links {
            let Some(place) = model::first_free(&places) else { return Ok(()) };
            let free = places[place];
            let report = if link.gone { REPORT } else { Duration::ZERO };
            places[place] = free + link.takes + report;
            let why = if free.is_zero() { "at once" } else { "then a place was free" };
            let (name, promised) = (&link.name, time(free));
            return Err(match link.check(seen) {
                Some(check) if check.start <= free => continue,
                Some(check) => format!(
                    "The check of {name} began at {}; the promise is {promised}: {why}.",
                    time(check.start)
                ),
                None => format!(
                    "The check of {name} never began; the promise is that it does at {promised}."
                ),
            });
        }
        Ok(())
    }

    /// Every check is over when its page has answered.
    fn is_never_held_up<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        for link in &self.links {
            let Some(check) = link.check(seen) else { continue };
            let answered = check.start + link.takes;
            if check.fate == Fate::Completed && check.end > answered {
                let (name, answered, over) = (&link.name, time(answered), time(check.end));
                return Err(format!(
                    "{name} answered at {answered}, and its check was over at {over}; the promise \
                     is that it is over then."
                ));
            }
        }
        Ok(())
    }

    /// Every report that is written begins when its check is over.
    fn is_reported_at_once<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        for link in &self.links {
            let (Some(check), [report, ..]) = (link.check(seen), &link.reports(seen)[..]) else {
                continue;
            };
            if report.start > check.end {
                let (name, gone, began) = (&link.name, time(check.end), time(report.start));
                return Err(format!(
                    "{name} was found to be gone at {gone}, and its report began at {began}; the \
                     promise is that it begins then."
                ));
            }
        }
        Ok(())
    }

    /// The checks that were made, in the order of the list.
    fn checked<T>(&self, seen: &Seen<T>) -> Vec<InHand> {
        let checks = self.links.iter().filter_map(|link| link.check(seen));
        checks.map(|check| check.start..check.end).collect()
    }

    /// The same with the reports that belong to them.
    fn in_hand<T>(&self, seen: &Seen<T>) -> Vec<InHand> {
        let in_hand = |link: &Link| {
            let check = link.check(seen)?;
            let reported = link.reports(seen).iter().map(|report| report.end).max();
            Some(check.start..reported.unwrap_or_default().max(check.end))
        };
        self.links.iter().filter_map(in_hand).collect()
    }

    /// Whether a link was done with while a report on another went on, and none began that could.
    fn idles_while_reporting<T>(&self, seen: &Seen<T>) -> bool {
        let in_hand = self.in_hand(seen);
        let last = in_hand.iter().map(|link| link.start).max().unwrap_or_default();
        seen.spans("report ").iter().any(|report| {
            in_hand.iter().any(|link| {
                let meanwhile = report.start < link.end && link.end < report.end;
                let taken = |next: &InHand| link.end <= next.start && next.start < report.end;
                meanwhile && link.end < last && !in_hand.iter().any(taken)
            })
        })
    }

    /// Whether a report that was due began only when another was over.
    fn reports_in_turn<T>(&self, seen: &Seen<T>) -> bool {
        self.links.iter().any(|link| {
            let due = link.check(seen).map_or(Duration::MAX, |check| check.end);
            let over = |at| seen.spans("report ").iter().any(|another| another.end == at);
            link.reports(seen).iter().any(|report| due < report.start && over(report.start))
        })
    }

    /// Whether each place had links of its own: every `at_once`th.
    fn is_dealt_out<T>(&self, seen: &Seen<T>) -> bool {
        let in_hand = self.in_hand(seen);
        in_hand.len() == self.links.len()
            && in_hand.iter().enumerate().all(|(place, link)| {
                let before = place.checked_sub(self.at_once);
                link.start == before.map_or(Duration::ZERO, |before| in_hand[before].end)
            })
    }

    /// Whether as many began as may, and each other link only when all those were done with that are
    /// `at_once` or more places before it.
    fn waits_for_the_oldest<T>(&self, seen: &Seen<T>) -> bool {
        let in_hand = self.in_hand(seen);
        in_hand.len() == self.links.len()
            && in_hand.iter().enumerate().all(|(place, link)| {
                match place.checked_sub(self.at_once) {
                    None => link.start.is_zero(),
                    Some(older) => in_hand[..=older].iter().all(|older| older.end <= link.start),
                }
            })
    }
}

impl Link {
    fn check<'a, T>(&self, seen: &'a Seen<T>) -> Option<&'a Span> {
        let name = format!("check {}", self.name);
        seen.spans(&name).into_iter().find(|span| span.name == name)
    }

    fn reports<'a, T>(&self, seen: &'a Seen<T>) -> Vec<&'a Span> {
        seen.spans(&format!("report {}", self.name))
    }
}

fn begun_by(spans: &[&Span], at: Duration) -> usize {
    spans.iter().filter(|span| span.start <= at).count()
}

fn at_that_moment(links: &[InHand], at: Duration) -> usize {
    links.iter().filter(|link| link.contains(&at)).count()
}

fn most_at_once(links: &[InHand]) -> usize {
    links.iter().map(|link| at_that_moment(links, link.start)).max().unwrap_or(0)
}
