//! Makes a Trouble of its own. | private: "belongs to another module"

pub mod given;

use given::{Report, Trouble, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    match tokio::try_join!(load_sheet(files[0]), load_sheet(files[1]), load_sheet(files[2])) {
        Ok((a, b, c)) => Ok(Report { sheets: [a, b, c] }),
        Err(_) => Err(Trouble("loading failed").into()),
    }
}
