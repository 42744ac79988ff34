//! Chooses the allocator of the whole program. | refused: an allocator

pub mod given;

#[global_allocator]
static ALLOCATOR: std::alloc::System = std::alloc::System;

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
