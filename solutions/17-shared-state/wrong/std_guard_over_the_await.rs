//! Holds the guard of a std lock over the `.await`. | of_two_who_want_80_from_100_exactly_one_gets_it: "waited for a lock of std" | the_bank_is_asked_about_one_withdrawal_at_a_time: "waited for a lock of std" | when_a_turn_ends_the_next_begins_at_that_moment: "waited for a lock of std" | what_the_bank_refuses_stays_in_the_wallet: "waited for a lock of std" | when_it_is_dropped_midway_its_turn_is_over: "waited for a lock of std" | whoever_gives_up_while_waiting_holds_nobody_up: "waited for a lock of std"

pub mod given;

use given::Bank;
use std::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.lock().unwrap();
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
