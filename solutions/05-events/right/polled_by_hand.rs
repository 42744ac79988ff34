//! Everything is polled by hand, in one future, from a plain list.

pub mod given;

use given::{Request, look_up};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way: Vec<Pin<Box<dyn Future<Output = bool>>>> = Vec::new();
    let mut open = true;
    let mut answered = 0;
    poll_fn(|cx| {
        while open {
            match requests.poll_recv(cx) {
                Poll::Ready(Some(request)) => under_way.push(Box::pin(answer(request))),
                Poll::Ready(None) => open = false,
                Poll::Pending => break,
            }
        }
        under_way.retain_mut(|work| match work.as_mut().poll(cx) {
            Poll::Ready(got_it) => {
                answered += usize::from(got_it);
                false
            }
            Poll::Pending => true,
        });
        if open || !under_way.is_empty() { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
