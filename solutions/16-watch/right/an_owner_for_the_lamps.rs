//! One task owns the lamps, takes one order at a time, and says when they have arrived.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::{mpsc, oneshot, watch};

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let (orders, mut inbox) = mpsc::channel::<(Config, oneshot::Sender<()>)>(1);
    let lamps = tokio::spawn(async move {
        let mut applied = Vec::new();
        while let Some((config, arrived)) = inbox.recv().await {
            move_lamps(&config).await;
            applied.push(config);
            let _ = arrived.send(());
        }
        applied
    });
    loop {
        let (arrived, waiting) = oneshot::channel();
        let config = rx.borrow_and_update().clone();
        orders
            .send((config, arrived))
            .await
            .expect("the lamps take orders as long as we have some");
        waiting.await.expect("they arrive");
        if rx.changed().await.is_err() {
            break;
        }
    }
    drop(orders);
    lamps.await.expect("the lamps have nothing to panic about")
}
