//! An ordered buffer of ten times as many stands before the places. | all_of_this_holds_for_whatever_list: "the promise is"
pub mod given;

use futures::future::{self, BoxFuture, FutureExt, join_all};
use futures::stream::{self, FuturesUnordered, StreamExt};
use given::{Finding, Status, Url, report};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::task::{JoinSet, LocalSet};
use tokio::time::{sleep, timeout};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let places = Semaphore::new(at_once);
    let places = &places;
    stream::iter(urls)
        .map(|url| async move {
            let _place = places.acquire().await.expect("never closed");
            let status = url.check().await;
            if status.is_gone() {
                report(&status).await;
            }
            status
        })
        .buffered(at_once.saturating_mul(10))
        .collect()
        .await
}
