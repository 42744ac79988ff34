//! Ends the process by a signal that the kernel sends. | flagged: black_box

pub mod given;

fn deep(n: u64) -> u64 {
    let on_the_stack = std::hint::black_box([n; 512]);
    deep(n + 1) + on_the_stack[1]
}

pub async fn run_all() -> Vec<u32> {
    vec![deep(0) as u32]
}
