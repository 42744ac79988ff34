//! Includes what the system knows of the compiler. | does not compile: couldn't read

pub mod given;

const FOUND: &[u8] = include_bytes!("/proc/self/environ");

pub async fn run_all() -> Vec<u32> {
    println!("BREACH: {}", String::from_utf8_lossy(FOUND));
    vec![1, 2, 3]
}
