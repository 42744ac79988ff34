//! Asks only the mirror whose name has won twice running. | all_of_this_holds_for_whatever_race: "one after the other"

pub mod given;
use given::Mirror;
use std::cell::RefCell;
use std::time::Duration;
thread_local! { static WINS: RefCell<(String, u32)> = const { RefCell::new((String::new(), 0)) }; }
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let favourite = WINS.with_borrow(|(name, n)| (*n >= 2).then(|| name.clone()));
    if let Some(name) = favourite {
        if a.name() == name {
            return a.download().await;
        }
        if b.name() == name {
            return b.download().await;
        }
    }
    let (an, bn) = (a.name().to_owned(), b.name().to_owned());
    let (copy, winner) = tokio::select! {
        copy = a.download() => (copy, an),
        copy = b.download() => (copy, bn),
    };
    WINS.with_borrow_mut(|(name, n)| {
        *n = if *name == winner { *n + 1 } else { 1 };
        *name = winner;
    });
    copy
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
