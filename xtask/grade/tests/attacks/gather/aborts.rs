//! Ends the process by a signal. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    std::process::abort()
}
