//! Doubles what the compiler has to read forty times. | refused: could not be graded

pub mod given;

macro_rules! double {
    ([] $($all:tt)*) => { const _: &str = stringify!($($all)*); };
    ([. $($left:tt)*] $($all:tt)*) => { double! { [$($left)*] $($all)* $($all)* } };
}

double! { [. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .] x x x x }

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
