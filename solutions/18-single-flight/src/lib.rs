//! # 18 · Single flight: an answer

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::sync::Mutex;

/// A question to the bank that anybody can await, and its answer once it is there.
type Question = Shared<BoxFuture<'static, Result<Rate, Unknown>>>;

/// What money is worth, as far as anybody has asked.
pub struct Rates {
    bank: Bank,
    // A lock of std, because it is never held over an .await: a moment is enough to look into the map.
    questions: Mutex<HashMap<String, Question>>,
}

impl Rates {
    /// Nothing is known yet.
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, questions: Mutex::default() }
    }

    /// The rate of a currency.
    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        // Whoever comes first puts the question into the map before it is asked. So there is no moment at
        // which somebody else could find nothing and ask too.
        let question = self
            .questions()
            .entry(currency.to_owned())
            .or_insert_with(|| {
                let (bank, currency) = (self.bank.clone(), currency.to_owned());
                async move { bank.ask(&currency).await }.boxed().shared()
            })
            .clone();

        // Everybody who awaits it drives it. If one of them is dropped, the others do.
        let answer = question.clone().await;
        if answer.is_err() {
            // All who waited come by here. What they find may be a new question already, and that stays.
            let mut questions = self.questions();
            if questions.get(currency).is_some_and(|it| it.ptr_eq(&question)) {
                questions.remove(currency);
            }
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }

    fn questions(&self) -> std::sync::MutexGuard<'_, HashMap<String, Question>> {
        self.questions.lock().expect("nobody panics with the lock")
    }
}
