//! Has a file of somebody else compiled, for what the compiler says of it. | does not compile: couldn't read

pub mod given;

include!("@DECOY@");

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
