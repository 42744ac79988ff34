//! The promises of `check_links`. Each runs on a clock that jumps, so seconds cost nothing and are
//! exact. The order of what is returned is no promise.

use buffer_unordered::check_links;
use buffer_unordered::given::{Finding, Status, Url};
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

const NAMES: [&str; 9] = [
    "almanac",
    "birdwatch",
    "chess-club",
    "dial-a-bus",
    "eel-museum",
    "ferries",
    "gardens",
    "harbour",
    "ice-rink",
];

/// How long a report takes.
const REPORT: Duration = Duration::from_secs(2);

#[test]
fn every_link_is_returned_once_and_as_it_was_found() -> Kept {
    let returned = |takes: &[u64], gone: &[usize], at_once| {
        let list = List::new(takes, gone);
        checking(&list, at_once).promises(move |seen| list.is_found_by(seen)).kept()
    };
    returned(&[30, 10, 20, 10, 40], &[1, 4], 2)
        .and(returned(&[20, 10], &[], 7))
        .and(returned(&[900, 10, 10], &[0], 2))
        .and(returned(&[10], &[0], 1))
        .and(returned(&[], &[], 3))
}

#[test]
fn links_that_are_gone_are_reported_and_no_others() -> Kept {
    let reported = |takes: &[u64], gone: &[usize], at_once| {
        let list = List::new(takes, gone);
        checking(&list, at_once).promises(move |seen| list.is_reported_by(seen)).kept()
    };
    reported(&[10, 30, 20, 10, 20], &[0, 2, 4], 2)
        .and(reported(&[10, 20, 10], &[], 2))
        .and(reported(&[20, 20], &[0, 1], 5))
}

#[test]
fn three_one_two_and_one_second_take_four_with_two_at_once() -> Kept {
    checking(&List::new(&[30, 10, 20, 10], &[]), 2).takes(4 * SECOND).kept()
}

#[test]
fn never_are_more_links_in_hand_than_may_be_at_once() -> Kept {
    let within = |takes: &[u64], gone: &[usize], at_once| {
        let list = List::new(takes, gone);
        checking(&list, at_once).promises(move |seen| list.is_within(seen, at_once)).kept()
    };
    within(&[20, 40, 10, 30, 10, 20], &[], 2)
        .and(within(&[10, 25, 10, 15, 20, 10], &[0, 2, 3], 2))
        .and(within(&[10, 10, 20], &[0], 1))
        .and(within(&many(), &[3, 8, 20], 6))
}

#[test]
fn when_one_is_done_with_the_next_in_the_list_begins() -> Kept {
    let in_turn = |takes: &[u64], at_once| {
        let list = List::new(takes, &[]);
        checking(&list, at_once).promises(move |seen| list.is_in_time(seen, at_once)).kept()
    };
    in_turn(&[10, 50, 20, 15, 10, 30], 2)
        .and(in_turn(&[20, 10, 60, 20, 35, 10, 20], 3))
        .and(in_turn(&[20, 30, 10], 1))
        .and(in_turn(&[20, 10], 5))
        .and(in_turn(&many(), 7))
}

#[test]
fn while_a_report_is_written_the_other_links_go_on() -> Kept {
    let go_on = |takes: &[u64], gone: &[usize], at_once| {
        let list = List::new(takes, gone);
        checking(&list, at_once)
            .promises(move |seen| {
                list.is_never_held_up(seen)?;
                list.is_in_time(seen, at_once)
            })
            .kept()
    };
    go_on(&[60, 10, 20, 10, 15, 20], &[1], 3).and(go_on(&[10, 15, 20, 30, 10], &[0], 2)).and(go_on(
        &[10, 10, 10],
        &[1],
        1,
    ))
}

#[test]
fn with_none_at_once_no_page_is_visited_and_no_link_is_lost() -> Kept {
    let none = |takes: &[u64], gone: &[usize]| {
        let list = List::new(takes, gone);
        checking(&list, 0)
            .promises(|seen| match seen.timeline.spans.first() {
                None => Ok(()),
                Some(span) => Err(format!(
                    "{} began, with 0 at once; the promise is that none does.",
                    span.name
                )),
            })
            .promises(move |seen| list.is_untouched_by(seen))
            .takes(Duration::ZERO)
            .kept()
    };
    none(&[20, 10, 30], &[1]).and(none(&[], &[]))
}

