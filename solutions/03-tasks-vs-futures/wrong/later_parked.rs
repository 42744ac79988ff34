//! Puts the cooking aside in a static when it is dropped, instead of dropping it. | dropping_later_halfway_stops_the_cooking: "was still running"

pub mod given;
use given::{Meal, Order};
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use tokio::task::JoinHandle;
type Cooking = Pin<Box<dyn Future<Output = Meal> + Send>>;
static PARKED: Mutex<Vec<Cooking>> = Mutex::new(Vec::new());
struct Later(Option<Cooking>, bool);
impl Future for Later {
    type Output = Meal;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Meal> {
        self.1 = true;
        let done = self.0.as_mut().expect("polled after its end").as_mut().poll(cx);
        if done.is_ready() {
            self.0 = None;
        }
        done
    }
}
impl Drop for Later {
    fn drop(&mut self) {
        if let (Some(cooking), true) = (self.0.take(), self.1) {
            PARKED.lock().unwrap().push(cooking);
        }
    }
}
pub fn later(order: Order) -> impl Future<Output = Meal> {
    Later(Some(Box::pin(given::cook(order))), false)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
