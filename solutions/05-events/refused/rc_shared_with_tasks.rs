//! Shares the counter by `Rc`, which may not go to another thread. | not-send: "A task may move to another"

pub mod given;

use given::{Request, look_up};
use std::cell::Cell;
use std::rc::Rc;
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let answered = Rc::new(Cell::new(0));
    while let Some(Request { item, reply }) = requests.recv().await {
        let answered = answered.clone();
        tokio::spawn(async move {
            if reply.send(look_up(&item).await).is_ok() {
                answered.set(answered.get() + 1);
            }
        });
    }
    answered.get()
}
