//! The telephone is a task that is told whom to call; leaving hangs it up.

pub mod given;

use given::{Price, Supplier, phone_book};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

type Request = (Supplier, oneshot::Sender<Price>);

async fn telephone(mut requests: mpsc::Receiver<Request>) {
    while let Some((supplier, mut reply)) = requests.recv().await {
        let price = tokio::select! {
            price = supplier.call() => price,
            // Whoever asked has given up.
            () = reply.closed() => continue,
        };
        let _ = reply.send(price);
    }
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let (requests, receiver) = mpsc::channel(1);
    let telephone = tokio::spawn(telephone(receiver));
    let price = timeout(overall, async {
        for supplier in phone_book() {
            let (reply, price) = oneshot::channel();
            requests.send((supplier, reply)).await.ok()?;
            if let Ok(price) = timeout(each, price).await {
                return price.ok();
            }
        }
        None
    })
    .await;
    drop(requests);
    let _ = telephone.await;
    price.ok()?
}
