//! Keeps a desk for each item, where one look-up at a time is made. | all_of_this_holds_for_whatever_calls: "Two asked about the same thing"

pub mod given;
use given::{Request, look_up};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = JoinSet::new();
    let mut desks: HashMap<String, Arc<Mutex<()>>> = HashMap::new();
    while let Some(Request { item, reply }) = requests.recv().await {
        let desk = desks.entry(item.to_string()).or_default().clone();
        tasks.spawn(async move {
            let _desk = desk.lock().await;
            reply.send(look_up(&item).await).is_ok()
        });
    }
    tasks.join_all().await.into_iter().filter(|ok| *ok).count()
}