#[test]
fn nothing_is_left_running() -> Kept {
    let tidy = |takes: &[u64], gone: &[usize], at_once| {
        checking(&List::new(takes, gone), at_once).leaves_nothing_running().kept()
    };
    tidy(&[10, 30, 20, 10], &[3], 2).and(tidy(&[20, 10], &[1], 4))
}

/// A list too long for a few lines of code to have been made for it.
fn many() -> Vec<u64> {
    (1..=45).map(|i| 5 + i * 7 % 11).collect()
}

/// `check_links` on a list, with the mistakes to be made with any.
fn checking(list: &List, at_once: usize) -> Run<Vec<Status>> {
    let (urls, all) = (list.urls(), list.0.len());
    judge::run(move || check_links(urls, at_once))
        .usually_means(
            "reported-in-vain",
            "A link that is fine was reported, and a report takes its time. The Status knows whether \
             there is anything to report.",
            |seen| list.0.iter().any(|link| !link.gone && !reports_on(&link.name, seen).is_empty()),
        )
        .usually_means(
            "links-lost",
            "With 0 at once nobody has looked at these links, and still they belong in the list that \
             is returned: as `not_checked`.",
            |seen| at_once == 0 && seen.spans("check ").is_empty() && list.is_untouched_by(seen).is_err(),
        )
        .usually_means(
            "report-beside",
            "The checks alone keep to the limit. But a link that is gone is in hand until its report \
             is written: only then may the next one begin.",
            |seen| {
                let within = |spans: Vec<InHand>| most_in_hand(&spans) <= at_once;
                within(list.checked(seen)) && !within(list.in_hand(seen))
            },
        )
        .usually_means("starved", STARVED, |seen| list.is_never_held_up(seen).is_err())
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
            |seen| at_once > 1 && all > 1 && list.groups(seen) == Some(1),
        )
        .usually_means(
            "place-kept",
            "A link that was done with kept its place while others were in hand: all of its group, or \
             all older ones. No order was asked for: each that is done with makes room for the next.",
            |seen| list.is_behind_the_oldest(seen, at_once) && list.is_in_time(seen, at_once).is_err(),
        )
        .usually_means(
            "idle-while-reporting",
            "A link was done with while the report on another was written, and nobody took the next \
             in hand. Whoever does that must not wait for a report: let it be part of its link's own \
             future.",
            |seen| list.idles_while_reporting(seen) && list.is_in_time(seen, at_once).is_err(),
        )
        .usually_means(
            "out-of-turn",
            "The links were not taken in hand in the order of the list: a later one began before an \
             earlier one.",
            |seen| list.checked(seen).windows(2).any(|pair| pair[1].from < pair[0].from),
        )
}

const STARVED: &str = "A page had answered, and its check ended only later: nobody had polled it. A \
     stream moves only while it is asked for the next item. While the body of a loop, or a later \
     step, awaits something else, it stands still.";

/// Links, in tenths of a second, and whether they are gone.
struct List(Vec<Link>);

struct Link {
    name: String,
    takes: Duration,
    gone: bool,
}

/// For how long a link was in hand.
struct InHand {
    from: Duration,
    to: Duration,
}

impl List {
    /// One link for each of `takes`, which are in tenths of a second; those at these places are gone.
    fn new(takes: &[u64], gone: &[usize]) -> List {
        let link = |(place, takes): (usize, &u64)| Link {
            name: NAMES.get(place).map_or_else(|| format!("page {}", place + 1), |&n| n.to_owned()),
            takes: Duration::from_millis(100 * takes),
            gone: gone.contains(&place),
        };
        List(takes.iter().enumerate().map(link).collect())
    }

