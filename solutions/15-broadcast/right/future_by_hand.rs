//! A hand-written future that is polled from waiting to waiting, with the receiver moved in and out.

pub mod given;

use given::Goal;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::sync::broadcast::{self, error::RecvError};

type Radio = broadcast::Receiver<Goal>;
type Next = Pin<Box<dyn Future<Output = (Radio, Result<Goal, RecvError>)> + Send>>;

/// Listens, and is done when the radio is.
struct Listening {
    next: Next,
    heard: Vec<Goal>,
    missed: u64,
}

fn next(mut radio: Radio) -> Next {
    Box::pin(async move {
        let next = radio.recv().await;
        (radio, next)
    })
}

impl Future for Listening {
    type Output = (Vec<Goal>, u64);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let (radio, said) = ready!(self.next.as_mut().poll(cx));
            match said {
                Ok(goal) => self.heard.push(goal),
                Err(RecvError::Lagged(lost)) => self.missed += lost,
                Err(RecvError::Closed) => {
                    return Poll::Ready((std::mem::take(&mut self.heard), self.missed));
                }
            }
            self.next = next(radio);
        }
    }
}

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    Listening { next: next(rx), heard: Vec::new(), missed: 0 }.await
}
