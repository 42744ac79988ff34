//! Takes memory until there is none. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let mut all = Vec::new();
    loop {
        all.push(vec![1u8; 64 << 20]);
    }
}
