//! Asks about one currency at a time. | another_currency_does_not_wait: "A question began only when one about another currency"

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
    line: tokio::sync::Mutex<()>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, questions: Mutex::default(), line: tokio::sync::Mutex::new(()) }
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
        let answer = {
            let _line = self.line.lock().await;
            question.clone().await
        };
        if answer.is_err() {
            let mut questions = self.questions.lock().unwrap();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
