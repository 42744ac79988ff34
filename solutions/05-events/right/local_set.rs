//! Local tasks that share a counter which is not even Send.

pub mod given;

use given::{Request, look_up};
use std::cell::Cell;
use std::rc::Rc;
use tokio::sync::mpsc;
use tokio::task::{LocalSet, spawn_local};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let answered = Rc::new(Cell::new(0));
    let tasks = LocalSet::new();
    tasks
        .run_until(async {
            let mut handles = Vec::new();
            while let Some(Request { item, reply }) = requests.recv().await {
                let answered = answered.clone();
                handles.push(spawn_local(async move {
                    if reply.send(look_up(&item).await).is_ok() {
                        answered.set(answered.get() + 1);
                    }
                }));
            }
            for handle in handles {
                handle.await.unwrap();
            }
        })
        .await;
    answered.get()
}