    fn urls(&self) -> Vec<Url> {
        let url = |link: &Link| {
            let url = Url::new(&link.name, link.takes);
            if link.gone { url.gone() } else { url }
        };
        self.0.iter().map(url).collect()
    }

    fn is_found_by(&self, seen: &Seen<Vec<Status>>) -> Result<(), String> {
        self.returns(seen, |link| if link.gone { Finding::Gone } else { Finding::Fine })
    }

    fn is_untouched_by(&self, seen: &Seen<Vec<Status>>) -> Result<(), String> {
        self.returns(seen, |_| Finding::NotChecked)
    }

    /// Each link is returned once, with this finding.
    fn returns(
        &self,
        seen: &Seen<Vec<Status>>,
        finding: impl Fn(&Link) -> Finding,
    ) -> Result<(), String> {
        let Some(found) = &seen.value else { return Ok(()) };
        for link in &self.0 {
            let name = &link.name;
            let mut about = found.iter().filter(|status| status.url() == name);
            let promised = finding(link);
            match (about.next(), about.count()) {
                (Some(status), 0) if status.finding() == promised => {}
                (Some(status), 0) => {
                    let said = status.finding();
                    return Err(format!(
                        "It says {said:?} of {name}; the promise is {promised:?}."
                    ));
                }
                (None, _) => {
                    return Err(format!(
                        "It returned nothing about {name}, and {} of {} links; the promise is each \
                         of them, once.",
                        found.len(),
                        self.0.len()
                    ));
                }
                (Some(_), more) => {
                    return Err(format!(
                        "It returned {name} {} times; the promise is once.",
                        more + 1
                    ));
                }
            }
        }
        Ok(())
    }

