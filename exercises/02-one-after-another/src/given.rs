//! The shop of this story and the four calls that it answers. Given: nothing to edit here.

use lab::{SECOND, fetch, say};
use std::error::Error;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::time::Duration;

/// The proof that somebody has logged in. Only the shop knows which token goes with which user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub user: String,
    pub token: u64,
}

/// What somebody wants to buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    pub total: u32,
}

/// Where it is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub line: String,
}

/// What the shop writes when somebody has paid. Its number is the shop's own business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub number: u64,
    pub total: u32,
    pub ship_to: String,
}

/// Why the shop says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(&'static str);

/// Takes a second. Refused to those whom the shop does not know.
pub async fn log_in(user: &str) -> Result<Session, Refusal> {
    let known = customer(user).map(|_| Session { user: user.to_owned(), token: token(user) });
    call(format!("log in as {user}"), SECOND, known.ok_or(Refusal("unknown customer"))).await
}

/// Takes a second, or three when the basket is full.
pub async fn fetch_basket(session: &Session) -> Result<Basket, Refusal> {
    let basket = whose(session).and_then(|customer| customer.basket);
    let full = customer(&session.user).is_some_and(|customer| customer.full_basket);
    let takes = if full { 3 * SECOND } else { SECOND };
    call(format!("basket of {}", session.user), takes, basket).await
}

/// Takes two seconds.
pub async fn fetch_address(session: &Session) -> Result<Address, Refusal> {
    let address = whose(session).and_then(|customer| customer.address);
    call(format!("address of {}", session.user), 2 * SECOND, address).await
}

/// Takes a second, and money.
pub async fn pay(
    session: &Session,
    basket: &Basket,
    address: &Address,
) -> Result<Receipt, Refusal> {
    let receipt = whose(session).and_then(|customer| customer.card).map(|()| {
        let (total, ship_to) = (basket.total, address.line.clone());
        Receipt { number: number(total, &ship_to), total, ship_to }
    });
    call(format!("payment of {}", session.user), SECOND, receipt).await
}

impl Receipt {
    /// Whether it was the shop that wrote it.
    pub fn is_genuine(&self) -> bool {
        self.number == number(self.total, &self.ship_to)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Refusal {}

/// What the shop has on file about somebody.
struct Customer {
    basket: Result<Basket, Refusal>,
    full_basket: bool,
    address: Result<Address, Refusal>,
    card: Result<(), Refusal>,
}

fn customer(user: &str) -> Option<Customer> {
    let shops_at = |total, line: &str| Customer {
        basket: Ok(Basket { total }),
        full_basket: false,
        address: Ok(Address { line: line.to_owned() }),
        card: Ok(()),
    };
    Some(match user {
        "ada" => shops_at(42, "12 Engine Lane"),
        "joan" => shops_at(17, "7 Harbour Street"),
        "grace" => Customer { full_basket: true, ..shops_at(310, "1 Compass Court") },
        // With these, something goes wrong.
        "oscar" => Customer { basket: Err(Refusal("out of order")), ..shops_at(0, "3 Bin Alley") },
        "nora" => Customer {
            full_basket: true,
            address: Err(Refusal("nothing on file")),
            ..shops_at(250, "")
        },
        "pedro" => Customer { card: Err(Refusal("card declined")), ..shops_at(99, "8 Mill Road") },
        _ => return guest(user),
    })
}

/// A guest, such as `guest 7`, who buys for 7. Letters say what goes wrong: the basket of `guest 7 b`, the
/// address of `guest 7 a`, the card of `guest 7 c`.
fn guest(user: &str) -> Option<Customer> {
    const REASONS: [&str; 3] = ["closed until noon", "too busy", "sold out"];
    let guest = user.strip_prefix("guest ")?;
    let (number, wrong) = guest.split_once(' ').unwrap_or((guest, ""));
    let total: u32 = number.parse().ok()?;
    let unless = |letter: char, reason: u32| match wrong.contains(letter) {
        true => Err(Refusal(REASONS[(total % 3 + reason) as usize % 3])),
        false => Ok(()),
    };
    Some(Customer {
        basket: unless('b', 0).map(|()| Basket { total }),
        full_basket: false,
        address: unless('a', 1).map(|()| Address { line: format!("Room {total}, Halfway House") }),
        card: unless('c', 2),
    })
}

/// Whose session this is, when it is one of the shop's.
fn whose(session: &Session) -> Result<Customer, Refusal> {
    customer(&session.user)
        .filter(|_| session.token == token(&session.user))
        .ok_or(Refusal("this session is not one of ours"))
}

/// One call to the shop, from its first poll to the shop's answer.
async fn call<T>(what: String, takes: Duration, answer: Result<T, Refusal>) -> Result<T, Refusal> {
    say!("{what} ...");
    fetch(&*what, takes).await;
    match &answer {
        Ok(_) => say!("{what}: done"),
        Err(refusal) => say!("{what}: refused, {refusal}"),
    }
    answer
}

/// Another one each time that the program runs: no token and no number can be guessed.
static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);

fn token(user: &str) -> u64 {
    SECRET.hash_one(user)
}

fn number(total: u32, ship_to: &str) -> u64 {
    SECRET.hash_one((total, ship_to))
}
