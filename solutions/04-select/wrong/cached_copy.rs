//! Keeps copies by the mirror's name for the next time. | all_of_this_holds_for_whatever_race: "did not begin at"

pub mod given;
use given::Mirror;
use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;
static CACHE: Mutex<Option<HashMap<String, String>>> = Mutex::new(None);
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let name = m.name().to_owned();
    if let Some(copy) = CACHE.lock().unwrap().get_or_insert_default().get(&name) {
        return Some(copy.clone());
    }
    let copy = tokio::time::timeout(patience, m.download()).await.ok()?;
    CACHE.lock().unwrap().get_or_insert_default().insert(name, copy.clone());
    Some(copy)
}
