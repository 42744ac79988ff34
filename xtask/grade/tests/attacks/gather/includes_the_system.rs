//! Includes a file of the system. | does not compile: couldn't read

pub mod given;

const FOUND: &[u8] = include_bytes!("/etc/passwd");

pub async fn run_all() -> Vec<u32> {
    println!("BREACH: {}", String::from_utf8_lossy(FOUND));
    vec![1, 2, 3]
}
