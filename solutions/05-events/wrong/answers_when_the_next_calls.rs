//! Polls the look-ups only when somebody calls. | it_serves_until_the_channel_is_closed: "was told about the lamp at 60 s"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

async fn answer(Request { item, reply }: Request) -> bool {
    let found = look_up(&item).await;
    reply.send(found).is_ok()
}
use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = FuturesUnordered::new();
    let mut count = 0;
    while let Some(request) = requests.recv().await {
        under_way.push(answer(request));
        while let Some(Some(got)) = under_way.next().now_or_never() {
            count += usize::from(got);
        }
    }
    while let Some(got) = under_way.next().await {
        count += usize::from(got);
    }
    count
}
