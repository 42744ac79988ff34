//! Panics in drop while another panic unwinds, which aborts. | keeps nothing

pub mod given;

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("in drop")
    }
}

pub async fn run_all() -> Vec<u32> {
    let _bomb = Bomb;
    panic!("first")
}
