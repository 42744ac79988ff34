//! Everything is polled by hand: the calls under way, and a new one whenever there is room.

pub mod given;

use given::{Job, Reply};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut replies: Vec<Option<Reply>> = jobs.iter().map(|_| None).collect();
    let mut waiting = jobs.into_iter().enumerate();
    let mut lines: Vec<(usize, Pin<Box<dyn Future<Output = Reply>>>)> = Vec::new();
    poll_fn(|cx| {
        loop {
            lines.retain_mut(|(place, call)| match call.as_mut().poll(cx) {
                Poll::Ready(reply) => {
                    replies[*place] = Some(reply);
                    false
                }
                Poll::Pending => true,
            });
            let room = limit - lines.len();
            let before = lines.len();
            for (place, job) in waiting.by_ref().take(room) {
                lines.push((place, Box::pin(job.call())));
            }
            // What is new has to be polled as well, or nobody would ever wake us for it.
            if lines.len() == before {
                break;
            }
        }
        if lines.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    replies.into_iter().flatten().collect()
}
