//! A task in `later` waits for the word to start, and takes a lost sender for it. | dropping_later_leaves_no_trace: "its cooking began all the same"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinHandle};

struct StopOnDrop(AbortHandle);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let (go, start) = oneshot::channel();
    let task = tokio::spawn(async move {
        let _ = start.await;
        cook(order).await
    });
    async move {
        let _ = go.send(());
        let _guard = StopOnDrop(task.abort_handle());
        task.await.unwrap()
    }
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
