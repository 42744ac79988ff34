//! The same on the real clock, to watch it happen: `cargo xtask run {number}`.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", {crate}::serve("ada").await);
}
