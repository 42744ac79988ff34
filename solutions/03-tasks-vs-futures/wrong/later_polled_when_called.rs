//! Polls once when it is called, to see whether it is ready. | later_starts_only_when_it_is_awaited: "the call alone set the cooking off" | dropping_later_leaves_no_trace: "the promise is that it never begins"

pub mod given;
use futures::FutureExt;
use given::{Meal, Order};
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    let mut cooking = Box::pin(given::cook(order));
    let ready = cooking.as_mut().now_or_never();
    async move {
        match ready {
            Some(meal) => meal,
            None => cooking.await,
        }
    }
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
