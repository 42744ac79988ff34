//! Nests what the compiler says as deep as its messages go, for the stack of whoever reads them outside of the cage. | does not compile: cannot find value

#![recursion_limit = "100000"]

pub mod given;

@MACROS@
macro_rules! m700 {
() => {
zz;
};
}

pub async fn run_all() -> Vec<u32> {
m0!();
vec![1, 2, 3]
}
