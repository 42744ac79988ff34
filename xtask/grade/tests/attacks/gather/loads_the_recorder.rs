//! Loads crates that only the lab and the judge stand on. | does not compile: can't find crate for `recorder`

pub mod given;

extern crate recorder;

pub async fn run_all() -> Vec<u32> {
    recorder::Recorder::current().unwrap().close();
    vec![1, 2, 3]
}
