//! Keeps the money of all wallets of a thread in one place. | all_of_this_holds_for_whatever_wallet: "share something"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Mutex;

thread_local! {
    static MONEY: Cell<u32> = const { Cell::new(0) };
}

pub struct Wallet {
    bank: Bank,
    turn: Mutex<()>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        MONEY.set(money);
        Wallet { bank, turn: Mutex::new(()) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let _turn = self.turn.lock().await;
        if MONEY.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        MONEY.set(MONEY.get() - amount);
        true
    }
}
