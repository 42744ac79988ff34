//! Lets a macro write the unsafe block. | does not compile: unsafe

pub mod given;

macro_rules! quietly {
    ($word:tt $($code:tt)*) => { $word { $($code)* } };
}

pub async fn run_all() -> Vec<u32> {
    quietly!(unsafe std::hint::unreachable_unchecked())
}
