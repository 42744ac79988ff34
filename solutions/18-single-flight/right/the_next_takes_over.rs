//! Whoever asks holds a lock of this currency's own; if they give up, the next who waits takes over.

pub mod given;

use anyhow::Context;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Mutex, watch};

/// A question: its answer, and the right to ask it.
struct Question {
    answer: watch::Sender<Option<Result<Rate, Unknown>>>,
    asking: Mutex<()>,
}

pub struct Rates {
    bank: Bank,
    questions: std::sync::Mutex<HashMap<String, Arc<Question>>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, questions: std::sync::Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let new =
            || Arc::new(Question { answer: watch::Sender::new(None), asking: Mutex::new(()) });
        let question =
            self.questions.lock().unwrap().entry(currency.to_owned()).or_insert_with(new).clone();
        let mut answered = question.answer.subscribe();
        let answer = tokio::select! {
            // If both are done, the answer counts.
            biased;
            answer = answered.wait_for(Option::is_some) => answer.expect("we hold its sender").clone(),
            answer = async {
                let _mine = question.asking.lock().await;
                let answer = self.bank.ask(currency).await;
                if answer.is_err() {
                    self.questions.lock().unwrap().remove(currency);
                }
                question.answer.send_replace(Some(answer.clone()));
                Some(answer)
            } => answer,
        };
        answer.expect("it is there").with_context(|| format!("the rate of {currency}"))
    }
}
