//! Takes the order of join_all for the order of the photos, and its panic for an error. | the_thumbnails_come_in_the_order_of_the_photos: "in another order" | a_panic_becomes_an_error_that_names_its_photo: "At the edge of a task a panic stops" | a_panic_ends_it_at_once_like_any_error: "At the edge of a task a panic stops" | an_error_ends_the_other_renders_at_that_moment: "ran to its end" | the_first_error_ends_it_at_once: "Look at each result when it comes"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    for id in ids {
        renders.spawn(async move { render(id).await.with_context(|| format!("photo {id}")) });
    }
    renders.join_all().await.into_iter().collect()
}
