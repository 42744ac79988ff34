//! # 05 · Events: an answer

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// Answers calls until no more can come, and returns how many callers got their answer.
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    // The loop only receives. Were a look-up awaited in it, no request would be received for two
    // seconds; a task of its own does the waiting, and the loop is back at recv at once.
    //
    // A JoinSet rather than loose handles: it is the list of what is still to be done.
    let mut under_way = JoinSet::new();
    while let Some(request) = requests.recv().await {
        under_way.spawn(answer(request));
    }

    // recv has given None: the channel is closed, and all that was in it has been received. What has
    // been accepted is still owed, so this waits for every task. Leaving now would drop the set, and
    // that aborts all of its tasks. (A server that never stops should take finished tasks out as it
    // goes, with select! over recv and join_next; otherwise their results pile up in here.)
    under_way.join_all().await.into_iter().filter(|&got_it| got_it).count()
}

/// Looks it up and replies; says whether somebody was still on the line.
async fn answer(Request { item, reply }: Request) -> bool {
    let answer = look_up(&item).await;
    // send hands the answer back when nobody waits for it any more. A caller who hangs up is an
    // everyday event: it must not be an unwrap, which would turn it into a panic.
    reply.send(answer).is_ok()
}
