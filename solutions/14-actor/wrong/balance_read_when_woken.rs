//! Hands over only that it is booked; the client looks up the balance when it looks. | all_of_this_holds_for_whatever_day: "was answered with"

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::sync::{Arc, Mutex};
use tokio::sync::{mpsc, oneshot};

type Slip = (Account, Account, u64, oneshot::Sender<Result<(), Refusal>>);

#[derive(Clone)]
pub struct Bank {
    window: mpsc::Sender<Slip>,
    balances: Arc<Mutex<[u64; 4]>>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::channel::<Slip>(16);
        let balances = Arc::new(Mutex::new([500, 200, 50, 0]));
        let copy = balances.clone();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some((from, to, amount, reply)) = slips.recv().await {
                let booked = ledger.book(from, to, amount).await;
                *copy.lock().unwrap() = [Account::Ada, Account::Bob, Account::Cleo, Account::Dora]
                    .map(|who| ledger.balance(who));
                let _ = reply.send(booked);
            }
        });
        Bank { window, balances }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window.send((from, to, amount, reply)).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("{from} to {to}: {amount}"))?;
        Ok(self.balances.lock().unwrap()[from as usize])
    }
}
