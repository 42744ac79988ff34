//! Hands the rest of the cooking to a task when it is dropped. | dropping_later_halfway_stops_the_cooking: "the cooking went on"

pub mod given;
use given::{Meal, Order};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::task::JoinHandle;
struct Later(Option<Pin<Box<dyn Future<Output = Meal> + Send>>>, bool);
impl Future for Later {
    type Output = Meal;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Meal> {
        self.1 = true;
        let done = self.0.as_mut().unwrap().as_mut().poll(cx);
        if done.is_ready() {
            self.0 = None;
        }
        done
    }
}
impl Drop for Later {
    fn drop(&mut self) {
        if let (Some(rest), true) = (self.0.take(), self.1) {
            tokio::spawn(rest);
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
