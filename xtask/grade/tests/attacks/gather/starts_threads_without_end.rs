//! Starts threads until it may not, and leaves them at work. | keeps: nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let work = || {
        loop {
            std::thread::park();
        }
    };
    let mut threads = 0;
    while std::thread::Builder::new().name("outlives".to_owned()).spawn(work).is_ok() {
        threads += 1;
        if threads == 10_000 {
            println!("BREACH: {threads} threads");
            break;
        }
    }
    Vec::new()
}
