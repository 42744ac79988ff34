//! `reply.send` of a oneshot is awaited, but it is a plain function. | not-a-future: "`.await` needs a future, and this"
pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        set.spawn(async move {
            let answer = look_up(&item).await;
            reply.send(answer).await.is_ok()
        });
    }
    set.join_all().await.into_iter().filter(|ok| *ok).count()
}
