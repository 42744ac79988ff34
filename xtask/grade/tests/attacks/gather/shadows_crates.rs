//! Has modules of the names of crates that tests use. | flagged: macro_rules

pub mod given;

pub mod judge {
    pub struct Kept;

    pub fn run<T>(_: T) -> Kept {
        Kept
    }
}

pub mod lab {
    pub const SECOND: ::std::time::Duration = ::std::time::Duration::ZERO;
}

pub mod tokio {}
pub mod std {}
pub mod core {}

#[macro_use]
pub mod test {
    #[macro_export]
    macro_rules! test {
        () => {};
    }
}

pub async fn run_all() -> Vec<u32> {
    [1, 2, 3].into()
}
