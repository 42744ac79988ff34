//! Has another signature than the tests expect, to have their lines quoted. | does not compile: arguments

pub mod given;

pub async fn run_all(first: u32) -> Vec<u32> {
    vec![first]
}
