//! A task receives, others answer, and permits say when all are done.

pub mod given;

use given::{Request, look_up};
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    const MANY: u32 = 1_000_000;
    let permits = Arc::new(Semaphore::new(MANY as usize));
    let got_it = Arc::new(Semaphore::new(0));
    let (all, counter) = (permits.clone(), got_it.clone());
    let receiving = tokio::spawn(async move {
        while let Some(Request { item, reply }) = requests.recv().await {
            let permit = permits.clone().acquire_owned().await.unwrap();
            let got_it = got_it.clone();
            tokio::spawn(async move {
                if reply.send(look_up(&item).await).is_ok() {
                    got_it.add_permits(1);
                }
                drop(permit);
            });
        }
    });
    receiving.await.unwrap();
    let _all_back = all.acquire_many(MANY).await.unwrap();
    counter.available_permits()
}
