//! Says no when somebody else has their turn. | of_two_who_want_80_from_100_exactly_one_gets_it: "because somebody else had their turn" | when_a_turn_ends_the_next_begins_at_that_moment: "because somebody else had their turn" | what_the_bank_refuses_stays_in_the_wallet: "because somebody else had their turn" | when_it_is_dropped_midway_its_turn_is_over: "because somebody else had their turn" | whoever_gives_up_while_waiting_holds_nobody_up: "because somebody else had their turn"

pub mod given;

use given::Bank;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let Ok(mut money) = self.money.try_lock() else { return false };
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        *money -= amount;
        true
    }
}
