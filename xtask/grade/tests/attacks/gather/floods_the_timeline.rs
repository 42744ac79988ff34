//! Says and begins as much as a recorder takes, with names of the longest kind, for results that fill the disk and pages that nobody can open. | keeps: the_ids_come_back_in_order, nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    for n in 0..3_000u32 {
        let long: String = ["\"", "<", "\u{1F600}", "\\"].concat().repeat(60);
        lab::say(format!("{n}{long}"));
        lab::span(format!("{n}{long}"), async { tokio::task::yield_now().await }).await;
        tokio::time::sleep(std::time::Duration::from_millis(n as u64 % 7)).await;
    }
    vec![1, 2, 3]
}
