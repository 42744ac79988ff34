//! Polls once before it spawns: what panics at once does so in the caller. | all_of_this_holds_for_whatever_orders: "fell to the floor"

pub mod given;
use futures::FutureExt;
use given::{Meal, Order};
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    let mut cooking = Box::pin(given::cook(order));
    match cooking.as_mut().now_or_never() {
        Some(meal) => tokio::spawn(async move { meal }),
        None => tokio::spawn(cooking),
    }
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
