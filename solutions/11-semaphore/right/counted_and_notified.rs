//! A count of free lines and a Notify: a semaphore put together at home, with a guard of its own.

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::cell::Cell;
use tokio::sync::Notify;

struct Lines {
    free: Cell<usize>,
    one_is_free: Notify,
}

struct Line<'a>(&'a Lines);

impl Lines {
    async fn take(&self) -> Line<'_> {
        while self.free.get() == 0 {
            self.one_is_free.notified().await;
        }
        self.free.set(self.free.get() - 1);
        Line(self)
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        self.0.free.set(self.0.free.get() + 1);
        self.0.one_is_free.notify_one();
    }
}

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let lines = Lines { free: Cell::new(limit), one_is_free: Notify::new() };
    join_all(jobs.into_iter().map(async |job| {
        let _line = lines.take().await;
        job.call().await
    }))
    .await
}
