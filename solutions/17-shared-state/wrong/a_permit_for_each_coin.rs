//! A permit for each coin, so that those whose coins are there need not wait for each other. | the_bank_is_asked_about_one_withdrawal_at_a_time: "had their turn at once" | when_a_turn_ends_the_next_begins_at_that_moment: "had their turn at once" | what_the_bank_refuses_stays_in_the_wallet: "because somebody else had their turn" | when_it_is_dropped_midway_its_turn_is_over: "because somebody else had their turn" | whoever_gives_up_while_waiting_holds_nobody_up: "had their turn at once"

pub mod given;

use given::Bank;
use tokio::sync::Semaphore;

pub struct Wallet {
    bank: Bank,
    money: (u32, Semaphore),
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: (money, Semaphore::new(money as usize)) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (all, coins) = &self.money;
        if amount > *all || coins.available_permits() < amount as usize {
            return false;
        }
        let permits = coins.acquire_many(amount).await.unwrap();
        if !self.bank.allows(amount).await {
            return false;
        }
        permits.forget();
        true
    }
}
