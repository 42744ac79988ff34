//! A static lock: the next order waits for the one before it. | all_of_this_holds_for_whatever_orders: "the promise is"

pub mod given;
use tokio::sync::Mutex;
static COOK: Mutex<()> = Mutex::const_new(());
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        let _cook = COOK.lock().await;
        cook(order).await
    })
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
