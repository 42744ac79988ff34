//! Takes a question out of the map when it is answered, so a known rate is asked for again. | a_rate_that_is_known_comes_at_once: "bob got lev, question 2, at 2.7 s"

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
        let mut questions = self.questions.lock().unwrap();
        if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
            questions.remove(currency);
        }
        drop(questions);
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
