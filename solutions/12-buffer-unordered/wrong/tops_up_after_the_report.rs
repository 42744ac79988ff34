//! Tasks do the checks; the loop that tops them up writes the reports first. | while_a_report_is_written_the_other_links_go_on: "must not wait for a report"

pub mod given;

use given::{Status, Url, report};
use tokio::task::JoinSet;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut waiting = urls.into_iter();
    let mut tasks = JoinSet::new();
    for url in waiting.by_ref().take(at_once) {
        tasks.spawn(url.check());
    }
    let mut found = Vec::new();
    while let Some(done) = tasks.join_next().await {
        let status = done.unwrap();
        if status.is_gone() {
            report(&status).await;
        }
        found.push(status);
        if let Some(url) = waiting.next() {
            tasks.spawn(url.check());
        }
    }
    found
}
