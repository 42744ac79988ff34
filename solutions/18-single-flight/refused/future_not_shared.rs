//! Keeps the future itself, and awaits it more than once. | not-cloneable: "Something is cloned here that can't be"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::BoxFuture;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Mutex;

pub struct Rates {
    bank: Bank,
    questions: Mutex<HashMap<String, BoxFuture<'static, Result<Rate, Unknown>>>>,
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
                async move { bank.ask(&currency).await }.boxed()
            })
            .clone();
        question.await.with_context(|| format!("the rate of {currency}"))
    }
}
