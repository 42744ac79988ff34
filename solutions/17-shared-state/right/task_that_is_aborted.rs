//! A task that holds an owned guard, and is aborted when the withdrawal is dropped.

pub mod given;

use given::Bank;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

pub struct Wallet {
    shared: Arc<(Bank, Arc<Mutex<u32>>)>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        Wallet { shared: Arc::new((bank, Arc::new(Mutex::new(money)))) }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let shared = self.shared.clone();
        let mut money = shared.1.clone().lock_owned().await;
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            if *money < amount || !shared.0.allows(amount).await {
                return false;
            }
            *money -= amount;
            true
        });
        tasks.join_next().await.is_some_and(|taken| taken.unwrap())
    }
}
