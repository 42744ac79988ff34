//! The money lies in a channel with one place: whoever has received it has their turn.

pub mod given;

use given::Bank;
use tokio::sync::Mutex;
use tokio::sync::mpsc::{Receiver, Sender, channel};

pub struct Wallet {
    bank: Bank,
    put: Sender<u32>,
    get: Mutex<Receiver<u32>>,
}

struct Money<'a> {
    put: &'a Sender<u32>,
    left: u32,
}

impl Drop for Money<'_> {
    fn drop(&mut self) {
        let _ = self.put.try_send(self.left);
    }
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        let (put, get) = channel(1);
        let _ = put.try_send(money);
        Wallet { bank, put, get: Mutex::new(get) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let Some(left) = self.get.lock().await.recv().await else { return false };
        let mut money = Money { put: &self.put, left };
        if money.left < amount || !self.bank.allows(amount).await {
            return false;
        }
        money.left -= amount;
        true
    }
}
