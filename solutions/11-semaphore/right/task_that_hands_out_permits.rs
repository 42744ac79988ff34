//! A task of its own hands out permits on request, is told when one comes back, and ends by itself.

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::collections::VecDeque;
use tokio::sync::{mpsc, oneshot};

enum Note {
    MayI(oneshot::Sender<()>),
    Done,
}

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let (notes, mut inbox) = mpsc::channel(1);
    let clerk = tokio::spawn(async move {
        let mut free = limit;
        let mut queue: VecDeque<oneshot::Sender<()>> = VecDeque::new();
        while let Some(note) = inbox.recv().await {
            match note {
                Note::MayI(answer) => queue.push_back(answer),
                Note::Done => free += 1,
            }
            while free > 0
                && let Some(answer) = queue.pop_front()
            {
                free -= usize::from(answer.send(()).is_ok());
            }
        }
    });
    let replies = join_all(jobs.into_iter().map(|job| {
        let notes = notes.clone();
        async move {
            let (answer, permission) = oneshot::channel();
            assert!(notes.send(Note::MayI(answer)).await.is_ok());
            permission.await.unwrap();
            let reply = job.call().await;
            assert!(notes.send(Note::Done).await.is_ok());
            reply
        }
    }))
    .await;
    drop(notes);
    clerk.await.unwrap();
    replies
}
