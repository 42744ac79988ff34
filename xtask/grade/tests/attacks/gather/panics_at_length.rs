//! Panics with ten megabytes, again and again. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let long = "x".repeat(10 << 20);
    for _ in 0..3 {
        let _ = std::panic::catch_unwind(|| panic!("{long}"));
    }
    panic!("{}", &long[..1 << 20])
}
