//! Changes a field through `&self`. | behind-a-reference: "This is only lent for reading"

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

    pub async fn withdraw(&self, amount: u32) -> bool {
        if self.money < amount || !self.bank.allows(amount).await {
            return false;
        }
        self.money -= amount;
        true
    }
}
