//! Joined inside a span of its own, with lines of its own.

pub mod given;
pub async fn run_all() -> Vec<u32> {
    lab::span("all three", async {
        println!("asking");
        lab::say!("asking for three reports");
        let (a, b, c) = tokio::join!(given::long_task(1), given::long_task(2), given::long_task(3));
        lab::say!("got {a}, {b} and {c}");
        vec![a, b, c]
    })
    .await
}
