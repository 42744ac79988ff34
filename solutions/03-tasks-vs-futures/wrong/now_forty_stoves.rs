//! A static limit of forty orders. | all_of_this_holds_for_whatever_orders: "the promise is"

pub mod given;
use given::{Meal, Order};
use tokio::task::JoinHandle;
static STOVES: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(40);
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async move {
        let _stove = STOVES.acquire().await.unwrap();
        given::cook(order).await
    })
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
