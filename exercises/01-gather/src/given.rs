//! The work of this story. Given: there is nothing to edit here.

use lab::{SECOND, say, span, takes};
use tokio::time::sleep;

/// A task in two parts, usually one second each. Says when each part begins, and returns its own id.
pub async fn long_task(id: u32) -> u32 {
    span(format!("task {id}"), async {
        say!("Sub Task #1 for Task id {id}");
        sleep(takes(&format!("task {id}, part 1"), SECOND)).await;
        say!("Sub Task #2 for Task id {id}");
        sleep(takes(&format!("task {id}, part 2"), SECOND)).await;
        id
    })
    .await
}
