//! Spawns tasks that spawn tasks. | keeps nothing

pub mod given;

fn spawn_more() {
    tokio::spawn(async {
        spawn_more();
        spawn_more();
        tokio::task::yield_now().await;
    });
}

pub async fn run_all() -> Vec<u32> {
    spawn_more();
    std::future::pending().await
}
