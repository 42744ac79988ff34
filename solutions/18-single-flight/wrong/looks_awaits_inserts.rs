//! Looks into the map, asks, and puts the answer in. | the_bank_is_asked_once_however_many_ask: "The bank was asked about the same currency twice" | another_currency_does_not_wait: "The bank was asked about the same currency twice" | a_failure_reaches_all_who_waited: "The bank was asked about the same currency twice" | a_failure_is_not_kept: "The bank was asked about the same currency twice" | when_the_first_gives_up_the_others_get_their_rate: "The bank was asked about the same currency twice"

pub mod given;

use anyhow::Context;
use given::{Bank, Rate};
use std::collections::HashMap;
use std::sync::Mutex;

pub struct Rates {
    bank: Bank,
    known: Mutex<HashMap<String, Rate>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, known: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        if let Some(rate) = self.known.lock().unwrap().get(currency) {
            return Ok(rate.clone());
        }
        let rate =
            self.bank.ask(currency).await.with_context(|| format!("the rate of {currency}"))?;
        self.known.lock().unwrap().insert(currency.to_owned(), rate.clone());
        Ok(rate)
    }
}
