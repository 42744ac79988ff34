//! A task waits for the word to cook, and stops when nobody wants the meal any more.

pub mod given;
use given::{Meal, Order};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    let (go, going) = oneshot::channel::<()>();
    let (mut serve, served) = oneshot::channel();
    tokio::spawn(async move {
        if going.await.is_err() {
            return;
        }
        tokio::select! {
            meal = given::cook(order) => { let _ = serve.send(meal); }
            _ = serve.closed() => {}
        }
    });
    async move {
        let _ = go.send(());
        served.await.expect("it fell to the floor")
    }
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
