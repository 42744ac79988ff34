//! What does not fit into a channel of 32 goes on a pile, and later slips overtake it. | all_of_this_holds_for_whatever_day: "the ledger began to book"
pub mod given;
use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::{mpsc, oneshot};

type Slip = (Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>);

#[derive(Clone)]
pub struct Bank {
    window: mpsc::Sender<Slip>,
    pile: Arc<Mutex<VecDeque<Slip>>>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::channel::<Slip>(32);
        let pile = Arc::new(Mutex::new(VecDeque::<Slip>::new()));
        let piled = pile.clone();
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            loop {
                let slip = match slips.try_recv() {
                    Ok(slip) => Some(slip),
                    Err(_) => {
                        let first = piled.lock().unwrap().pop_front();
                        match first {
                            Some(slip) => Some(slip),
                            None => slips.recv().await,
                        }
                    }
                };
                let Some((from, to, amount, reply)) = slip else { break };
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { window, pile }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        match self.window.try_send((from, to, amount, reply)) {
            Ok(()) => {}
            Err(mpsc::error::TrySendError::Full(slip)) => self.pile.lock().unwrap().push_back(slip),
            Err(_) => anyhow::bail!("closed"),
        }
        answer.await.context("no reply")?.with_context(|| format!("{from} to {to}"))
    }
}
