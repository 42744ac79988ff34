//! Takes the first photo from box 77 in the list for the one that panicked. | a_panic_becomes_an_error_that_names_its_photo: "that it names the photo, 7704"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.iter().copied().enumerate() {
        renders.spawn(async move { (place, render(id).await) });
    }
    let suspect = ids.iter().find(|id| **id / 100 == 77).copied().unwrap_or_default();
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next().await {
        let (place, rendered) = ended
            .map_err(|panicked| anyhow::Error::new(panicked).context(format!("photo {suspect}")))?;
        thumbnails[place] = rendered.with_context(|| format!("photo {}", ids[place]))?;
    }
    Ok(thumbnails)
}
