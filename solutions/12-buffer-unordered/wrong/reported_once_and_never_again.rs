//! Remembers in a thread-local what it has reported, and does not report it in the next list. | all_of_this_holds_for_whatever_list: "left behind"

pub mod given;

use given::{Status, Url, report};

use futures::{StreamExt, stream};
use std::cell::RefCell;
use std::collections::HashSet;

thread_local! {
    static WRITTEN: RefCell<HashSet<String>> = RefCell::default();
}

async fn handle(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone()
        && WRITTEN.with_borrow_mut(|written| written.insert(status.url().to_owned()))
    {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls).map(handle).buffer_unordered(at_once).collect().await
}
