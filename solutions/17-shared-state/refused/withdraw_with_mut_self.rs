//! Asks for `&mut self`, which no two can have. | other-signature: "the tests can't call it"

pub mod given;

use given::Bank;

pub struct Wallet {
    bank: Bank,
    money: u32,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { bank, money: money }
    }

    pub async fn withdraw(&mut self, amount: u32) -> bool {
        if self.money < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money -= amount;
        true
    }
}
