//! Two maps: what is known, and what is on its way.

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use given::{Bank, Rate, Unknown};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Mutex;

type Question = Shared<BoxFuture<'static, Result<Rate, Unknown>>>;

#[derive(Default)]
struct Board {
    known: BTreeMap<String, Rate>,
    on_its_way: BTreeMap<String, (u64, Question)>,
    asked: u64,
}

pub struct Rates {
    bank: Bank,
    board: Mutex<RefCell<Board>>,
}

impl Rates {
    pub fn new(bank: Bank) -> Rates {
        Rates { bank, board: Mutex::default() }
    }

    pub async fn get(&self, currency: &str) -> anyhow::Result<Rate> {
        let (number, question) = {
            let board = self.board.lock().unwrap();
            let board = &mut *board.borrow_mut();
            if let Some(rate) = board.known.get(currency) {
                return Ok(rate.clone());
            }
            let Board { on_its_way, asked, .. } = board;
            let question = on_its_way.entry(currency.to_owned()).or_insert_with(|| {
                *asked += 1;
                let (bank, currency) = (self.bank.clone(), currency.to_owned());
                (*asked, async move { bank.ask(&currency).await }.boxed().shared())
            });
            question.clone()
        };
        let answer = question.await;
        let board = self.board.lock().unwrap();
        let board = &mut *board.borrow_mut();
        if board.on_its_way.get(currency).is_some_and(|(it, _)| *it == number) {
            board.on_its_way.remove(currency);
            board.known.extend(answer.clone().ok().map(|rate| (currency.to_owned(), rate)));
        }
        answer.with_context(|| format!("the rate of {currency}"))
    }
}
