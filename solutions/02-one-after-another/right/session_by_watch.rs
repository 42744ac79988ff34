//! Three futures joined from the start; two of them wait for the session on a watch channel.

pub mod given;

use anyhow::{Context, anyhow};
use given::{Receipt, Session, fetch_address, fetch_basket, log_in, pay};
use tokio::sync::watch;

async fn arrival(mut desk: watch::Receiver<Option<Session>>) -> anyhow::Result<Session> {
    let session = desk.wait_for(Option::is_some).await?;
    session.clone().ok_or_else(|| anyhow!("no session came"))
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let (sender, desk) = watch::channel(None);
    let logging_in = async move {
        let session = log_in(user).await.context("log in")?;
        sender.send_replace(Some(session.clone()));
        anyhow::Ok(session)
    };
    let basket = async {
        let session = arrival(desk.clone()).await?;
        fetch_basket(&session).await.context("basket")
    };
    let address = async {
        let session = arrival(desk.clone()).await?;
        fetch_address(&session).await.context("address")
    };
    let (session, basket, address) = tokio::join!(logging_in, basket, address);
    let session = session?;
    pay(&session, &basket?, &address?).await.context("pay")
}
