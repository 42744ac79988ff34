//! Starts a thread that watches, and never ends it. | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "1 thread that it had started was still there"
pub mod given;

use given::{Job, Reply};

use futures::future::join_all;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let lines = Semaphore::new(limit.min(Semaphore::MAX_PERMITS));
    let (log, lines_of_log) = std::sync::mpsc::channel::<String>();
    let keep = log.clone();
    std::thread::spawn(move || {
        let _keep = keep;
        for line in lines_of_log {
            drop(line);
        }
    });
    join_all(jobs.into_iter().map(|job| async {
        let _line = lines.acquire().await;
        let _ = log.send(job.partner().to_owned());
        job.call().await
    }))
    .await
}
