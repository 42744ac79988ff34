//! Loads the judge, to say itself that a promise was kept. | does not compile: can't find crate for `judge`

pub mod given;

extern crate judge;

pub async fn run_all() -> Vec<u32> {
    let kept = judge::run(|| async { 1 }).kept();
    std::process::Termination::report(kept);
    vec![1, 2, 3]
}
