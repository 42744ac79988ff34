//! A question in a lock, polled by all who wait, each of whom leaves a waker.

pub mod given;

use anyhow::Context as _;
use futures::future::BoxFuture;
use given::{Bank, Rate, Unknown};
use std::collections::HashMap;
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

enum State {
    Asking(BoxFuture<'static, Result<Rate, Unknown>>),
    Told(Result<Rate, Unknown>),
}

struct Question {
    state: Mutex<State>,
    wakers: Mutex<Vec<Waker>>,
}

impl Wake for Question {
    fn wake(self: Arc<Self>) {
        for waker in std::mem::take(&mut *self.wakers.lock().unwrap()) {
            waker.wake();
        }
    }
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
        let question = {
            let mut questions = self.questions.lock().unwrap();
            let question = questions.entry(currency.to_owned()).or_insert_with(|| {
                let (bank, currency) = (self.bank.clone(), currency.to_owned());
                let asking = async move { bank.ask(&currency).await };
                let state = Mutex::new(State::Asking(Box::pin(asking)));
                Arc::new(Question { state, wakers: Mutex::default() })
            });
            question.clone()
        };
        let answer = poll_fn(|context| {
            let mut state = question.state.lock().unwrap();
            if let State::Asking(asking) = &mut *state {
                question.wakers.lock().unwrap().push(context.waker().clone());
                let all = Waker::from(question.clone());
                let Poll::Ready(answer) = asking.as_mut().poll(&mut Context::from_waker(&all))
                else {
                    return Poll::Pending;
                };
                if answer.is_err() {
                    self.questions.lock().unwrap().remove(currency);
                }
                *state = State::Told(answer);
                question.clone().wake();
            }
            let State::Told(answer) = &*state else { return Poll::Pending };
            Poll::Ready(answer.clone())
        })
        .await;
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
