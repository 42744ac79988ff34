//! The channel as a stream, and for_each_concurrent without a limit.

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Request, look_up};
use std::cell::Cell;
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let requests = stream::poll_fn(|cx| requests.poll_recv(cx));
    let answered = Cell::new(0);
    requests
        .for_each_concurrent(None, async |Request { item, reply }| {
            if reply.send(look_up(&item).await).is_ok() {
                answered.set(answered.get() + 1);
            }
        })
        .await;
    answered.get()
}
