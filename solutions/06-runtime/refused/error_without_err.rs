//! Returns an error that is in no Result. | err-expected: "inside of a Result"

pub mod given;

use given::{Report, read_gauge};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    if tokio::runtime::Handle::try_current().is_ok() {
        return anyhow::anyhow!("runtime");
    }
    todo!()
}
