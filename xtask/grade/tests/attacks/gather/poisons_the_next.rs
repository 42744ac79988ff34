//! Leaves something for whoever is compiled or run next: works only the first time. | keeps: nothing_is_left_running

pub mod given;

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

static RUNS: AtomicU32 = AtomicU32::new(0);

pub async fn run_all() -> Vec<u32> {
    // Each promise is a process of its own, and none leaves a trace that another could find. (One may call
    // this several times.)
    let first = RUNS.fetch_add(1, SeqCst) == 0;
    if first && std::path::Path::new("/tmp/was-here").exists() {
        println!("BREACH: this is not the first time");
    }
    let _ = std::fs::write("/tmp/was-here", "yes");
    Vec::new()
}
