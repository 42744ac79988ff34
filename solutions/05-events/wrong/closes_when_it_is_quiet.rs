//! Takes a quiet half hour for the end. | it_serves_until_the_channel_is_closed: "A quiet while doesn't say so"

pub mod given;

use given::{Request, look_up};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    const QUIET: Duration = Duration::from_secs(1800);
    let mut under_way = JoinSet::new();
    while let Ok(Some(request)) = timeout(QUIET, requests.recv()).await {
        under_way.spawn(answer(request));
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
