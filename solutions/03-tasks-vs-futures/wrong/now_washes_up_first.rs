//! Washes up for a second before it hands over the meal. | all_of_this_holds_for_whatever_orders: "the promise is"

pub mod given;
use given::{Meal, Order};
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async move {
        let meal = given::cook(order).await;
        tokio::time::sleep(lab::SECOND).await;
        meal
    })
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
