//! recv_many hands on to another channel, whose stream is answered beside it.

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

async fn answer(Request { item, reply }: Request) -> bool {
    let found = look_up(&item).await;
    reply.send(found).is_ok()
}
use futures::StreamExt;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (pass_on, passed) = futures::channel::mpsc::unbounded();
    let receive = async move {
        let mut some = Vec::new();
        while requests.recv_many(&mut some, 16).await > 0 {
            for request in some.drain(..) {
                pass_on.unbounded_send(request).expect("the other half is here");
            }
        }
    };
    let work = passed
        .map(answer)
        .buffer_unordered(usize::MAX)
        .fold(0, |n, got| async move { n + usize::from(got) });
    tokio::join!(receive, work).1
}
