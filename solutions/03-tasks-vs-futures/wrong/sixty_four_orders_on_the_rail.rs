//! Orders of `later` share 64 places from the moment they are written. | all_of_this_holds_for_whatever_orders: "the promise is"
pub mod given;
use given::{Meal, Order};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

static RAIL: Semaphore = Semaphore::const_new(64);

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let place = RAIL.try_acquire().ok();
    async move {
        let _place = match place {
            Some(place) => place,
            None => RAIL.acquire().await.expect("never closed"),
        };
        given::cook(order).await
    }
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
