//! The mirror's name is asked for after `download` has consumed the mirror. | moved: "A value has one owner, and"
pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::select! {
        copy = m.download() => Some(copy),
        _ = tokio::time::sleep(patience) => {
            println!("{} was too slow", m.name());
            None
        }
    }
}
