//! Remembers who was too slow, and never calls them again. | all_of_this_holds_for_whatever_phone_book: "promise"

pub mod given;

use given::Price;
use std::time::Duration;

use std::cell::RefCell;
use std::collections::HashSet;
use tokio::time::timeout;

thread_local! {
    static SLOW: RefCell<HashSet<String>> = RefCell::default();
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        for supplier in given::phone_book() {
            let name = supplier.name().to_owned();
            if SLOW.with_borrow(|slow| slow.contains(&name)) {
                continue;
            }
            match timeout(each, supplier.call()).await {
                Ok(price) => return Some(price),
                Err(_) => SLOW.with_borrow_mut(|slow| slow.insert(name)),
            };
        }
        None
    })
    .await
    .unwrap_or(None)
}
