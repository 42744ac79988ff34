//! The shortest of each, with a line of its own.

pub mod given;
use given::{Meal, Order};
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    lab::say!("  a slip for the {order}");
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
