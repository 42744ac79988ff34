//! Waits until as many have their answer as have called. | a_caller_who_hangs_up_does_not_stop_the_others: "This is a hang" | only_answers_that_somebody_got_are_counted: "This is a hang"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (tell, mut told) = mpsc::unbounded_channel();
    let mut called = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        called += 1;
        let tell = tell.clone();
        tokio::spawn(async move {
            let found = look_up(&item).await;
            if reply.send(found).is_ok() {
                let _ = tell.send(());
            }
        });
    }
    let mut count = 0;
    while count < called && told.recv().await.is_some() {
        count += 1;
    }
    count
}
