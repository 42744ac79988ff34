//! Declares functions of the C library as safe, and links a library of its choice. | does not compile: unsafe extern

pub mod given;

#[link(name = "dl")]
unsafe extern "C" {
    safe fn dup2(old: i32, new: i32) -> i32;
    safe fn kill(process: i32, signal: i32) -> i32;
}

pub async fn run_all() -> Vec<u32> {
    dup2(1, 0);
    kill(-1, 9);
    Vec::new()
}
