//! Holds a static lock while it serves. | all_of_this_holds_for_whatever_calls: "Calls that run at the same time share something"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

static OFFICE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
async fn answer(Request { item, reply }: Request) -> bool {
    let found = look_up(&item).await;
    reply.send(found).is_ok()
}
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let _key = OFFICE.lock().await;
    let mut tasks = tokio::task::JoinSet::new();
    while let Some(request) = requests.recv().await {
        tasks.spawn(answer(request));
    }
    tasks.join_all().await.into_iter().filter(|got| *got).count()
}
