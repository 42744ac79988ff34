//! Names Lagged without its enum. | variant-alone: "`RecvError::Lagged(n)`"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut goals, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(g) => goals.push(g),
            Err(Lagged(n)) => missed += n,
            Err(_) => break,
        }
    }
    (goals, missed)
}
