//! Closes the channel as soon as it has as much to do as it likes. | of_a_whole_crowd_nobody_queues: "The caller about the ticket 40 found the channel closed at 1 s"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
        if under_way.len() == 40 {
            requests.close();
        }
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
