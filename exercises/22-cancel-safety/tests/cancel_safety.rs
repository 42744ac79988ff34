//! The promises of `read_orders`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use cancel_safety::given::Order;
use cancel_safety::read_orders;
use futures::future::{Either, join, join_all, select};
use judge::{Kept, Run, Seen, time};
use lab::{SECOND, span};
use std::future::pending;
use std::mem::forget;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncWriteExt, duplex};
use tokio::sync::{Mutex, oneshot};
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep_until};

#[test]
fn an_order_is_there_when_its_last_byte_is() -> Kept {
    desk(
        vec![at(250, frame("2 B+ Lake Clinic")), at(700, frame("1 0- Upper Pass"))],
        Ends::Button(1_500),
    )
    .promises(orders_at(&[("2 B+ Lake Clinic", 250), ("1 0- Upper Pass", 700)]))
    .kept()
}

#[test]
fn an_order_in_pieces_is_whole_whatever_happens_between_them() -> Kept {
    let [one, two] = ["4 A- St. Anna", "2 B+ Lake Clinic"].map(frame);
    let pieces = vec![
        at(850, one[..4].to_vec()),
        at(1_150, one[4..].to_vec()),
        // The length alone, and the rest after three seconds.
        at(1_700, two[..1].to_vec()),
        at(2_400, two[1..6].to_vec()),
        at(4_300, two[6..].to_vec()),
    ];
    desk(pieces, Ends::Button(5_500))
        .promises(orders_at(&[("4 A- St. Anna", 1_150), ("2 B+ Lake Clinic", 4_300)]))
        .kept()
}

#[test]
fn several_orders_in_one_piece_are_several_orders() -> Kept {
    let [one, two, three] = ["1 A+ St. Anna", "", "3 AB- Upper Pass"].map(frame);
    let mut piece = [one, two, three.clone()].concat();
    piece.truncate(piece.len() - 5);
    let rest = three[three.len() - 5..].to_vec();
    desk(vec![at(300, piece), at(620, rest)], Ends::Button(900))
        .promises(orders_at(&[("1 A+ St. Anna", 300), ("", 300), ("3 AB- Upper Pass", 620)]))
        .kept()
}

#[test]
fn the_panel_is_brought_up_to_date_each_second() -> Kept {
    let bytes = frame("6 0+ for all three");
    // A byte each 175 ms: no pause is as long as a second.
    let pieces = (0..).zip(&bytes).map(|(n, byte)| at(175 * n + 20, vec![*byte])).collect();
    desk(pieces, Ends::Button(4_500)).promises(panel(&[0, 0, 0, 1])).kept()
}

#[test]
fn at_the_button_it_returns_what_is_complete() -> Kept {
    let [one, two] = ["1 A+ St. Anna", "2 B+ Lake Clinic"].map(frame);
    let pieces = vec![at(100, one), at(400, two[..9].to_vec()), at(2_600, two[9..].to_vec())];
    desk(pieces, Ends::Button(1_850)).returns(vec!["1 A+ St. Anna".into()]).takes(ms(1_850)).kept()
}

#[test]
fn it_returns_when_nobody_can_press_the_button_any_more() -> Kept {
    desk(vec![at(100, frame("1 A+ St. Anna"))], Ends::ButtonGone(1_250))
        .returns(vec!["1 A+ St. Anna".into()])
        .takes(ms(1_250))
        .kept()
}

#[test]
fn it_returns_when_the_stream_ends() -> Kept {
    let half = frame("2 B+ Lake Clinic")[..7].to_vec();
    desk(vec![at(100, frame("1 A+ St. Anna")), at(200, half)], Ends::Stream(2_400))
        .returns(vec!["1 A+ St. Anna".into()])
        .takes(ms(2_400))
        .kept()
        .and(desk(vec![], Ends::Stream(0)).returns(vec![]).takes(ms(0)).kept())
}

