//! Lends a file's name to a task. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Report, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let [a, b, c] = files.map(|file| tokio::spawn(load_sheet(file)));
    let sheets = [a.await??, b.await??, c.await??];
    Ok(Report { sheets })
}
