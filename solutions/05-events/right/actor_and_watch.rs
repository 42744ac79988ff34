//! An actor keeps the count, and a watch channel without receivers says that all are done.

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

use tokio::sync::{oneshot, watch};
enum Note {
    Answered,
    Total(oneshot::Sender<usize>),
}
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (notes, mut noted) = mpsc::unbounded_channel();
    let clerk = tokio::spawn(async move {
        let mut count = 0;
        while let Some(note) = noted.recv().await {
            match note {
                Note::Answered => count += 1,
                Note::Total(to) => {
                    let _ = to.send(count);
                }
            }
        }
    });
    let (busy, _) = watch::channel(());
    while let Some(Request { item, reply }) = requests.recv().await {
        let (token, notes) = (busy.subscribe(), notes.clone());
        tokio::spawn(async move {
            let _token = token;
            if reply.send(look_up(&item).await).is_ok() {
                let _ = notes.send(Note::Answered);
            }
        });
    }
    busy.closed().await;
    let (ask, told) = oneshot::channel();
    let _ = notes.send(Note::Total(ask));
    let count = told.await.expect("the clerk answers");
    drop(notes);
    clerk.await.expect("the clerk goes home");
    count
}
