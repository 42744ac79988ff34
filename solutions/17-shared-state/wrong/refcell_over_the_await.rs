//! Holds a borrow of a RefCell over the `.await`. | of_two_who_want_80_from_100_exactly_one_gets_it: "RefCell" | the_bank_is_asked_about_one_withdrawal_at_a_time: "RefCell" | when_a_turn_ends_the_next_begins_at_that_moment: "RefCell" | what_the_bank_refuses_stays_in_the_wallet: "RefCell" | when_it_is_dropped_midway_its_turn_is_over: "RefCell" | whoever_gives_up_while_waiting_holds_nobody_up: "RefCell"

pub mod given;

use given::Bank;
use std::cell::RefCell;

pub struct Wallet {
    bank: Bank,
    money: RefCell<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: RefCell::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let mut money = self.money.borrow_mut();
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
