//! Tasks that report through a channel, the panicked ones too: their report is sent when they unwind.

pub mod given;

use anyhow::{Context, anyhow, bail};
use given::{Damaged, render};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

type Report = (usize, Option<Result<String, Damaged>>);

/// Sends in any case what became of the render in one place.
struct Reporter {
    place: usize,
    rendered: Option<Result<String, Damaged>>,
    to: mpsc::UnboundedSender<Report>,
}

impl Drop for Reporter {
    fn drop(&mut self) {
        let _ = self.to.send((self.place, self.rendered.take()));
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let (to, mut reports) = mpsc::unbounded_channel();
    let mut owner = JoinSet::new();
    for (place, id) in ids.iter().copied().enumerate() {
        let to = to.clone();
        owner.spawn(async move {
            let mut reporter = Reporter { place, rendered: None, to };
            reporter.rendered = Some(render(id).await);
        });
    }
    drop(to);
    let mut thumbnails = vec![None; ids.len()];
    while let Some((place, rendered)) = reports.recv().await {
        match rendered {
            Some(Ok(thumbnail)) => thumbnails[place] = Some(thumbnail),
            Some(Err(damaged)) => {
                return Err(anyhow!(damaged).context(format!("rendering {}", ids[place])));
            }
            None => bail!("rendering {}: it panicked", ids[place]),
        }
    }
    thumbnails.into_iter().collect::<Option<_>>().context("one is missing")
}
