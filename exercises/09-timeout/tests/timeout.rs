//! The promises of `quote`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! No price comes, and no two limits end, at the same instant: who wins a tie is no promise.
//! Some times are no multiple of a round step: who sleeps and looks again comes late.

mod model;

use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;
use timeout::given::{Price, Supplier, print_phone_book};
use timeout::quote;

type Outcome = Option<Price>;

/// A phone book: who is in it, and how many milliseconds each takes to name a price.
type Book = &'static [(&'static str, u64)];

/// Nobody in here is quick.
const SLOW: Book = &[("halo", 9_000), ("wick", 8_000), ("glow", 9_500), ("beam", 7_000)];

#[test]
fn the_first_price_that_comes_in_time_is_returned() -> Kept {
    const THIRD: Book = &[("halo", 9_000), ("wick", 7_000), ("glow", 500), ("beam", 300)];
    let (run, prices) = calling(ms(20_000), ms(2_000), THIRD);
    run.returns(Some(prices[2].clone())).kept()
}

#[test]
fn a_price_is_returned_the_moment_it_is_there() -> Kept {
    let (second, _) = calling(ms(30_000), ms(2_000), &[("glow", 9_000), ("beam", 737)]);
    second.takes(ms(2_737)).kept()
}

#[test]
fn suppliers_are_called_in_turn_and_nobody_after_a_price() -> Kept {
    let (until_a_price, _) = calling(
        ms(30_000),
        ms(2_000),
        &[("wick", 9_000), ("halo", 6_000), ("glow", 500), ("beam", 300)],
    );
    until_a_price.at_once("call", 1).promises(|seen| called(seen, &["wick", "halo", "glow"])).kept()
}

#[test]
fn a_call_is_broken_off_when_its_time_is_up_and_the_next_begins() -> Kept {
    let (run, _) = calling(ms(60_000), ms(3_537), SLOW);
    run.cancels("call to halo", ms(3_537))
        .starts("call to wick", ms(3_537))
        .cancels("call to beam", ms(4 * 3_537))
        .kept()
}

#[test]
fn when_the_time_for_all_is_up_the_answer_is_none_at_once() -> Kept {
    let (in_the_third, _) = calling(ms(5_237), 2 * SECOND, SLOW);
    in_the_third.takes(ms(5_237)).returns(None).kept()
}

#[test]
fn the_call_under_way_is_then_broken_off_too() -> Kept {
    let (in_the_third, _) = calling(5 * SECOND, 2 * SECOND, SLOW);
    let (in_the_first, _) = calling(ms(3_537), 10 * SECOND, SLOW);
    in_the_third
        .cancels("call to glow", 5 * SECOND)
        .never_starts("call to beam")
        .kept()
        .and(in_the_first.cancels("call to halo", ms(3_537)).kept())
}

#[test]
fn the_last_call_gets_all_the_time_that_is_left() -> Kept {
    let (third, prices) =
        calling(5 * SECOND, 2 * SECOND, &[("halo", 9_000), ("wick", 8_000), ("glow", 700)]);
    third.starts("call to glow", 4 * SECOND).returns(Some(prices[2].clone())).kept()
}

#[test]
fn when_nobody_is_left_to_call_the_answer_is_none_at_once() -> Kept {
    let (two, _) = calling(60 * SECOND, 2 * SECOND, &[("halo", 9_000), ("wick", 8_000)]);
    let (empty, _) = calling(60 * SECOND, 2 * SECOND, &[]);
    two.takes(4 * SECOND).returns(None).kept().and(empty.takes(ms(0)).returns(None).kept())
}

#[test]
fn nothing_is_left_running() -> Kept {
    let tidy = |overall, each, book| {
        let (run, _) = calling(overall, each, book);
        run.leaves_nothing_running().kept()
    };
    let a_price = tidy(ms(30_000), ms(2_000), &[("halo", 9_000), ("glow", 700)]);
    a_price.and(tidy(ms(5_000), ms(2_000), SLOW))
}

