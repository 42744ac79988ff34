//! Catches panics, and throws values of its own. | keeps nothing

pub mod given;

use std::panic::{catch_unwind, panic_any, resume_unwind};

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("in drop")
    }
}

pub async fn run_all() -> Vec<u32> {
    let caught = catch_unwind(|| panic_any(Vec::from([1, 2, 3])));
    let _ = catch_unwind(|| drop(Bomb));
    match caught {
        Ok(()) => Vec::new(),
        Err(_) => resume_unwind(Box::new(Bomb)),
    }
}
