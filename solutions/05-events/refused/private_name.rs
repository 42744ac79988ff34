//! Reads a private field of what is given. | private: "05-events/src/given.rs:"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    while let Some(r) = requests.recv().await {
        println!("{}", r.item.name);
    }
    0
}
