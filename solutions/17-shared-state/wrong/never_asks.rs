//! Never awaits the question, and takes the money. | when_a_turn_ends_the_next_begins_at_that_moment: "nobody had asked the bank" | what_the_wallet_does_not_have_is_refused_without_the_bank: "nobody had asked the bank" | what_the_bank_refuses_stays_in_the_wallet: "nobody had asked the bank" | two_wallets_do_not_wait_for_each_other: "promise is" | a_withdrawal_that_is_dropped_midway_takes_nothing: "nobody had asked the bank" | when_it_is_dropped_midway_its_turn_is_over: "nobody had asked the bank" | whoever_gives_up_while_waiting_holds_nobody_up: "nobody had asked the bank"

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
        let _question = self.bank.allows(amount);
        *money -= amount;
        true
    }
}
