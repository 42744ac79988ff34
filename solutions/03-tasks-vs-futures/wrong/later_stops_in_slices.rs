//! A task that looks every 250 ms whether it is still wanted. | all_of_this_holds_for_whatever_orders: "still running"

pub mod given;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

struct Wanted(Arc<AtomicBool>);
impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(false, SeqCst);
    }
}

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    async move {
        let wanted = Arc::new(AtomicBool::new(true));
        let _guard = Wanted(wanted.clone());
        let task = tokio::spawn(async move {
            let mut cooking = Box::pin(cook(order));
            while wanted.load(SeqCst) {
                if let Ok(meal) =
                    tokio::time::timeout(Duration::from_millis(250), &mut cooking).await
                {
                    return Some(meal);
                }
            }
            None
        });
        task.await.unwrap().unwrap()
    }
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
