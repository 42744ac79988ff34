//! The first asks, and tells the others by a channel that is closed if it gives up. | when_the_first_gives_up_the_others_get_their_rate: "bob got an error at 600 ms"

pub mod given;

use anyhow::Context;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Mutex;
use tokio::sync::watch;

type Answer = Option<Result<Rate, Unknown>>;

pub struct Rates {
    bank: Bank,
    answers: Mutex<HashMap<String, watch::Receiver<Answer>>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, answers: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let known = self.answers.lock().unwrap().get(currency).cloned();
        if let Some(mut answer) = known {
            let answer =
                answer.wait_for(Option::is_some).await.context("nobody asks any more")?.clone();
            return answer
                .context("it is there")?
                .with_context(|| format!("the rate of {currency}"));
        }
        let (tell, answer) = watch::channel(None);
        self.answers.lock().unwrap().insert(currency.to_owned(), answer);
        let answer = self.bank.ask(currency).await;
        if answer.is_err() {
            self.answers.lock().unwrap().remove(currency);
        }
        tell.send_replace(Some(answer.clone()));
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
