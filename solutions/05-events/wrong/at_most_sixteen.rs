//! Limits itself to sixteen look-ups at once. | of_a_whole_crowd_nobody_queues: "Nothing may stand between"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    stream::poll_fn(move |cx| requests.poll_recv(cx))
        .map(answer)
        .buffer_unordered(16)
        .filter(|got_it| std::future::ready(*got_it))
        .count()
        .await
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