    fn is_reported_by<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        for Link { name, gone, .. } in &self.0 {
            let complete = |span: &Span| span.fate == Fate::Completed;
            match (&reports_on(name, seen)[..], gone) {
                ([], false) => {}
                ([report], true) if complete(report) => {}
                ([_], true) => {
                    return Err(format!(
                        "The report on {name} was not written to its end; the promise is that it is."
                    ));
                }
                ([], true) => {
                    return Err(format!(
                        "{name} is gone and was not reported; the promise is that it is."
                    ));
                }
                (_, false) => {
                    return Err(format!(
                        "{name} is fine and was reported; the promise is that it is not."
                    ));
                }
                (more, true) => {
                    return Err(format!(
                        "{name} was reported {} times; the promise is once.",
                        more.len()
                    ));
                }
            }
        }
        Ok(())
    }

    fn is_within<T>(&self, seen: &Seen<T>, at_once: usize) -> Result<(), String> {
        let in_hand = self.in_hand(seen);
        let mut starts: Vec<Duration> = in_hand.iter().map(|link| link.from).collect();
        starts.sort_unstable();
        let too_many = starts.into_iter().find(|at| at_that_moment(&in_hand, *at) > at_once);
        let Some(at) = too_many else { return Ok(()) };
        Err(format!(
            "At {}, {} links were in hand; the promise is no more than {at_once}.",
            time(at),
            at_that_moment(&in_hand, at)
        ))
    }

    /// No link begins later than it could: in the order of the list, each when a place comes free.
    fn is_in_time<T>(&self, seen: &Seen<T>, at_once: usize) -> Result<(), String> {
        let mut places = BinaryHeap::from(vec![Reverse(Duration::ZERO); at_once]);
        for link in &self.0 {
            let Some(Reverse(free)) = places.pop() else { return Ok(()) };
            let report = if link.gone { REPORT } else { Duration::ZERO };
            places.push(Reverse(free + link.takes + report));
            let name = &link.name;
            let why = if free.is_zero() { "at once" } else { "then a place was free" };
            match self.check_of(link, seen) {
                Some(check) if check.start <= free => {}
                Some(check) => {
                    return Err(format!(
                        "The check of {name} began at {}; the promise is {}: {why}.",
                        time(check.start),
                        time(free)
                    ));
                }
                None => {
                    return Err(format!(
                        "The check of {name} never began; the promise is that it does at {}.",
                        time(free)
                    ));
                }
            }
        }
        Ok(())
    }

    /// Every check is over when its page has answered.
    fn is_never_held_up<T>(&self, seen: &Seen<T>) -> Result<(), String> {
        for link in &self.0 {
            let Some(check) = self.check_of(link, seen) else { continue };
            let answered = check.start + link.takes;
            if check.fate == Fate::Completed && check.end > answered {
                return Err(format!(
                    "{} answered at {}, and its check was over at {}; the promise is that it is \
                     over then.",
                    link.name,
                    time(answered),
                    time(check.end)
                ));
            }
        }
        Ok(())
    }

    fn check_of<'a, T>(&self, link: &Link, seen: &'a Seen<T>) -> Option<&'a Span> {
        let name = format!("check {}", link.name);
        seen.timeline.spans.iter().find(|span| span.name == name)
    }

    /// The checks that were made, in the order of the list.
    fn checked<T>(&self, seen: &Seen<T>) -> Vec<InHand> {
        let checks = self.0.iter().filter_map(|link| self.check_of(link, seen));
        checks.map(|check| InHand { from: check.start, to: check.end }).collect()
    }

    /// The same with the reports that belong to them.
    fn in_hand<T>(&self, seen: &Seen<T>) -> Vec<InHand> {
        let in_hand = |link: &Link| {
            let check = self.check_of(link, seen)?;
            let report = reports_on(&link.name, seen).into_iter().map(|report| report.end).max();
            Some(InHand {
                from: check.start,
                to: report.map_or(check.end, |end| end.max(check.end)),
            })
        };
        self.0.iter().filter_map(in_hand).collect()
    }

    /// How many were in hand at most, where those that began later all began when everything before
    /// them was done with.
    fn groups<T>(&self, seen: &Seen<T>) -> Option<usize> {
        let in_hand = self.in_hand(seen);
        let earlier_goes_on = |link: &InHand| {
            in_hand.iter().any(|earlier| earlier.from < link.from && link.from < earlier.to)
        };
        let several = in_hand.iter().any(|link| !link.from.is_zero());
        (several && !in_hand.iter().any(earlier_goes_on)).then(|| most_in_hand(&in_hand))
    }

    /// Whether a link was done with while a report on another went on, and none began that could.
    fn idles_while_reporting<T>(&self, seen: &Seen<T>) -> bool {
        let in_hand = self.in_hand(seen);
        let last = in_hand.iter().map(|link| link.from).max().unwrap_or_default();
        seen.spans("report ").iter().any(|report| {
            in_hand.iter().any(|link| {
                let meanwhile = report.start < link.to && link.to < report.end && link.to < last;
                let taken = |next: &InHand| link.to <= next.from && next.from < report.end;
                meanwhile && !in_hand.iter().any(taken)
            })
        })
    }

    /// Whether each link, where it is not one of the first, began only when all those were done with
    /// that are `at_once` or more places before it.
    fn is_behind_the_oldest<T>(&self, seen: &Seen<T>, at_once: usize) -> bool {
        let in_hand = self.in_hand(seen);
        let all = in_hand.len() == self.0.len();
        all && in_hand.iter().enumerate().skip(at_once).all(|(place, link)| {
            in_hand[..=place - at_once].iter().all(|earlier| earlier.to <= link.from)
        })
    }
}

fn reports_on<'a, T>(name: &str, seen: &'a Seen<T>) -> Vec<&'a Span> {
    let name = format!("report {name}");
    seen.timeline.spans.iter().filter(|span| span.name == name).collect()
}

fn begun_by(spans: &[&Span], at: Duration) -> usize {
    spans.iter().filter(|span| span.start <= at).count()
}

fn at_that_moment(links: &[InHand], at: Duration) -> usize {
    links.iter().filter(|link| link.from <= at && at < link.to).count()
}

fn most_in_hand(links: &[InHand]) -> usize {
    links.iter().map(|link| at_that_moment(links, link.from)).max().unwrap_or(0)
}

fn time(at: Duration) -> String {
    format!("{} s", at.as_secs_f64())
}
