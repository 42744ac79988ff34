//! Says that it is a procedural macro, which the compiler would run. | does not compile: proc-macro

#![crate_type = "proc-macro"]

pub mod given;

extern crate proc_macro;

#[proc_macro]
pub fn steal(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    std::fs::read_to_string("@DECOY@").unwrap().parse().unwrap()
}

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
