//! Holds a permit while it spawns the task, not while the task works. | never_are_more_calls_under_way_than_the_limit: "Nothing held any call back"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let mut tasks = Vec::new();
    for job in jobs {
        let permit = semaphore.acquire().await.unwrap();
        tasks.push(tokio::spawn(job.call()));
        drop(permit);
    }
    let mut replies = Vec::new();
    for task in tasks {
        replies.push(task.await.unwrap());
    }
    replies
}
