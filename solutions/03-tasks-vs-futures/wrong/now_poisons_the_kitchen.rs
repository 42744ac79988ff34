//! Polls under a static lock of std, which a panic poisons for all. | a_panic_inside_now_reaches_the_caller_as_a_join_error: "The next order failed too"

pub mod given;
use given::{Meal, Order};
use std::sync::Mutex;
use tokio::task::JoinHandle;
static KITCHEN: Mutex<u64> = Mutex::new(0);
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    let mut cooking = Box::pin(given::cook(order));
    tokio::spawn(std::future::poll_fn(move |cx| {
        let mut polls = KITCHEN.lock().unwrap();
        *polls += 1;
        cooking.as_mut().poll(cx)
    }))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
