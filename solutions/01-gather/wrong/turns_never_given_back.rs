//! Each call waits until the one before it has returned, even where that was dropped. | all_of_this_holds_for_whatever_times: "after the same call had been dropped"
pub mod given;
use tokio::sync::watch;

thread_local! {
    static DRAWN: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
    static SERVED: watch::Sender<u64> = watch::Sender::new(0);
}

pub async fn run_all() -> Vec<u32> {
    let ticket = DRAWN.replace(DRAWN.get() + 1);
    let served = SERVED.with(|served| served.clone());
    let ids = futures::future::join_all((1..=3).map(given::long_task)).await;
    let mut turn = served.subscribe();
    turn.wait_for(|&served| served >= ticket).await.unwrap();
    served.send_replace(ticket + 1);
    ids
}
