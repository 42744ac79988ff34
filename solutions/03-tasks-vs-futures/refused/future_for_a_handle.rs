//! Returns the future where a handle is promised. | handle-expected: "makes a task of it"

pub mod given;

use given::{Meal, Order};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    given::cook(order)
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
