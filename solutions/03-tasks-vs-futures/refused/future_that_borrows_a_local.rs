//! Returns a future that borrows from the function. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let dish = order.to_string();
    announced(&dish)
}

async fn announced(dish: &str) -> Meal {
    println!("{dish}");
    cook(Order::new(dish, lab::SECOND)).await
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
