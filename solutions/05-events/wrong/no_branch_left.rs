//! Lets select! go on when no branch is left, without else. | it_serves_until_the_channel_is_closed: "A branch of select! is disabled"

pub mod given;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use given::Request;
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut served = 0;
    let mut at_work = FuturesUnordered::new();
    loop {
        tokio::select! {
            Some(Request { item, reply }) = requests.recv() => at_work.push(async move {
                let answer = given::look_up(&item).await;
                reply.send(answer).is_ok()
            }),
            Some(ok) = at_work.next() => served += usize::from(ok),
        }
        if requests.is_closed() && requests.is_empty() && at_work.is_empty() {
            return served;
        }
    }
}
