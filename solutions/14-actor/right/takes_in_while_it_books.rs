//! Takes requests in while it books, and keeps them in a queue of its own.

pub mod given;

use anyhow::Context;
use given::{Account, Ledger, Refusal};
use std::collections::VecDeque;
use tokio::sync::{mpsc, oneshot};

type Slip = (Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>);

#[derive(Clone)]
pub struct Bank {
    window: mpsc::Sender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, mut slips) = mpsc::channel::<Slip>(2);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            let mut queue = VecDeque::new();
            let mut open = true;
            loop {
                let Some((from, to, amount, reply)) = queue.pop_front() else {
                    match slips.recv().await {
                        None => return,
                        Some(slip) => queue.push_back(slip),
                    }
                    continue;
                };
                let booked = {
                    let booking = ledger.book(from, to, amount);
                    tokio::pin!(booking);
                    loop {
                        tokio::select! {
                            biased;
                            booked = &mut booking => break booked,
                            slip = slips.recv(), if open => match slip {
                                Some(slip) => {
                                    queue.push_back(slip);
                                    lab::say!("{} slips wait", queue.len());
                                }
                                None => open = false,
                            },
                        }
                    }
                };
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            }
        });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window.send((from, to, amount, reply)).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("{from} to {to}: {amount}"))
    }
}
