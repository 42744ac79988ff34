//! An error type of its own, whose source is the trouble; a task beside it does the work.

pub mod given;

use given::{Report, Sheet, Trouble, load_sheet};
use std::error::Error;
use std::fmt;
use tokio::task::{JoinSet, yield_now};

#[derive(Debug)]
struct NotLoaded {
    file: String,
    why: Trouble,
}

impl fmt::Display for NotLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "loading {}", self.file)
    }
}

impl Error for NotLoaded {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.why)
    }
}

async fn one(file: &str) -> Result<Sheet, NotLoaded> {
    yield_now().await;
    load_sheet(file).await.map_err(|why| NotLoaded { file: file.to_owned(), why })
}

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(str::to_owned);
    // In a set, so that it is aborted if this very future is dropped.
    let mut desk = JoinSet::new();
    desk.spawn(async move { futures::try_join!(one(&c), one(&b), one(&a)) });
    let (c, b, a) = desk.join_next().await.expect("one task was spawned")??;
    Ok(Report { sheets: [a, b, c] })
}
