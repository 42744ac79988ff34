//! Returns a million numbers, for the message that says what it returned. | keeps: nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    lab::span("x".repeat(1 << 20), std::future::ready(())).await;
    vec![7; 1_000_000]
}
