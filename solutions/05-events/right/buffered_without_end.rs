//! The stream of look-ups, buffer_unordered with room for all.

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    stream::poll_fn(move |cx| requests.poll_recv(cx))
        .map(answer)
        .buffer_unordered(usize::MAX)
        .fold(0, async |answered, got_it| answered + usize::from(got_it))
        .await
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
