//! Breaks only when it is compiled with the tests, to have them quoted. | does not compile: BROKEN

pub mod given;

trait Broken {
    const BROKEN: u32;
}

impl<T> Broken for T {
    const BROKEN: u32 = panic!("BROKEN");
}

#[inline]
fn broken<T>() -> u32 {
    T::BROKEN
}

#[inline]
pub fn run_all() -> std::future::Ready<Vec<u32>> {
    std::future::ready(vec![broken::<u8>()])
}
