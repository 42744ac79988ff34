//! One `poll_fn`, with a sleep and a search that it polls by hand.

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::future::poll_fn;
use std::mem::take;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc;
use tokio::time::{Sleep, sleep};

enum Work<'a> {
    Nothing,
    Pause(Pin<Box<Sleep>>, String),
    Search(Pin<Box<dyn Future<Output = Suggestion> + Send + 'a>>),
}

impl Default for Work<'_> {
    fn default() -> Self {
        Work::Nothing
    }
}

fn search(index: &Index, text: String) -> Work<'_> {
    Work::Search(Box::pin(async move { index.search(&text).await }))
}

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let (mut work, mut open, mut found) = (Work::Nothing, true, Vec::new());
    let mut step = move |context: &mut Context<'_>| {
        while open {
            match keys.poll_recv(context) {
                Poll::Ready(Some(text)) => work = Work::Pause(Box::pin(sleep(QUIET)), text),
                Poll::Ready(None) => open = false,
                Poll::Pending => break,
            }
        }
        loop {
            match take(&mut work) {
                Work::Nothing if open => return Poll::Pending,
                Work::Nothing => return Poll::Ready(take(&mut found)),
                Work::Pause(mut pause, text) => {
                    if open && pause.as_mut().poll(context).is_pending() {
                        work = Work::Pause(pause, text);
                        return Poll::Pending;
                    }
                    work = search(index, text);
                }
                Work::Search(mut search) => match search.as_mut().poll(context) {
                    Poll::Ready(suggestion) => found.push(suggestion),
                    Poll::Pending => {
                        work = Work::Search(search);
                        return Poll::Pending;
                    }
                },
            }
        }
    };
    poll_fn(move |context| step(context)).await
}
