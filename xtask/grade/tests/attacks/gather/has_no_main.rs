//! Asks for no main, and for the name of another crate. | does not compile: crate_name

#![no_main]
#![crate_name = "judge"]

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
