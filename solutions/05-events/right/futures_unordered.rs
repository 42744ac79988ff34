//! No tasks: select! over the channel and a set of futures.

pub mod given;

use futures::stream::{FuturesUnordered, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = FuturesUnordered::new();
    let mut answered = 0;
    loop {
        tokio::select! {
            request = requests.recv() => match request {
                Some(request) => under_way.push(answer(request)),
                None => break,
            },
            Some(got_it) = under_way.next() => answered += usize::from(got_it),
        }
    }
    while let Some(got_it) = under_way.next().await {
        answered += usize::from(got_it);
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
