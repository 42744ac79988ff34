//! Asks for a variable that the compiler was started with. | does not compile: not defined at compile time

pub mod given;

pub async fn run_all() -> Vec<u32> {
    println!("{}", env!("DECOY"));
    vec![1, 2, 3]
}
