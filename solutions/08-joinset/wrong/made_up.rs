//! Waits as long as it takes, and makes the names up. | the_thumbnails_come_in_the_order_of_the_photos: "the promise is the thumbnail of photo 1007" | a_panic_becomes_an_error_that_names_its_photo: "the promise is an error" | a_panic_ends_it_at_once_like_any_error: "the promise is an error" | all_photos_are_rendered_at_the_same_time: "had begun when it returned" | an_error_ends_the_other_renders_at_that_moment: "the promise is an error" | an_error_names_its_photo_and_what_was_wrong: "the promise is an error" | none_one_or_the_same_photo_twice_is_no_special_case: "stands" | of_several_failures_the_first_one_counts: "the promise is an error" | the_first_error_ends_it_at_once: "the promise is an error" | when_it_is_dropped_midway_every_render_ends_with_it: "photo 1005 never began"

pub mod given;

use lab::SECOND;
use tokio::time::sleep;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    sleep(ids.iter().map(|id| id % 10).max().unwrap_or(0) * SECOND).await;
    Ok(ids.iter().map(|id| format!("{id}.jpg")).collect())
}
