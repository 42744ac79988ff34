//! Pauses after recv in a branch of select!, which drops the pause and the request with it. | all_of_this_holds_for_whatever_calls: "look-up of"

pub mod given;
use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::{JoinSet, yield_now};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = JoinSet::new();
    let (mut open, mut answered) = (true, 0);
    while open || !set.is_empty() {
        tokio::select! {
            request = async {
                let request = requests.recv().await;
                yield_now().await;
                request
            }, if open => match request {
                Some(Request { item, reply }) => {
                    set.spawn(async move { reply.send(look_up(&item).await).is_ok() });
                }
                None => open = false,
            },
            Some(got) = set.join_next() => answered += usize::from(got.unwrap()),
        }
    }
    answered
}
