//! Stops when the channel is closed, though requests are still in it. | of_a_whole_crowd_nobody_queues: "got no answer" | it_serves_until_the_channel_is_closed: "got no answer"

pub mod given;

use given::*;
use tokio::sync::mpsc;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = tokio::task::JoinSet::new();
    while !requests.is_closed() {
        if let Some(Request { item, reply }) = requests.recv().await {
            set.spawn(async move { reply.send(look_up(&item).await).is_ok() });
        }
    }
    set.join_all().await.iter().filter(|ok| **ok).count()
}
