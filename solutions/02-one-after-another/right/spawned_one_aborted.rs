//! The address in a task, the basket here; an error aborts the task on its way out.

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

use tokio::task::JoinHandle;

struct Abort<T>(JoinHandle<T>);

impl<T> Drop for Abort<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let theirs = session.clone();
    let mut address = Abort(tokio::spawn(async move { fetch_address(&theirs).await }));
    let basket = fetch_basket(&session).await.context("basket")?;
    let address = (&mut address.0).await?.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
