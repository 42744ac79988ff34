//! Asks in a task that nobody waits for at the end, and goes on when all have their rate. | nothing_is_left_running: "A spawned task goes on by itself, and dropping"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Mutex;

type Question = Shared<BoxFuture<'static, Result<Rate, Unknown>>>;

pub struct Rates {
    bank: Bank,
    questions: Mutex<HashMap<String, Question>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, questions: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let question = self
            .questions
            .lock()
            .unwrap()
            .entry(currency.to_owned())
            .or_insert_with(|| {
                let (bank, currency) = (self.bank.clone(), currency.to_owned());
                async move { bank.ask(&currency).await }.boxed().shared()
            })
            .clone();
        let answer = question.clone().await;
        tokio::spawn(async { tokio::time::sleep(lab::SECOND).await });
        if answer.is_err() {
            let mut questions = self.questions.lock().unwrap();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
