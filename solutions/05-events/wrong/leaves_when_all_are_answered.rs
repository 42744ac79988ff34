//! Returns when nothing is under way, though the channel is open. | it_serves_until_the_channel_is_closed: "A quiet while doesn't say so"

pub mod given;

use futures::stream::{FuturesUnordered, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = FuturesUnordered::new();
    let mut answered = 0;
    let Some(first) = requests.recv().await else { return 0 };
    under_way.push(answer(first));
    while !under_way.is_empty() {
        tokio::select! {
            Some(request) = requests.recv() => under_way.push(answer(request)),
            Some(got_it) = under_way.next() => answered += usize::from(got_it),
        }
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
