//! Writes a generator. | yield: "Stable Rust has no `yield`"

pub mod given;

use futures::Stream;
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let mut next = None;
    loop {
        let page = client.page(next).await?;
        for row in page.rows {
            yield row;
        }
        next = page.next;
    }
}
