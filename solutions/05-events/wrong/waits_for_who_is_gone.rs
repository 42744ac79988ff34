//! Stays for half a minute after a caller has hung up, in case they call again. | all_of_this_holds_for_whatever_calls: "nobody waits for an answer any more"

pub mod given;
use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut set = JoinSet::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        set.spawn(async move {
            let got_it = reply.send(look_up(&item).await).is_ok();
            if !got_it {
                // They may call again.
                tokio::time::sleep(30 * lab::SECOND).await;
            }
            got_it
        });
    }
    set.join_all().await.into_iter().filter(|got| *got).count()
}
