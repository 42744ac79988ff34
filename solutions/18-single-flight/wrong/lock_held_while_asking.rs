//! Holds the lock of the map while it asks. | another_currency_does_not_wait: "A question began only when one about another currency" | a_failure_reaches_all_who_waited: "bob got lev, question 2, at 2 s"

pub mod given;

use anyhow::Context;
use given::{Bank, Rate};
use std::collections::HashMap;
use tokio::sync::Mutex;

pub struct Rates {
    bank: Bank,
    known: Mutex<HashMap<String, Rate>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, known: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let mut known = self.known.lock().await;
        if let Some(rate) = known.get(currency) {
            return Ok(rate.clone());
        }
        let rate =
            self.bank.ask(currency).await.with_context(|| format!("the rate of {currency}"))?;
        known.insert(currency.to_owned(), rate.clone());
        Ok(rate)
    }
}
