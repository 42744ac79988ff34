//! Leaves blocking work behind that never ends. | keeps: the_ids_come_back_in_order

pub mod given;

pub async fn run_all() -> Vec<u32> {
    for _ in 0..8 {
        tokio::task::spawn_blocking(|| {
            loop {
                std::thread::park();
            }
        });
    }
    vec![1, 2, 3]
}
