//! Limits itself to 512 look-ups at once. | all_of_this_holds_for_whatever_calls: "more. look-up of"

pub mod given;
use futures::stream::{self, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    stream::poll_fn(move |cx| requests.poll_recv(cx))
        .map(|Request { item, reply }| async move { reply.send(look_up(&item).await).is_ok() })
        .buffer_unordered(512)
        .filter(|got| std::future::ready(*got))
        .count()
        .await
}
