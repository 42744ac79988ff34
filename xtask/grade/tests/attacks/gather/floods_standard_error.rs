//! Prints errors without end, on a thread that outlives the run. | keeps: the_ids_come_back_in_order, nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    std::thread::spawn(|| {
        let line = "x".repeat(60_000);
        loop {
            eprintln!("{line}");
        }
    });
    vec![1, 2, 3]
}
