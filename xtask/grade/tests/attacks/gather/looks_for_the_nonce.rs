//! Reads standard input again, by every way there is. | keeps: nothing_is_left_running

pub mod given;

use std::fs::File;
use std::io::{BufRead, Read, stdin};
use std::os::fd::AsFd;

pub async fn run_all() -> Vec<u32> {
    let mut left = String::new();
    let _ = stdin().lock().read_to_string(&mut left);
    let _ = stdin().lock().read_line(&mut left);
    if let Ok(copy) = stdin().as_fd().try_clone_to_owned() {
        let _ = File::from(copy).read_to_string(&mut left);
    }
    for place in ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0", "/proc/self/environ"] {
        if let Ok(mut file) = File::open(place) {
            println!("BREACH: {place} is open");
            let _ = file.read_to_string(&mut left);
        }
    }
    if !left.is_empty() {
        println!("BREACH: {left}");
    }
    Vec::new()
}
