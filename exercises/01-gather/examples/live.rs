//! The same on the real clock, to watch it happen: `cargo xtask run 01`.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    gather::run_all().await;
}
