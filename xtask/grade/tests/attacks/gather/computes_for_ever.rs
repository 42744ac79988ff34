//! Has the compiler compute without end. | refused: could not be graded

#![allow(long_running_const_eval)]

const N: u32 = {
    let mut n = 0u32;
    loop {
        n = n.wrapping_add(1);
        if n == u32::MAX {
            break n;
        }
    }
};

pub async fn run_all() -> Vec<u32> {
    vec![N]
}
