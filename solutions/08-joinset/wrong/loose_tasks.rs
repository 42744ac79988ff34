//! Spawns every render, and awaits the handles from left to right. | the_first_error_ends_it_at_once: "It took 5 s" | a_panic_ends_it_at_once_like_any_error: "It took 5 s" | an_error_ends_the_other_renders_at_that_moment: "ran to its end" | of_several_failures_the_first_one_counts: "photo 6604 failed before 6608" | when_it_is_dropped_midway_every_render_ends_with_it: "abort them in its Drop" | a_panic_becomes_an_error_that_names_its_photo: "the promise is that it names the photo, 7704"

pub mod given;

use anyhow::Context;
use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let tasks: Vec<_> = ids.iter().map(|id| tokio::spawn(render(*id))).collect();
    let mut thumbnails = Vec::new();
    for (id, task) in ids.iter().zip(tasks) {
        let photo = || format!("photo {id}");
        thumbnails.push(task.await.with_context(photo)?.with_context(photo)?);
    }
    Ok(thumbnails)
}
