//! The others wait for a sign that never comes if the first gives up. | when_the_first_gives_up_the_others_get_their_rate: "This is a hang: it waits for something that"

pub mod given;

use anyhow::Context;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

#[derive(Default)]
struct Question {
    answer: Mutex<Option<Result<Rate, Unknown>>>,
    told: Notify,
}

pub struct Rates {
    bank: Bank,
    questions: Mutex<HashMap<String, Arc<Question>>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, questions: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let found = self.questions.lock().unwrap().get(currency).cloned();
        if let Some(question) = found {
            loop {
                let told = question.told.notified();
                if let Some(answer) = question.answer.lock().unwrap().clone() {
                    return answer.with_context(|| format!("the rate of {currency}"));
                }
                told.await;
            }
        }
        let question = Arc::new(Question::default());
        self.questions.lock().unwrap().insert(currency.to_owned(), question.clone());
        let answer = self.bank.ask(currency).await;
        if answer.is_err() {
            self.questions.lock().unwrap().remove(currency);
        }
        *question.answer.lock().unwrap() = Some(answer.clone());
        question.told.notify_waiters();
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
