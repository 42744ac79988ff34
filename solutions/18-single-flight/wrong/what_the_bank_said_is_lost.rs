//! Says only that there is no rate. | a_failure_reaches_all_who_waited: "The error says"

pub mod given;

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
        if answer.is_err() {
            let mut questions = self.questions.lock().unwrap();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.map_err(|_| anyhow::anyhow!("no rate for {currency}"))
    }
}
