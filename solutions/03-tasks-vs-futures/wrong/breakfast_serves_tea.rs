//! Throws the coffee away and serves tea. | all_of_this_holds_for_whatever_orders: "cooking tea began"

pub mod given;
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await;
    cook(Order::new("tea", std::time::Duration::ZERO)).await
}