#[test]
fn all_of_this_holds_for_whatever_phone_book() -> Kept {
    judge::any_input(model::cases)
}

/// `quote` with this phone book, and the prices that its suppliers would name, in their order.
fn calling(overall: Duration, each: Duration, book: Book) -> (Run<Outcome>, Vec<Price>) {
    let mut euros = 1_000 * book.len() as u32;
    let price_of = |&(name, _): &(&str, u64)| {
        // Whoever comes later is cheaper, which is not what is asked for.
        euros -= any_below_1000();
        Price { from: name.to_owned(), euros }
    };
    let prices: Vec<Price> = book.iter().map(price_of).collect();
    let supplier = |(&(name, takes), price): (&(&str, u64), &Price)| {
        Supplier::new(name, ms(takes), price.euros)
    };
    let suppliers: Vec<Supplier> = book.iter().zip(&prices).map(supplier).collect();
    let run = judge::run(move || {
        print_phone_book(suppliers);
        quote(overall, each)
    });
    (knowing_the_mistakes(run, overall, each, book), prices)
}

fn knowing_the_mistakes(
    run: Run<Outcome>,
    overall: Duration,
    each: Duration,
    book: Book,
) -> Run<Outcome> {
    // How long a call may take, and whether one came to its own end in that time.
    let may_take = move |span: &Span| each.min(overall.saturating_sub(span.start));
    let took = |span: &Span| span.end - span.start;
    let in_time = move |span: &Span| span.fate == Fate::Completed && took(span) <= may_take(span);
    let none = |seen: &Seen<Outcome>| seen.value == Some(None);

    run.usually_means(
        "two-at-a-time",
        "A call began while another was under way and had time left. There is one telephone: make \
         the next call only when the one before is over.",
        |seen| {
            let spans = calls(seen);
            let mut pairs = spans.windows(2);
            pairs.any(|pair| pair[1].start < pair[0].end.min(pair[0].start + each))
        },
    )
    .usually_means(
        "given-up-but-not-ended",
        "The wait for a call was over, and the call was not. A limit ends what it owns: a dropped \
         JoinHandle leaves its task running, and a future that is only lent (&mut) stays alive.",
        went_on,
    )
    .usually_means(
        "called-again",
        "A supplier was called a second time. Each is called once, and has no more to say later.",
        |seen| {
            let spans = calls(seen);
            (1..spans.len()).any(|i| spans[..i].iter().any(|span| span.name == spans[i].name))
        },
    )
    .usually_means(
        "out-of-turn",
        "The first call did not go to the first in the phone book.",
        |seen| match (calls(seen).first(), book.first()) {
            (Some(call), Some((first, _))) => !call.name.ends_with(first),
            _ => false,
        },
    )
    .usually_means(
        "called-after-a-price",
        "A call began when there was a price already. The first price that comes in time is the \
         answer, whatever the others might say.",
        |seen| {
            let spans = calls(seen);
            spans.iter().any(|price| in_time(price) && spans.iter().any(|s| s.start >= price.end))
        },
    )
    .usually_means(
        "checked-afterwards",
        "A call came to its own end, although its time was up before that. A limit has to end the \
         call right then; looking at the clock afterwards is too late.",
        |seen| {
            let refused = match (&seen.value, calls(seen).last()) {
                (Some(Some(price)), Some(last)) => !last.name.ends_with(&price.from),
                _ => true,
            };
            let late = |span: &Span| span.fate == Fate::Completed && took(span) > may_take(span);
            refused && calls(seen).into_iter().any(late)
        },
    )
    .usually_means(
        "limit-late",
        "A limit ended a call, and less than a second late: it was rounded, or somebody looks at a \
         clock only now and then.",
        |seen| {
            let late = |span: &Span| {
                let end = if each < overall.saturating_sub(span.start) {
                    span.start + each
                } else {
                    overall
                };
                let late = span.end.saturating_sub(end);
                !late.is_zero() && late < SECOND && took(span) != each
            };
            let mut spans = calls(seen).into_iter();
            spans.any(|span| span.fate == Fate::Cancelled && late(span))
        },
    )
    .usually_means(
        "no-limit-for-each",
        "A call was longer than `each`. When its own time is up it has to be dropped, and the next one \
         begun, within the limit for all.",
        |seen| calls(seen).iter().any(|span| took(span) > each),
    )
    .usually_means(
        "no-limit-for-all",
        "A call was under way when the time for all was up, and it went on. What is checked between \
         two calls, or starts anew with each of them, is no limit for all. (Whoever reads a clock \
         needs tokio::time::Instant: std's does not jump along with the simulated one.)",
        |seen| {
            let spans = calls(seen);
            spans.iter().any(|span| span.start < overall && overall < span.end)
        },
    )
    .usually_means(
        "broken-off-too-soon",
        "A call was cancelled when neither its own time nor the time for all was up.",
        |seen| {
            let too_soon = |s: &Span| s.fate == Fate::Cancelled && took(s) < may_take(s);
            calls(seen).into_iter().any(too_soon)
        },
    )
    .usually_means(
        "idle-on-the-phone",
        "For a while no call was under way, and still it waited. A price, or the end of a call, is \
         to be noticed at that very moment.",
        |seen| {
            let spans = calls(seen);
            let gap = spans.windows(2).any(|pair| pair[0].end < pair[1].start);
            gap || spans.last().is_some_and(|last| last.end < seen.elapsed)
        },
    )
    .usually_means(
        "called-too-late",
        "A call began when the time for all was up. From then on nobody is called any more, not \
         even for a moment.",
        |seen| calls(seen).iter().any(|span| span.start >= overall),
    )
    .usually_means(
        "price-lost",
        "A supplier named a price in time, and the answer was None all the same. Follow the price \
         on its way from the call to the end of `quote`: where does it stay behind?",
        |seen| none(seen) && calls(seen).into_iter().any(in_time),
    )
    .usually_means(
        "nobody-called",
        "No call began, although there was time and somebody to call. A call is a future, and so is \
         a `timeout` around it: they do nothing until they are awaited.",
        |seen| seen.elapsed < overall && calls(seen).is_empty() && !book.is_empty(),
    )
    .usually_means(
        "gave-up-early",
        "It gave up when there was time left and somebody left to call. `each` ends one call, and only \
         `overall` ends the search.",
        |seen| none(seen) && seen.elapsed < overall && calls(seen).len() < book.len(),
    )
}

/// Whether a call was still under way when the next had begun, or it had returned.
fn went_on(seen: &Seen<Outcome>) -> bool {
    let spans = calls(seen);
    let overlap = spans.windows(2).any(|pair| pair[1].start < pair[0].end);
    overlap || spans.iter().any(|span| span.fate == Fate::Running)
}

/// The calls, as the picture shows them.
fn calls(seen: &Seen<Outcome>) -> Vec<&Span> {
    seen.spans("call to ")
}

/// The suppliers called are these, in this order.
fn called(seen: &Seen<Outcome>, promised: &[&str]) -> Result<(), String> {
    let calls = calls(seen);
    let calls: Vec<&str> =
        calls.iter().map(|span| span.name.trim_start_matches("call to ")).collect();
    if calls == promised {
        return Ok(());
    }
    let more = if calls.len() > 5 { ", …" } else { "" };
    let calls = calls[..calls.len().min(5)].join(", ");
    Err(format!("The calls went to {calls}{more}; the promise is {}.", promised.join(", ")))
}

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// Another one in every run: only a call reveals a price.
fn any_below_1000() -> u32 {
    let random = RandomState::new().build_hasher().finish();
    1 + (random % 999) as u32
}
