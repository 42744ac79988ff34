//! Is an async fn that gives the list. | other-signature: "pub fn pages(client: Client)"

pub mod given;

use given::{Client, Row};

pub async fn pages(client: Client) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut page = client.page(None).await?;
    while let Some(token) = page.next.take() {
        rows.append(&mut page.rows);
        page = client.page(Some(token)).await?;
    }
    rows.append(&mut page.rows);
    Ok(rows)
}
