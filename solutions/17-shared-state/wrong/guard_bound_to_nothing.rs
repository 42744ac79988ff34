//! Binds the guard to `_`, which keeps nothing. | of_two_who_want_80_from_100_exactly_one_gets_it: "cannot go below zero" | the_bank_is_asked_about_one_withdrawal_at_a_time: "had their turn at once" | when_a_turn_ends_the_next_begins_at_that_moment: "had their turn at once" | when_it_is_dropped_midway_its_turn_is_over: "had their turn at once" | whoever_gives_up_while_waiting_holds_nobody_up: "had their turn at once"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: (Mutex<()>, Cell<u32>),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (Mutex::new(()), Cell::new(money)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (turn, money) = &self.money;
        let _ = turn.lock().await;
        if money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.set(money.get() - amount);
        true
    }
}
