//! Tasks without handles, which report to a channel. It closes when the last of them has gone.

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (report, mut reports) = mpsc::unbounded_channel();
    while let Some(Request { item, reply }) = requests.recv().await {
        let report = report.clone();
        tokio::spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                let _ = report.send(());
            }
        });
    }
    // Only the tasks hold a sender now.
    drop(report);
    let mut answered = 0;
    while reports.recv().await.is_some() {
        answered += 1;
    }
    answered
}
