//! Refuses at once what would not be there if the one whose turn it is gets it. | what_the_bank_refuses_stays_in_the_wallet: "because somebody else had their turn" | when_it_is_dropped_midway_its_turn_is_over: "because somebody else had their turn"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Mutex;

struct Pending<'a>(&'a Cell<u32>);

impl Drop for Pending<'_> {
    fn drop(&mut self) {
        self.0.set(0);
    }
}

pub struct Wallet {
    bank: Bank,
    money: (Cell<u32>, Cell<u32>, Mutex<()>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Cell::new(money), Cell::new(0), Mutex::new(())) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (money, pending, turn) = &self.money;
        if money.get().saturating_sub(pending.get()) < amount {
            return false;
        }
        let _turn = turn.lock().await;
        if money.get() < amount {
            return false;
        }
        pending.set(amount);
        let _pending = Pending(pending);
        if !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
