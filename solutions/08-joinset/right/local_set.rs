//! Tasks of a LocalSet, which is dropped with them; a panic is heard of by the set that runs inside.

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::{JoinSet, LocalSet};

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let room = LocalSet::new();
    let mut renders = JoinSet::new();
    let tasks: HashMap<_, _> = ids
        .iter()
        .enumerate()
        .map(|(place, id)| (renders.spawn_local_on(render(*id), &room).id(), place))
        .collect();
    let waiting = async {
        let mut thumbnails = vec![String::new(); ids.len()];
        while let Some(ended) = renders.join_next_with_id().await {
            let (place, rendered) = match ended {
                Ok((task, Ok(thumbnail))) => (tasks[&task], Ok(thumbnail)),
                Ok((task, Err(damaged))) => (tasks[&task], Err(anyhow::Error::from(damaged))),
                Err(ended) => (tasks[&ended.id()], Err(ended.into())),
            };
            thumbnails[place] = rendered.with_context(|| format!("no. {}", ids[place]))?;
        }
        Ok(thumbnails)
    };
    room.run_until(waiting).await
}
