//! Has a OnceCell for each currency: after a failure, each who waited asks in turn. | a_failure_reaches_all_who_waited: "bob got lev, question 2, at 2 s"

pub mod given;

use anyhow::Context;
use given::{Bank, Rate};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::OnceCell;

pub struct Rates {
    bank: Bank,
    cells: Mutex<HashMap<String, Arc<OnceCell<Rate>>>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, cells: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let cell = self.cells.lock().unwrap().entry(currency.to_owned()).or_default().clone();
        let rate = cell.get_or_try_init(|| self.bank.ask(currency)).await;
        rate.cloned().with_context(|| format!("no rate for {currency}"))
    }
}
