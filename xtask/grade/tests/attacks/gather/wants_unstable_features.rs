//! Asks for features of the compiler that are not stable. | does not compile: E0554

#![feature(start, lang_items, rustc_attrs, internal_features)]

pub mod given;

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
