//! A task owns the map and lists of those who wait; it looks for those who are gone.

pub mod given;

use anyhow::Context;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use tokio::sync::{mpsc, oneshot};

type Reply = oneshot::Sender<Result<Rate, Unknown>>;

pub struct Rates {
    desk: mpsc::UnboundedSender<(String, Reply)>,
    clerk: std::sync::Mutex<Option<(Bank, mpsc::UnboundedReceiver<(String, Reply)>)>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        let (desk, requests) = mpsc::unbounded_channel();
        Rates { desk, clerk: std::sync::Mutex::new(Some((bank, requests))) }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        if let Some((bank, requests)) = self.clerk.lock().unwrap().take() {
            tokio::spawn(clerk(bank, requests));
        }
        let (reply, answer) = oneshot::channel();
        self.desk.send((currency.to_owned(), reply))?;
        answer.await.context("no clerk")?.with_context(|| format!("the rate of {currency}"))
    }
}

async fn clerk(bank: Bank, mut requests: mpsc::UnboundedReceiver<(String, Reply)>) {
    let mut known: HashMap<String, Rate> = HashMap::new();
    let mut waiting: HashMap<String, Vec<Reply>> = HashMap::new();
    let mut questions = FuturesUnordered::new();
    loop {
        tokio::select! {
            request = requests.recv() => {
                let Some((currency, reply)) = request else { return };
                if let Some(rate) = known.get(&currency) {
                    let _ = reply.send(Ok(rate.clone()));
                    continue;
                }
                let others = waiting.entry(currency.clone()).or_default();
                if others.is_empty() {
                    let bank = bank.clone();
                    questions.push(async move { (bank.ask(&currency).await, currency) });
                }
                others.push(reply);
            }
            Some((answer, currency)) = questions.next() => {
                for reply in waiting.remove(&currency).unwrap_or_default() {
                    let _ = reply.send(answer.clone());
                }
                known.extend(answer.ok().map(|rate| (currency, rate)));
            }
        }
    }
}
