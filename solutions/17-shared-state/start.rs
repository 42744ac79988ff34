//! # 17 · Shared state
//!
//! What several futures share may have changed after every `.await`. A lock that you can hold over an
//! `.await` keeps the others out until you are done. The README tells the story; the promises that
//! your answer must keep are in `tests/shared_state.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 17    are the promises kept?
//! cargo xtask hint 17     one step at a time
//! cargo xtask run 17      watch it on the real clock
//! ```

pub mod given;

use given::Bank;

/// Money that several people share. Its fields are yours to change.
pub struct Wallet {
    bank: Bank,
    money: u32,
}

impl Wallet {
    /// A wallet with so much money in it. It doesn't ask the bank anything.
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money }
    }

    /// Takes `amount` out of the wallet, if the wallet has it and the bank allows it. Returns whether it
    /// was taken.
    ///
    /// Withdrawals from one wallet have their turn one after another. When it is your turn and the wallet
    /// has less than `amount`, it returns false, and the bank isn't asked. Otherwise the bank is asked,
    /// once. At the moment of its answer the withdrawal is over: after a yes the money is gone and it
    /// returns true, after a no the money is still there and it returns false.
    ///
    /// Nobody waits while the bank isn't being asked about this wallet: when a turn ends, somebody
    /// else's begins at that moment. Whose it is is up to you. An amount that the wallet doesn't have
    /// may be refused before its turn. (Money only ever leaves a wallet.)
    ///
    /// A withdrawal may be dropped at any moment. Then its question is broken off, it takes nothing, and
    /// its turn is over. Wallets don't wait for each other, and nothing is left running.
    pub async fn withdraw(&self, amount: u32) -> bool {
        // TODO: look, ask, and take, and let nobody else come in between.
        todo!("ask {:?} whether {amount} of {} may be taken", self.bank, self.money)
    }
}
