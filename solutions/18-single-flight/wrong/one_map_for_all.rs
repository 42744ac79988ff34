//! Keeps the questions of all Rates in one static map. | a_failure_is_not_kept: "ada got lev, question 2, at 0 s"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Mutex;

type Question = Shared<BoxFuture<'static, Result<Rate, Unknown>>>;

static QUESTIONS: std::sync::LazyLock<Mutex<HashMap<String, Question>>> =
    std::sync::LazyLock::new(Mutex::default);

pub struct Rates {
    bank: Bank,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let question = QUESTIONS
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
            let mut questions = QUESTIONS.lock().unwrap();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
