//! An error type of its own, written out, and errors handled by match.

pub mod given;

use given::{Receipt, Refusal, fetch_address, fetch_basket, log_in, pay};
use std::error::Error;
use std::fmt;

#[derive(Debug)]
enum Step {
    LogIn(Refusal),
    Basket(Refusal),
    Address(Refusal),
    Pay(Refusal),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::LogIn(no) => write!(f, "LOG IN: {no}"),
            Step::Basket(no) => write!(f, "BASKET: {no}"),
            Step::Address(no) => write!(f, "ADDRESS: {no}"),
            Step::Pay(no) => write!(f, "COULD NOT PAY: {no}"),
        }
    }
}

impl Error for Step {}

async fn try_checkout(user: &str) -> Result<Receipt, Step> {
    let session = match log_in(user).await {
        Ok(session) => session,
        Err(no) => return Err(Step::LogIn(no)),
    };
    match futures::join!(fetch_basket(&session), fetch_address(&session)) {
        (Ok(basket), Ok(address)) => pay(&session, &basket, &address).await.map_err(Step::Pay),
        (Err(no), _) => Err(Step::Basket(no)),
        (_, Err(no)) => Err(Step::Address(no)),
    }
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    Ok(try_checkout(user).await?)
}
