//! Keeps every processor busy with as many threads as it may have. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let spin = || {
        loop {
            std::hint::spin_loop();
        }
    };
    while std::thread::Builder::new().spawn(spin).is_ok() {}
    spin()
}
