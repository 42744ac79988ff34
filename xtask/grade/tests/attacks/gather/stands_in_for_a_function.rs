//! Defines functions of the C library and of the judge under their own names. | does not compile: no_mangle

pub mod given;

#[unsafe(no_mangle)]
pub extern "C" fn write(_: i32, _: *const u8, length: usize) -> usize {
    length
}

#[unsafe(export_name = "read")]
pub extern "C" fn quiet(_: i32, _: *mut u8, _: usize) -> usize {
    0
}

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
