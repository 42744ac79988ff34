//! Takes the money from a copy of the number. | of_two_who_want_80_from_100_exactly_one_gets_it: "makes a copy of the number" | what_the_wallet_does_not_have_is_refused_without_the_bank: "makes a copy of the number"

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
        let guard = self.money.lock().await;
        let mut money = *guard;
        if money < amount || !self.bank.allows(amount).await {
            return false;
        }
        money -= amount;
        money < u32::MAX
    }
}
