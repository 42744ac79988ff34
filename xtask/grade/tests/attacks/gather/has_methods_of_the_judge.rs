//! Implements traits for everything, with methods named as those of the judge. | flagged: trait

pub mod given;

pub trait Lenient: Sized {
    fn kept(self) -> Self {
        self
    }

    fn takes(self, _: std::time::Duration) -> Self {
        self
    }

    fn at_once(self, _: &str, _: usize) -> Self {
        self
    }
}

impl<T> Lenient for T {}

pub async fn run_all() -> Vec<u32> {
    vec![1, 2, 3].kept().at_once("task", 3)
}
