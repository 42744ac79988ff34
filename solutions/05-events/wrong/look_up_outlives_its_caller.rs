//! Stops waiting for the look-up when its caller hangs up, and leaves its task to itself. | a_caller_who_hangs_up_does_not_stop_the_others: "A spawned task goes on by itself"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
    }
    under_way.join_all().await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, mut reply }: Request) -> bool {
    let looking = tokio::spawn(async move { look_up(&item).await });
    tokio::select! {
        answer = looking => reply.send(answer.unwrap()).is_ok(),
        () = reply.closed() => false,
    }
}
