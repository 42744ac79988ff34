//! Prints without end. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let line = "x".repeat(60_000);
    loop {
        println!("{line}");
    }
}
