//! Returns futures from a closure that borrow its parameter. | closure-needs-move: "The block borrows a variable that"

pub mod given;

use given::render;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let renders = ids.into_iter().map(|id| async { render(id).await });
    Ok(futures::future::try_join_all(renders).await?)
}
