//! Looks once a second whether something has ended. | all_of_this_holds_for_whatever_photos: "the promise"

pub mod given;

use anyhow::{Context, anyhow};
use given::{Damaged, render};
use std::time::Duration;
use tokio::task::JoinSet;
type Ended = Result<Result<String, Damaged>, tokio::task::JoinError>;
fn verdict(id: u32, ended: Ended) -> anyhow::Result<String> {
    match ended {
        Ok(Ok(name)) => Ok(name),
        Ok(Err(damaged)) => Err(anyhow::Error::new(damaged).context(format!("photo {id}"))),
        Err(_) => Err(anyhow!("photo {id}: the renderer panicked")),
    }
}
fn finish(slots: Vec<Option<String>>) -> Vec<String> {
    slots.into_iter().map(|slot| slot.expect("all are there")).collect()
}
pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut set = JoinSet::new();
    let mut place = std::collections::HashMap::new();
    for (at, &id) in ids.iter().enumerate() {
        place.insert(set.spawn(render(id)).id(), at);
    }
    let mut slots = vec![None; ids.len()];
    let mut beat = tokio::time::interval(Duration::from_secs(1));
    while !set.is_empty() {
        beat.tick().await;
        tokio::task::yield_now().await;
        while let Some(done) = set.try_join_next_with_id() {
            let (at, ended) = match done {
                Ok((task, name)) => (place[&task], Ok(name)),
                Err(error) => (place[&error.id()], Err(error)),
            };
            slots[at] = Some(verdict(ids[at], ended)?);
        }
    }
    Ok(finish(slots))
}
