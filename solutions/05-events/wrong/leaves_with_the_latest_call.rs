//! Returns when the latest call is answered. | every_caller_gets_the_answer_about_their_own_item: "still waiting when it returned" | a_quick_answer_does_not_wait_for_a_slow_one: "still waiting when it returned"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let mut latest = None;
    while let Some(Request { item, reply }) = requests.recv().await {
        let count = count.clone();
        latest = Some(tokio::spawn(async move {
            let got = reply.send(look_up(&item).await).is_ok();
            count.fetch_add(usize::from(got), SeqCst);
        }));
    }
    if let Some(latest) = latest {
        let _ = latest.await;
    }
    count.load(SeqCst)
}
