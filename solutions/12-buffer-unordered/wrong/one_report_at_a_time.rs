//! A lock around the report: a link that is gone keeps its place until the others are reported. | while_a_report_is_written_the_other_links_go_on: "A report waited until another was written"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use tokio::sync::Mutex;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let desk = Mutex::new(());
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            let _mine = desk.lock().await;
            report(&status).await;
        }
        status
    };
    stream::iter(urls).map(work).buffer_unordered(at_once).collect().await
}
