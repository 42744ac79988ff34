//! Has a constant of sixteen gigabytes. | does not compile: memory

pub mod given;

pub static LARGE: [u8; 1 << 34] = [1; 1 << 34];

pub async fn run_all() -> Vec<u32> {
    vec![u32::from(LARGE[7])]
}
