//! Also lists what had been set while the lamps were moving. | it_returns_what_was_applied_in_order: "That is not what the lamps did"

pub mod given;

use given::{Config, move_lamps};
use std::pin::pin;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut listed = vec![rx.borrow_and_update().clone()];
    loop {
        let config = rx.borrow_and_update().clone();
        {
            let mut move_on = pin!(move_lamps(&config));
            loop {
                tokio::select! {
                    () = &mut move_on => break,
                    Ok(()) = rx.changed() => listed.push(rx.borrow().clone()),
                }
            }
        }
        if listed.last() != Some(&config) {
            continue;
        }
        match rx.changed().await {
            Ok(()) => listed.push(rx.borrow().clone()),
            Err(_) => return listed,
        }
    }
}
