//! # 03 · Tasks vs futures
//!
//! A future is a recipe: nobody cooks while you only hold it. A task is a cook at work: it has
//! started, and does not look up to see whether you are still waiting. The README tells the story;
//! the promises that your answer must keep are in `tests/tasks_vs_futures.rs`: read their names.
//!
//! ```text
//! cargo xtask check 03    are the promises kept?
//! cargo xtask hint 03     one step at a time
//! cargo xtask run 03      watch it on the real clock
//! ```

pub mod given;

use given::{Meal, Order};
use tokio::task::JoinHandle;

/// Gives a future of the meal: cooked (by `given::cook`) while somebody awaits it, and not before.
///
/// Dropped before it was ever awaited, it leaves no trace: nothing was cooked, and nothing will be.
/// Dropped halfway, it stops the cooking there and then. (A task that is aborted at that moment
/// counts as stopped.)
pub fn later(order: Order) -> impl Future<Output = Meal> {
    // TODO: hand over the recipe. Nobody may start on it yet.
    let dish = order.to_string();
    async move { todo!("make a future that cooks the {dish} when it is awaited") }
}

/// Starts a task that cooks the meal (by `given::cook`) straight away, whether or not anybody
/// awaits its handle. No order waits for another, however many there are.
///
/// Whoever awaits the handle gets the meal as soon as it is ready, or long after. Dropping the
/// handle does not stop the cooking. When the cooking panics, only that task ends: awaiting the
/// handle gives a `JoinError` whose `is_panic` is true.
pub fn now(order: Order) -> JoinHandle<Meal> {
    // TODO: give the work to somebody who begins without being asked for the result.
    todo!("start to cook the {order}, and return the handle of that task")
}

/// Makes coffee: boils water (3 s) while the beans are ground (2 s), both begun at once; then brews
/// both (1 s), as soon as the slower of the two is done.
///
/// It is ready after four seconds, and on another day with a slower mill, later. Each of the three
/// steps is done once, and when this returns, nothing goes on. Breakfasts share nothing: each makes
/// its own coffee.
pub async fn breakfast() -> Meal {
    // TODO: have both under way before you wait for the end of either.
    todo!("use given::boil_water and given::grind_beans together, then given::brew")
}
