//! A pan for each dish: an order waits for another of the same. | all_of_this_holds_for_whatever_orders: "the promise is"

pub mod given;
use given::{Meal, Order};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;
type Pan = Arc<tokio::sync::Mutex<()>>;
static PANS: Mutex<Option<HashMap<String, Pan>>> = Mutex::new(None);
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    let pan =
        PANS.lock().unwrap().get_or_insert_default().entry(order.to_string()).or_default().clone();
    tokio::spawn(async move {
        let _pan = pan.lock().await;
        given::cook(order).await
    })
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
