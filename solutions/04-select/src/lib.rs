//! # 04 · Select: an answer

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

/// Downloads from both mirrors at the same time and returns the copy that is there first.
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    // select! polls both downloads within this one task until the first is done, drops all that it
    // was given, and then runs the winner's arm. Being dropped is all that a future ever learns of
    // its cancellation: it is never polled again, and what it holds (here the open line to the
    // mirror) is closed by its own Drop. Nobody has to be told to stop.
    //
    // Had the downloads been spawned, select! would have dropped the JoinHandles only, and the
    // loser's task would go on: a task has to be aborted.
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

/// Downloads from `m`, for as long as `patience` lasts.
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    // The rival is a timer, and it is a future like any other: when the download wins, the timer
    // is what gets dropped. tokio::time::timeout(patience, m.download()).await.ok() is this very
    // race, ready-made.
    tokio::select! {
        copy = m.download() => Some(copy),
        () = sleep(patience) => None,
    }
}
