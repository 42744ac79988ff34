//! Hands the word to a macro of a dependency that has unsafe code of its own. | refused: unsafe code

pub mod given;

macro_rules! swallowed {
    ($($code:tt)*) => { stringify!($($code)*) };
}

pub async fn run_all() -> Vec<u32> {
    let mut nothing = std::pin::pin!(async { swallowed!(unsafe { 1 }) });
    let pinned = async { 1 };
    tokio::pin!(pinned);
    futures::pin_mut!(nothing);
    let _ = nothing;
    Vec::new()
}