#[test]
fn nothing_is_left_running() -> Kept {
    let half = frame("2 B+ Lake Clinic")[..7].to_vec();
    desk(vec![at(200, half)], Ends::Button(1_300)).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_line() -> Kept {
    judge::any_input(model::cases)
}

/// Bytes that come together.
#[derive(Clone)]
struct Piece {
    at: Duration,
    bytes: Vec<u8>,
}

fn at(millis: u64, bytes: Vec<u8>) -> Piece {
    Piece { at: ms(millis), bytes }
}

/// An order as it comes by the line.
fn frame(text: &str) -> Vec<u8> {
    [&[text.len() as u8], text.as_bytes()].concat()
}

/// What the shift ends with, and when, in milliseconds.
#[derive(Clone, Copy)]
enum Ends {
    Button(u64),
    /// Nobody can press it any more.
    ButtonGone(u64),
    Stream(u64),
}

/// A shift at the desk, with the mistakes that can break any promise. In a picture, each order is a bar, from its
/// first piece to its last.
fn desk(pieces: Vec<Piece>, ends: Ends) -> Run<Vec<String>> {
    let last = pieces.last().map(|piece| piece.at).unwrap_or_default();
    let often = pieces.windows(2).all(|pair| pair[1].at - pair[0].at < SECOND);
    let (Ends::Button(end) | Ends::ButtonGone(end) | Ends::Stream(end)) = ends;
    let cut = bars(&pieces).into_iter().filter(move |(_, from, to)| {
        // In pieces, between which the panel changed.
        *to < ms(end) && from.as_secs() < to.as_secs()
    });
    let cut: Vec<String> = cut.map(|(text, _, _)| text.trim_matches('"').to_owned()).collect();
    judge::run(move || shift(64, pieces, ends, true))
        .usually_means(
            "garbled",
            "Bytes of one order were taken for the beginning of another: some bytes before them are lost. What \
             a branch of `select!` has read is dropped with it when another branch is first. `read_exact` and \
             `read_u8` with what comes after it are not cancel safe.",
            |seen| made(seen).iter().any(|(text, _)| !KNOWN.contains(text)),
        )
        .usually_means(
            "bytes-lost",
            "All bytes of an order came, and no order was made of them: some bytes are gone. What is made in \
             the loop, or in a branch of `select!`, is dropped when the round is over, with what it has. \
             `read_exact` is such a thing: it is not cancel safe.",
            move |seen| {
                let made = made(seen);
                seen.value.is_some() && cut.iter().any(|text| made.iter().all(|(it, _)| it != text))
            },
        )
        .usually_means(
            "panel-never",
            "As long as bytes came, the panel was never brought up to date. A sleep that is made in the loop begins \
             anew with each of them.",
            move |seen| {
                often && last > 2 * SECOND && shown(seen).iter().all(|(_, at)| *at > last)
            },
        )
        .usually_means(
            "button-late",
            "It looked at the button only when something else happened, at a whole second. Wait for it as for the \
             others: a oneshot receiver is a future.",
            move |seen| seen.elapsed > ms(end) && seen.elapsed < ms(end) + SECOND && seen.elapsed.subsec_nanos() == 0,
        )
}

/// All orders that the hospitals in the promises send.
const KNOWN: [&str; 8] = [
    "",
    "2 B+ Lake Clinic",
    "1 0- Upper Pass",
    "4 A- St. Anna",
    "1 A+ St. Anna",
    "3 AB- Upper Pass",
    "6 0+ for all three",
    "5 0- Lake Clinic",
];

/// Has these pieces come by a line with so much room, while `read_orders` is awaited.
async fn shift(room: usize, pieces: Vec<Piece>, ends: Ends, shows_bars: bool) -> Vec<String> {
    let (line, stream) = duplex(room);
    // It stays open when all is over: a reader that is left behind then shall not come to its end by that.
    let line = Arc::new(Mutex::new(line));
    forget(line.clone());
    let (button, stop) = oneshot::channel();
    let start = Instant::now();
    let millis = match ends {
        Ends::Button(at) | Ends::ButtonGone(at) | Ends::Stream(at) => at,
    };
    // No task: whatever is left running is the answer's own. An error of the line says that nobody reads any more.
    let hospitals = unconstrained(async move {
        let write = async {
            for piece in pieces.iter().filter(|piece| piece.at < ms(millis)) {
                sleep_until(start + piece.at).await;
                let _ = line.lock().await.write_all(&piece.bytes).await;
            }
            sleep_until(start + ms(millis)).await;
        };
        let bars = if shows_bars { bars(&pieces) } else { Vec::new() };
        let bars = bars.into_iter().map(|(text, from, to)| async move {
            sleep_until(start + from).await;
            span(text, sleep_until(start + to)).await;
        });
        select(pin!(write), pin!(join(join_all(bars), pending::<()>()))).await;
        match ends {
            Ends::Button(_) => drop(button.send(())),
            Ends::ButtonGone(_) => drop(button),
            Ends::Stream(_) => {
                let _ = line.lock().await.shutdown().await;
                forget(button);
            }
        }
        pending::<()>().await;
    });
    let orders = match select(pin!(hospitals), pin!(read_orders(stream, stop))).await {
        Either::Left(_) => unreachable!("they are pending for ever"),
        Either::Right((orders, _)) => orders,
    };
    orders.iter().map(|order: &Order| order.text().to_owned()).collect()
}

/// Each order of these pieces, with the times of its first piece and its last.
fn bars(pieces: &[Piece]) -> Vec<(String, Duration, Duration)> {
    let bytes = pieces.iter().flat_map(|piece| piece.bytes.iter().map(|byte| (*byte, piece.at)));
    let mut bytes = bytes.peekable();
    let mut bars = Vec::new();
    while let Some((length, from)) = bytes.next() {
        let rest: Vec<(u8, Duration)> = bytes.by_ref().take(length.into()).collect();
        let text: Vec<u8> = rest.iter().map(|(byte, _)| *byte).collect();
        let is_whole = rest.len() == usize::from(length);
        let last = rest.last().map_or(from, |(_, at)| *at);
        let to = if is_whole { last } else { 3_600 * SECOND };
        bars.push((format!("\"{}\"", String::from_utf8_lossy(&text)), from, to));
    }
    bars
}

/// The orders that were made, with their times.
fn made(seen: &Seen<Vec<String>>) -> Vec<(&str, Duration)> {
    let said = seen.timeline.said.iter().filter(|said| !said.own);
    said.filter_map(|said| Some((said.line.strip_prefix("order: ")?, said.at))).collect()
}

/// What the panel showed, with its times.
fn shown(seen: &Seen<Vec<String>>) -> Vec<(&str, Duration)> {
    let said = seen.timeline.said.iter().filter(|said| !said.own);
    said.filter_map(|said| Some((said.line.strip_prefix("panel: ")?, said.at))).collect()
}

/// These orders are made at these times, in milliseconds, and no others.
fn orders_at(all: &[(&'static str, u64)]) -> impl FnOnce(&Seen<Vec<String>>) -> Result<(), String> {
    let all: Vec<(&str, Duration)> = all.iter().map(|(text, at)| (*text, ms(*at))).collect();
    move |seen| {
        let made = made(seen);
        for (number, (text, at)) in all.iter().enumerate() {
            match made.get(number) {
                Some(one) if one == &(*text, *at) => {}
                Some((other, then)) => {
                    return Err(format!(
                        "Order {} was \"{other}\", at {}; the promise is \"{text}\", at {}.",
                        number + 1,
                        time(*then),
                        time(*at)
                    ));
                }
                None => {
                    return Err(format!(
                        "The order \"{text}\" never came; the promise is at {}.",
                        time(*at)
                    ));
                }
            }
        }
        match made.get(all.len()) {
            Some((other, then)) => Err(format!(
                "At {} there was an order \"{other}\" that nobody had sent.",
                time(*then)
            )),
            None => Ok(()),
        }
    }
}

/// The panel shows these numbers, one each second, and no others.
fn panel(numbers: &[usize]) -> impl FnOnce(&Seen<Vec<String>>) -> Result<(), String> {
    let numbers = numbers.to_vec();
    move |seen| {
        let shown = shown(seen);
        for (number, second) in numbers.iter().zip(1..) {
            let (text, at) = (number.to_string(), second * SECOND);
            let told = shown.iter().find(|(_, then)| *then == at);
            match told {
                Some((told, _)) if **told == text => {}
                Some((told, _)) => {
                    return Err(format!(
                        "At {} the panel showed {told}; the promise is {text}.",
                        time(at)
                    ));
                }
                None => {
                    return Err(format!(
                        "At {} the panel showed nothing; the promise is {text}.",
                        time(at)
                    ));
                }
            }
        }
        match shown.iter().find(|(_, at)| at.subsec_nanos() != 0) {
            Some((told, at)) => Err(format!(
                "At {} the panel showed {told}; the promise is that it does so at whole seconds only.",
                time(*at)
            )),
            None => Ok(()),
        }
    }
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
