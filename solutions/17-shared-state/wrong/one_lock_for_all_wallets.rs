//! One static lock for all wallets. | two_wallets_do_not_wait_for_each_other: "A static is the same for all wallets"

pub mod given;

use given::Bank;
use std::cell::Cell;
use tokio::sync::Mutex;

static TURN: Mutex<()> = Mutex::const_new(());

pub struct Wallet {
    bank: Bank,
    money: Cell<u32>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: Cell::new(money) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let _turn = TURN.lock().await;
        if self.money.get() < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money.set(self.money.get() - amount);
        true
    }
}
