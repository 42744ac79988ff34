//! Gives others a turn, again and again, until the wallet is free. | of_two_who_want_80_from_100_exactly_one_gets_it: "This is spinning" | the_bank_is_asked_about_one_withdrawal_at_a_time: "This is spinning" | when_a_turn_ends_the_next_begins_at_that_moment: "This is spinning" | what_the_bank_refuses_stays_in_the_wallet: "This is spinning" | when_it_is_dropped_midway_its_turn_is_over: "This is spinning" | whoever_gives_up_while_waiting_holds_nobody_up: "This is spinning"

pub mod given;

use given::Bank;
use tokio::sync::Mutex;
use tokio::task::yield_now;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = loop {
            match self.money.try_lock() {
                Ok(money) => break money,
                Err(_) => yield_now().await,
            }
        };
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
