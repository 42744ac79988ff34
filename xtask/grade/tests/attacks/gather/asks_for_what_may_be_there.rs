//! Prints all variables that there may be, when compiled and when run. | keeps: nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let compiled = [
        option_env!("DECOY"),
        option_env!("HOME"),
        option_env!("USER"),
        option_env!("CARGO_MANIFEST_DIR"),
        option_env!("CARGO_HOME"),
        option_env!("OUT_DIR"),
    ];
    for value in compiled.into_iter().flatten() {
        println!("BREACH: {value}");
    }
    for (name, value) in std::env::vars() {
        println!("{name}={value}");
    }
    Vec::new()
}
