//! A JoinSet that is emptied as it goes, with an extra turn here and there.

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::{JoinSet, yield_now};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = JoinSet::new();
    let mut open = true;
    let mut answered = 0;
    while open || !under_way.is_empty() {
        tokio::select! {
            biased;
            Some(done) = under_way.join_next() => {
                if done.is_ok_and(|got_it| got_it) {
                    answered += 1;
                }
            }
            request = requests.recv(), if open => match request {
                Some(request) => {
                    under_way.spawn(async move {
                        yield_now().await;
                        answer(request).await
                    });
                    yield_now().await;
                }
                None => open = false,
            },
        }
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
