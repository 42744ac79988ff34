//! Allows what the command line forbids. | does not compile: incompatible with previous forbid

#![allow(unsafe_code)]

pub mod given;

pub async fn run_all() -> Vec<u32> {
    unsafe { std::env::set_var("JUDGE_NONCE_FROM", "nowhere") };
    Vec::new()
}
