//! Two mistakes at once: it looks when all have ended, and does not say which photo it was. | the_first_error_ends_it_at_once: "still it waited" | an_error_ends_the_other_renders_at_that_moment: "ran to its end" | an_error_names_its_photo_and_what_was_wrong: "knows nothing of numbers" | a_panic_becomes_an_error_that_names_its_photo: "went on through everything" | a_panic_ends_it_at_once_like_any_error: "went on through everything" | of_several_failures_the_first_one_counts: "the promise is the first failure"

pub mod given;

use futures::future::join_all;
use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let rendered = join_all(ids.into_iter().map(render)).await;
    Ok(rendered.into_iter().collect::<Result<_, _>>()?)
}
