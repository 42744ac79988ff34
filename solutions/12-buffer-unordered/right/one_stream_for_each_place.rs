//! As many streams as places, each unfolded from the same list; select_all makes one of them.

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};
use std::collections::VecDeque;
use std::sync::Mutex;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let places = at_once.min(urls.len());
    let waiting = Mutex::new(VecDeque::from(urls));
    let next = || waiting.lock().unwrap().pop_front();
    let place = |_| {
        stream::unfold((), async |()| {
            let status = next()?.check().await;
            if status.is_gone() {
                report(&status).await;
            }
            Some((status, ()))
        })
        .boxed_local()
    };
    stream::select_all((0..places).map(place)).collect().await
}
