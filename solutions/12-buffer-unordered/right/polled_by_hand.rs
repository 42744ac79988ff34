//! Everything polled by hand, in a row of places that are filled when they are empty.

pub mod given;

use given::{Status, Url, report};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

async fn deal_with(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

type Work = Pin<Box<dyn Future<Output = Status>>>;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut found = Vec::new();
    let mut waiting = urls.into_iter();
    let places = at_once.min(waiting.len());
    let mut places: Vec<Option<Work>> = (0..places).map(|_| None).collect();
    poll_fn(|cx| {
        let mut busy = false;
        for place in &mut places {
            loop {
                if place.is_none() {
                    *place = waiting.next().map(|url| Box::pin(deal_with(url)) as Work);
                }
                let Some(work) = place else { break };
                match work.as_mut().poll(cx) {
                    Poll::Ready(status) => {
                        found.push(status);
                        *place = None;
                    }
                    Poll::Pending => {
                        busy = true;
                        break;
                    }
                }
            }
        }
        if busy { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    found
}
