//! Forgets to import the map. | not-imported: "add `use std::collections::HashMap;`"

pub mod given;

use anyhow::Context;
use given::render;
use tokio::task::JoinSet;

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let mut places = HashMap::new();
    places.insert(1, 2);
    todo!()
}
