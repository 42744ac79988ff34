//! # 01 · Gather

pub mod given;

pub async fn run_all() -> Vec<u32> {
    todo!("run long_task(1), long_task(2) and long_task(3) together")
}
