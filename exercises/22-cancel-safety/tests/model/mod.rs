//! What must be seen of `read_orders`, whatever comes by the line and in whatever pieces: a generator of shifts, and
//! when each order is made and the panel is brought up to date.

use super::{Ends, Piece, ms, shift};
use judge::{Call, Case, Expected, Rng, Scenario, time};
use std::time::Duration;

/// From nothing to two thousand orders, in pieces of all kinds, each case beside another; then minutes of nothing.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let kinds = [
        (0, BYTES),
        (1, BYTES),
        (1, SLOW),
        (2, BYTES),
        (2, MANY),
        (3, SLOW),
        (4, MIXED),
        (6, BYTES),
        (9, MIXED),
        (20, MANY),
        (40, MIXED),
    ];
    let mut cases = Vec::new();
    for (orders, kind) in kinds {
        let [one, other] = [shift_of(rng, orders, kind), shift_of(rng, 3, MIXED)];
        let third = shift_of(rng, orders.max(1), kind);
        let third = dropped(rng, third);
        // The panel of calls that begin at other moments shows at other moments.
        let [soon, later] = [rng.time(1, 900), rng.time(1, 5_000)];
        cases.push(Case::new(one).beside(soon, other).beside(later, third));
    }
    // Each cut there is, one order after the other.
    cases.push(Case::new(each_cut(rng)).once());
    let mut many = shift_of(rng, 2_000, MANY);
    many.ends_at = many.pieces.iter().map(|piece| piece.at + ms(3)).max().unwrap_or_default();
    many.no_ties();
    cases.push(Case::new(many).once());
    let mut quiet = shift_of(rng, 3, BYTES);
    let long = rng.time(1_200_000, 1_500_000);
    quiet.pieces.iter_mut().skip(4).for_each(|piece| piece.at += long);
    quiet.ends_at += long;
    quiet.no_ties();
    cases.push(Case::new(quiet).once());
    cases
}

/// The most bytes of a piece, and the longest pause before it in milliseconds.
type Kind = (u64, u64);

const BYTES: Kind = (1, 190);
const SLOW: Kind = (7, 2_900);
const MANY: Kind = (600, 30);
const MIXED: Kind = (30, 700);

#[derive(Clone)]
struct Shift {
    room: usize,
    pieces: Vec<Piece>,
    ends: u64,
    ends_at: Duration,
    dropped_at: Option<Duration>,
}

fn shift_of(rng: &mut Rng, orders: usize, (most, pause): Kind) -> Shift {
    let mut bytes = Vec::new();
    for _ in 0..orders {
        let longest = rng.one_of(&[3, 12, 12, 255]);
        let length = rng.between(0, longest);
        bytes.push(length as u8);
        bytes.extend((0..length).map(|_| b'a' + rng.below(26) as u8));
    }
    let (mut pieces, mut at, mut from) = (Vec::new(), Duration::ZERO, 0);
    while from < bytes.len() {
        at += rng.time(0, pause);
        let to = (from + rng.between(1, most) as usize).min(bytes.len());
        pieces.push(Piece { at, bytes: bytes[from..to].to_vec() });
        from = to;
    }
    // After all of it, or before.
    let ends_at = match rng.below(3) {
        0 => ms(rng.between(1, at.as_millis() as u64 + 900)),
        _ => at + ms(rng.between(1, 4_000)),
    };
    let room = rng.one_of(&[1, 16, 64, 4_096]);
    let mut shift = Shift { room, pieces, ends: rng.between(0, 2), ends_at, dropped_at: None };
    shift.no_ties();
    shift
}

/// Three orders whose bytes come in two pieces each, cut at each position, with a second in between.
fn each_cut(rng: &mut Rng) -> Shift {
    let (mut pieces, mut at) = (Vec::new(), Duration::ZERO);
    for length in 0..6 {
        for cut in 0..=length {
            let text = (0..length).map(|_| b'a' + rng.below(26) as u8);
            let bytes: Vec<u8> = [length as u8].into_iter().chain(text).collect();
            let (head, tail) = bytes.split_at(cut);
            for piece in [head, tail].into_iter().filter(|piece| !piece.is_empty()) {
                at += rng.time(900, 1_200);
                pieces.push(Piece { at, bytes: piece.to_vec() });
            }
        }
    }
    let mut shift = Shift { room: 16, pieces, ends: 0, ends_at: at + ms(700), dropped_at: None };
    shift.no_ties();
    shift
}

