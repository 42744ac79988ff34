//! Cooks on a thread for blocking work, which dropping does not stop. | dropping_later_halfway_stops_the_cooking: "was still running"

pub mod given;
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    async {
        let handle = Handle::current();
        tokio::task::spawn_blocking(move || handle.block_on(cook(order))).await.unwrap()
    }
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
