//! Takes a question that isn't answered within half a minute for failed. | all_of_this_holds_for_whatever_market: "nobody gave up then"

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
        let patience = std::time::Duration::from_secs(30);
        let answer = tokio::time::timeout(patience, question.clone()).await.context("too slow")?;
        if answer.is_err() {
            let mut questions = self.questions.lock().unwrap();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
