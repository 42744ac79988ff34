//! Starts at once in `later`, and stops the task when the future is dropped. | later_starts_only_when_it_is_awaited: "called at 0 s and awaited at 1 s"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::{AbortHandle, JoinHandle};

struct StopOnDrop(AbortHandle);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let task = tokio::spawn(cook(order));
    let guard = StopOnDrop(task.abort_handle());
    async move {
        let _guard = guard;
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
