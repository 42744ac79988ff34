//! Names the place in the list instead of the photo. | an_error_names_its_photo_and_what_was_wrong: "that it names the photo" | a_panic_becomes_an_error_that_names_its_photo: "that it names the photo" | of_several_failures_the_first_one_counts: "the promise is the first failure"

pub mod given;

use anyhow::Context;
use given::render;
use std::collections::HashMap;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut renders = JoinSet::new();
    let mut places = HashMap::new();
    for (place, id) in ids.iter().enumerate() {
        places.insert(renders.spawn(render(*id)).id(), place);
    }
    let mut thumbnails = vec![String::new(); ids.len()];
    while let Some(ended) = renders.join_next_with_id().await {
        let place = match &ended {
            Ok((task, _)) => places[task],
            Err(error) => places[&error.id()],
        };
        let photo = || format!("photo {place}");
        thumbnails[place] = ended.with_context(photo)?.1.with_context(photo)?;
    }
    Ok(thumbnails)
}
