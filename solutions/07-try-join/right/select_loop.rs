//! select! in a loop: whichever load ends next.

pub mod given;

use anyhow::Context;
use given::{Report, load_sheet};
use std::pin::pin;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut first = pin!(load_sheet(files[0]));
    let mut second = pin!(load_sheet(files[1]));
    let mut third = pin!(load_sheet(files[2]));
    let (mut a, mut b, mut c) = (None, None, None);
    loop {
        let (place, sheet) = tokio::select! {
            sheet = &mut first, if a.is_none() => (0, sheet),
            sheet = &mut second, if b.is_none() => (1, sheet),
            sheet = &mut third, if c.is_none() => (2, sheet),
            else => break,
        };
        let sheet = Some(sheet.context(format!("loading {}", files[place]))?);
        match place {
            0 => a = sheet,
            1 => b = sheet,
            _ => c = sheet,
        }
    }
    let sheets = [a, b, c].map(|sheet| sheet.expect("all three have come"));
    Ok(Report { sheets })
}
