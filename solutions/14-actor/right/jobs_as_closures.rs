//! Requests are closures: whoever sends one says itself what is to be done with the ledger.

pub mod given;

use anyhow::Context;
use futures::future::BoxFuture;
use given::{Account, Ledger};
use tokio::sync::{mpsc, oneshot};

type Job = Box<dyn for<'a> FnOnce(&'a mut Ledger) -> BoxFuture<'a, ()> + Send>;

#[derive(Clone)]
pub struct Bank {
    jobs: mpsc::Sender<Job>,
}

impl Bank {
    pub fn start() -> Bank {
        let (jobs, mut inbox) = mpsc::channel::<Job>(1);
        tokio::spawn(async move {
            let mut ledger = Ledger::open();
            while let Some(job) = inbox.recv().await {
                job(&mut ledger).await;
            }
        });
        Bank { jobs }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |ledger| {
            Box::pin(async move {
                let booked = ledger.book(from, to, amount).await;
                let _ = reply.send(booked.map(|()| ledger.balance(from)));
            })
        });
        self.jobs.send(job).await.ok().context("the bank has closed")?;
        let booked = answer.await.context("the bank closed before it replied")?;
        booked.with_context(|| format!("{from} could not pay {amount} to {to}"))
    }
}
