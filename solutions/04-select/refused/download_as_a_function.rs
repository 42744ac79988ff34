//! Calls a method by the path of its module. | not-in-module: "is a method of `Mirror`"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = given::download(a) => copy,
        copy = given::download(b) => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    None
}
