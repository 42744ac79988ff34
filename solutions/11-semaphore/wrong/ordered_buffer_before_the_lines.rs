//! An ordered buffer of four times the limit stands before the lines. | all_of_this_holds_for_whatever_list: "under way; the promise is"
pub mod given;

use futures::future::{self, BoxFuture, FutureExt, join_all};
use futures::stream::{self, FuturesUnordered, StreamExt};
use given::{Job, Reply};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::task::{JoinSet, LocalSet};
use tokio::time::sleep;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let lines = Semaphore::new(limit);
    let lines = &lines;
    stream::iter(jobs)
        .map(|job| async move {
            let _line = lines.acquire().await.expect("never closed");
            job.call().await
        })
        .buffered(limit.saturating_mul(4))
        .collect()
        .await
}
