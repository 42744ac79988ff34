//! Gives each photo a task, and waits for it before the next. | all_photos_are_rendered_at_the_same_time: "began only when" | a_panic_ends_it_at_once_like_any_error: "Nothing overlapped" | an_error_ends_the_other_renders_at_that_moment: "Nothing overlapped" | of_several_failures_the_first_one_counts: "failed before 6608" | the_first_error_ends_it_at_once: "Nothing overlapped" | when_it_is_dropped_midway_every_render_ends_with_it: "photo 1009 never began" | a_panic_becomes_an_error_that_names_its_photo: "the promise is that it names the photo, 7704" | none_one_or_the_same_photo_twice_is_no_special_case: "Nothing overlapped"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut thumbnails = Vec::new();
    for id in ids {
        renders.spawn(render(id));
        let photo = || format!("photo {id}");
        let ended = renders.join_next().await.context("no task")?;
        thumbnails.push(ended.with_context(photo)?.with_context(photo)?);
    }
    Ok(thumbnails)
}
