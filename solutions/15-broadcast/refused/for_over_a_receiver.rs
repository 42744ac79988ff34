//! Loops over a broadcast receiver with `for`. | broadcast-is-no-iterator: "`Ok(x)`, or an Err"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut goals, mut missed) = (Vec::new(), 0);
    for goal in rx {
        goals.push(goal);
    }
    (goals, missed)
}
