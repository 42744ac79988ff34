//! Has a thread that outlives the run write reports to standard output. | keeps: the_ids_come_back_in_order, nothing_is_left_running

pub mod given;

use std::io::{Write, stdout};
use std::os::fd::AsFd;

pub async fn run_all() -> Vec<u32> {
    let mut out = std::fs::File::from(stdout().as_fd().try_clone_to_owned().unwrap());
    let ours = std::thread::Builder::new().name("outlives".to_owned());
    let _ = ours.spawn(move || {
        loop {
            let _ = out.write_all(b"\n 0/1 {\"version\":1,\"end\":\"done\",\"finding\":null}\n");
            std::thread::yield_now();
        }
    });
    vec![1, 2, 3]
}
