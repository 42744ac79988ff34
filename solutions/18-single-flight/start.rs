//! # 18 · Single flight
//!
//! Many want the same thing at the same moment, and one of them has to fetch it, for all. The README
//! tells the story; the promises that your answer must keep are in `tests/single_flight.rs`: read their
//! names first.
//!
//! ```text
//! cargo xtask check 18    are the promises kept?
//! cargo xtask hint 18     one step at a time
//! cargo xtask run 18      watch it on the real clock
//! ```

pub mod given;

use given::{Bank, Rate};

/// What money is worth, as far as anybody has asked.
pub struct Rates {
    bank: Bank,
    // What else has to be kept?
}

impl Rates {
    /// Nothing is known yet.
    pub fn new(bank: Bank) -> Rates {
        Rates { bank }
    }

    /// The rate of a currency.
    ///
    /// If it is known, it comes at once, for ever. If it isn't, and the bank isn't being asked about it, the
    /// bank is asked (`Bank::ask`), at once. If the bank is being asked about it, this waits for that answer.
    /// In no case does it wait for a question about another currency.
    ///
    /// A failure reaches all who waited for that answer, as an error that says, printed in full with `{:#}`,
    /// which currency it was and what the bank said. It isn't kept: whoever asks after that asks anew.
    ///
    /// Any of the callers may be dropped while they wait, the first one too. As long as others wait, there is a
    /// question under way for them: the same one, or at once a new one, but never two. (If nobody waits any more,
    /// it is up to you what becomes of it.) Two `Rates` share nothing.
    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        // TODO: what do those find who come while the bank is being asked?
        todo!("ask {:?} what {currency} is worth, once for all who want to know", self.bank)
    }
}
