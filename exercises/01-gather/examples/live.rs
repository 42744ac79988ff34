//! The same on the real clock, to watch it happen: `cargo xtask run 01`.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let began = std::time::Instant::now();
    let ids = gather::run_all().await;
    println!("It returned {ids:?}. That was {:.1} s.", began.elapsed().as_secs_f64());
}
