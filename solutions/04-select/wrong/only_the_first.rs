//! Never asks the second mirror. | the_first_copy_to_arrive_is_returned_from_either_side: "timetable from turku" | both_mirrors_are_asked_at_once: "ystad never began" | a_race_takes_no_longer_than_its_winner: "It took 30 s" | the_slower_download_is_broken_off_when_the_faster_is_done: "harwich ran to its end"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    drop(b);
    a.download().await
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
