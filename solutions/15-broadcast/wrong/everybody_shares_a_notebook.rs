//! All who listen at the same time write into one list. | every_listener_hears_every_goal: "keep it in local variables"

pub mod given;

use given::Goal;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::broadcast::{self, error::RecvError};

type Notes = Mutex<(Vec<Goal>, u64)>;

static NOTEBOOK: Mutex<Weak<Notes>> = Mutex::new(Weak::new());

fn notebook() -> Arc<Notes> {
    let mut notebook = NOTEBOOK.lock().unwrap_or_else(PoisonError::into_inner);
    notebook.upgrade().unwrap_or_else(|| {
        let fresh = Arc::default();
        *notebook = Arc::downgrade(&fresh);
        fresh
    })
}

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let notes = notebook();
    loop {
        match rx.recv().await {
            Ok(goal) => notes.lock().unwrap().0.push(goal),
            Err(RecvError::Lagged(lost)) => notes.lock().unwrap().1 += lost,
            Err(RecvError::Closed) => return notes.lock().unwrap().clone(),
        }
    }
}
