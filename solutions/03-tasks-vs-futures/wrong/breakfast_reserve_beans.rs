//! Keeps ground beans of a guest who left for the next one. | all_of_this_holds_for_whatever_orders: "grinding did not begin at 0 s"

pub mod given;
use given::{Meal, Order};
use std::sync::Mutex;
use tokio::task::JoinHandle;
static TIN: Mutex<Option<given::Grounds>> = Mutex::new(None);
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(given::cook(order))
}
pub async fn breakfast() -> Meal {
    let left = TIN.lock().unwrap().take();
    let grinding = async {
        let grounds = match left {
            Some(grounds) => grounds,
            None => given::grind_beans().await,
        };
        // Should the guest leave before the water boils, the next one gets these.
        struct Keep(Option<given::Grounds>);
        impl Drop for Keep {
            fn drop(&mut self) {
                *TIN.lock().unwrap() = self.0.take();
            }
        }
        Keep(Some(grounds))
    };
    let (water, mut kept) = tokio::join!(given::boil_water(), grinding);
    let grounds = kept.0.take().unwrap();
    given::brew(water, grounds).await
}
