//! 17 · Shared state, solved.

pub mod given;

use given::Bank;
use tokio::sync::Mutex;

pub struct Wallet {
    bank: Bank,
    // In the wallet, so that each has its own; of tokio, because it is held over an `.await`.
    money: Mutex<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Mutex::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        // From the look to the taking, the guard is held. It is dropped at each `return`, at the end,
        // and when the whole future is dropped.
        let mut money = self.money.lock().await;
        if *money < amount || !self.bank.allows(amount).await {
            return false;
        }
        // Only here, with no `.await` below, so nothing has to be put back.
        *money -= amount;
        true
    }
}
