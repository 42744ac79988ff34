//! Orders four seconds of coffee instead of making it. | breakfast_grinds_the_beans_while_the_water_boils: "boiling never began" | breakfast_does_each_step_once_and_leaves_nothing_running: "boiling never began"

pub mod given;

use given::{Meal, Order, cook};
use lab::SECOND;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    later(Order::new("coffee", 4 * SECOND)).await
}
