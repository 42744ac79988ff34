//! A static lock: one breakfast's brewing waits for another's. | all_of_this_holds_for_whatever_orders: "Calls that run at the same time share something"

pub mod given;
use given::{Meal, Order};
use tokio::task::JoinHandle;
static MACHINE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    let _machine = MACHINE.lock().await;
    given::brew(water, grounds).await
}
