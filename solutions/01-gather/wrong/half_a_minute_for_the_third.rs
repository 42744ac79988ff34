//! Gives task 3 half a minute once the others are done, and takes it for done then. | all_of_this_holds_for_whatever_times: "was cancelled at"

pub mod given;

use given::long_task;
use std::time::Duration;

pub async fn run_all() -> Vec<u32> {
    let mut first_two = std::pin::pin!(futures::future::join(long_task(1), long_task(2)));
    let mut third = std::pin::pin!(long_task(3));
    let mut ids = None;
    let mut last = None;
    loop {
        tokio::select! {
            biased;
            (a, b) = &mut first_two, if ids.is_none() => ids = Some([a, b]),
            c = &mut third, if last.is_none() => last = Some(c),
            () = tokio::time::sleep(Duration::from_secs(30)), if ids.is_some() => last = Some(3),
        }
        if let (Some([a, b]), Some(c)) = (ids, last) {
            return vec![a, b, c];
        }
    }
}
