//! Turns the clock back on and off and forward, and lets real time pass. | keeps nothing

pub mod given;

use std::time::Duration;

pub async fn run_all() -> Vec<u32> {
    tokio::time::resume();
    std::thread::sleep(Duration::from_millis(20));
    tokio::time::sleep(Duration::from_millis(30)).await;
    tokio::time::pause();
    tokio::time::pause();
    vec![1, 2, 3]
}
