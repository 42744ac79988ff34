//! Takes the money first, and puts it back after a no. | a_withdrawal_that_is_dropped_midway_takes_nothing: "nothing puts it back" | when_it_is_dropped_midway_its_turn_is_over: "nothing puts it back"

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
        let mut money = self.money.lock().await;
        if *money < amount {
            return false;
        }
        *money -= amount;
        if self.bank.allows(amount).await {
            return true;
        }
        *money += amount;
        false
    }
}
