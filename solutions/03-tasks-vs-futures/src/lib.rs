//! # 03 · Tasks vs futures: an answer

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

/// Gives a future of the meal: cooked while somebody awaits it, and not before.
pub fn later(order: Order) -> impl Future<Output = Meal> {
    // Calling an async fn runs none of its body. What it returns is all that was promised: the
    // work as a value. The cooking lives inside it, so whoever drops it drops the cooking too.
    cook(order)
}

/// Starts to cook straight away, whether or not anybody awaits the handle.
pub fn now(order: Order) -> JoinHandle<Meal> {
    // The runtime owns the task from here on and polls it by itself. The handle is only the ticket
    // for its result: throw it away and the task goes on. A panic ends that one task; the runtime
    // catches it and keeps it for whoever comes with the ticket.
    tokio::spawn(later(order))
}

/// Makes coffee: boils water while the beans are ground, then brews both.
pub async fn breakfast() -> Meal {
    // The kettle heats by itself, so it is on before this function turns to the beans.
    let water = tokio::spawn(boil_water());
    let grounds = grind_beans().await;

    // join!(boil_water(), grind_beans()) takes the same four seconds without a task, and whoever
    // drops that breakfast drops its kettle too. A task would boil on.
    let water = water.await.expect("boiling water does not panic");
    brew(water, grounds).await
}
