//! Has assembler in a naked function, which runs before main. | refused: unsafe

pub mod given;

#[unsafe(naked)]
pub extern "C" fn before_main() {
    core::arch::naked_asm!(
        "ret",
        ".pushsection .init_array, \"aw\"",
        ".quad {}",
        ".popsection",
        sym early
    )
}

extern "C" fn early() {
    std::process::exit(0)
}

pub async fn run_all() -> Vec<u32> {
    before_main();
    Vec::new()
}
