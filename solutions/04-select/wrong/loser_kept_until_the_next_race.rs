//! Puts the loser into a static, where the next race replaces it. | the_slower_download_is_broken_off_when_the_faster_is_done: "was still running"

pub mod given;
use futures::FutureExt;
use futures::future::{BoxFuture, Either, select};
use given::Mirror;
use std::sync::Mutex;
use std::time::Duration;
static LOSER: Mutex<Option<BoxFuture<'static, String>>> = Mutex::new(None);
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (Either::Left((copy, rest)) | Either::Right((copy, rest))) =
        select(a.download().boxed(), b.download().boxed()).await;
    let before = LOSER.lock().unwrap().replace(rest);
    drop(before);
    copy
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
