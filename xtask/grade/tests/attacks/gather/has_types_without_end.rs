//! Makes types of types without end. | does not compile: recursion limit

pub mod given;

fn deeper<T>(n: u32) -> u32 {
    if n == 0 { 0 } else { deeper::<(T, T)>(n - 1) }
}

pub async fn run_all() -> Vec<u32> {
    vec![deeper::<u8>(3)]
}