/// The same, dropped at a moment at which nothing else happens.
fn dropped(rng: &mut Rng, shift: Shift) -> Shift {
    let whole = shift.ends_at.as_millis() as u64;
    let at = ms(rng.between(1, whole + 1));
    let busy = |at: Duration| {
        at.subsec_nanos() == 0
            || at == shift.ends_at
            || shift.pieces.iter().any(|piece| piece.at == at)
    };
    let at = if busy(at) { shift.ends_at + ms(7) } else { at };
    Shift { dropped_at: Some(at), ..shift }
}

impl Shift {
    /// Nothing comes at a whole second, and nothing when it ends.
    fn no_ties(&mut self) {
        let mut last = Duration::ZERO;
        for piece in &mut self.pieces {
            piece.at = piece.at.max(last);
            if piece.at.subsec_nanos() == 0 {
                piece.at += ms(1);
            }
            last = piece.at;
        }
        let busy =
            |at: Duration| at.subsec_nanos() == 0 || self.pieces.iter().any(|piece| piece.at == at);
        while busy(self.ends_at) {
            self.ends_at += ms(1);
        }
    }

    fn ending(&self) -> Ends {
        let at = self.ends_at.as_millis() as u64;
        [Ends::Button(at), Ends::ButtonGone(at), Ends::Stream(at)][self.ends as usize]
    }

    /// The pieces that come before it ends.
    fn read(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.at < self.ends_at)
    }
}

impl Scenario for Shift {
    fn input(&self) -> String {
        let piece = |piece: &Piece| {
            let what = match piece.bytes.len() {
                0..=6 => format!("{:?}", piece.bytes),
                length => format!("{length} bytes"),
            };
            format!("{what} at {}", time(piece.at))
        };
        let mut told: Vec<String> = self.pieces.iter().take(5).map(piece).collect();
        if self.pieces.len() > 5 {
            told.push(format!("{} pieces more", self.pieces.len() - 5));
        }
        let pieces = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
        let end = ["the button at", "the button gone at", "the line's end at"][self.ends as usize];
        let mut input = format!("read_orders of {pieces}; {end} {}", time(self.ends_at));
        if let Some(at) = self.dropped_at {
            input += &format!(", dropped at {}", time(at));
        }
        input
    }

    fn call(&self) -> Call {
        let Shift { room, pieces, dropped_at, .. } = self.clone();
        let ends = self.ending();
        let call = Call::new(move || async move {
            let orders = shift(room, pieces, ends, false).await;
            format!("{} orders: {}", orders.len(), orders.join(" "))
        });
        match dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let (mut bytes, mut orders, mut second) = (Vec::new(), Vec::new(), 1);
        let over = self.ends_at;
        let mut panel = |until: Duration, orders: usize, expected: &mut Expected| {
            while Duration::from_secs(second) < until {
                expected.says(Duration::from_secs(second), format!("panel: {orders}"));
                second += 1;
            }
        };
        for piece in self.read() {
            panel(piece.at, orders.len(), &mut expected);
            bytes.extend_from_slice(&piece.bytes);
            let mut from = 0;
            while from < bytes.len() && from + usize::from(bytes[from]) < bytes.len() {
                let to = from + 1 + usize::from(bytes[from]);
                let order = String::from_utf8_lossy(&bytes[from + 1..to]).into_owned();
                expected.says(piece.at, format!("order: {order}"));
                orders.push(order);
                from = to;
            }
            bytes.drain(..from);
        }
        panel(over, orders.len(), &mut expected);
        expected.says_no_more();
        expected.returns(format!("{} orders: {}", orders.len(), orders.join(" ")), over);
        Some(match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        })
    }
}
