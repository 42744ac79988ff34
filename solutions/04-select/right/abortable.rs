//! Both downloads are joined, and the winner makes the other one abort.

pub mod given;

use futures::future::{AbortHandle, Abortable, Aborted};
use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (stop_a, a_stops) = AbortHandle::new_pair();
    let (stop_b, b_stops) = AbortHandle::new_pair();
    let a = async move {
        let copy = a.download().await;
        stop_b.abort();
        copy
    };
    let b = async move {
        let copy = b.download().await;
        stop_a.abort();
        copy
    };
    match tokio::join!(Abortable::new(a, a_stops), Abortable::new(b, b_stops)) {
        (Ok(copy), Err(Aborted)) | (Err(Aborted), Ok(copy)) => copy,
        (Ok(a), Ok(_)) => a,
        (Err(Aborted), Err(Aborted)) => unreachable!("one of them was the first"),
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (stop, stops) = AbortHandle::new_pair();
    let timer = tokio::spawn(async move {
        sleep(patience).await;
        stop.abort();
    });
    let copy = Abortable::new(m.download(), stops).await;
    timer.abort();
    copy.ok()
}
