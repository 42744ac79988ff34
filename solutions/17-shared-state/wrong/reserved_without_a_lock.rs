//! Takes the money first, puts it back after a no, and needs no lock for it. | the_bank_is_asked_about_one_withdrawal_at_a_time: "had their turn at once" | when_a_turn_ends_the_next_begins_at_that_moment: "had their turn at once" | what_the_bank_refuses_stays_in_the_wallet: "because somebody else had their turn" | a_withdrawal_that_is_dropped_midway_takes_nothing: "nothing puts it back" | when_it_is_dropped_midway_its_turn_is_over: "because somebody else had their turn" | whoever_gives_up_while_waiting_holds_nobody_up: "had their turn at once"

pub mod given;

use given::Bank;
use std::cell::Cell;

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Cell::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        if self.money.get() < amount {
            return false;
        }
        self.money.set(self.money.get() - amount);
        if self.bank.allows(amount).await {
            return true;
        }
        self.money.set(self.money.get() + amount);
        false
    }
}
