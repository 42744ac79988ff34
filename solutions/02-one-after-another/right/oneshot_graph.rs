//! Four futures, joined from the start, that hand each other their results.

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use tokio::sync::oneshot;
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let (s1_tx, s1_rx) = oneshot::channel();
    let (s2_tx, s2_rx) = oneshot::channel();
    let (s3_tx, s3_rx) = oneshot::channel();
    let (b_tx, b_rx) = oneshot::channel();
    let (a_tx, a_rx) = oneshot::channel();
    let login = async move {
        let session = log_in(user).await.context("log in")?;
        let _ = s1_tx.send(session.clone());
        let _ = s2_tx.send(session.clone());
        let _ = s3_tx.send(session);
        anyhow::Ok(())
    };
    let basket = async move {
        let Ok(session) = s1_rx.await else { return Ok(()) };
        let _ = b_tx.send(fetch_basket(&session).await.context("basket")?);
        anyhow::Ok(())
    };
    let address = async move {
        let Ok(session) = s2_rx.await else { return Ok(()) };
        let _ = a_tx.send(fetch_address(&session).await.context("address")?);
        anyhow::Ok(())
    };
    let paying = async move {
        let Ok(session) = s3_rx.await else { return Ok(None) };
        let (Ok(basket), Ok(address)) = (b_rx.await, a_rx.await) else { return Ok(None) };
        pay(&session, &basket, &address).await.map(Some).context("pay")
    };
    let (l, b, a, receipt) = tokio::join!(login, basket, address, paying);
    l?;
    b?;
    a?;
    Ok(receipt?.expect("nothing failed"))
}
