//! # 12 · Buffer unordered: an answer

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

/// Checks every link, reports those that are gone, and returns what was found, in any order.
pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    // A buffer with room for nothing never takes a future in, and so waits for ever for the first to
    // be done. Who asks for nothing is told so.
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }

    // All that belongs to one link is one future: the check, and the report if there has to be one.
    // So a report is polled beside the other links, and counts against the limit. In the body of a
    // loop over the results it would do neither: while the body waits, nobody asks the stream for
    // its next item, and a stream that is not asked polls nothing.
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    };

    // The iterator makes a future when the buffer has room for it, not before. buffer_unordered hands
    // on whatever is done and takes in the next at once; `buffered` would keep the order of the list,
    // and with it a place for everyone who is done before an older one.
    stream::iter(urls).map(work).buffer_unordered(at_once).collect().await
}
