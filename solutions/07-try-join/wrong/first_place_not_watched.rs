//! Breaks the others off when the second or the third fails, and not when the first does. | all_of_this_holds_for_whatever_files: "still running"
pub mod given;

use anyhow::Context;
use given::{Report, Sheet, load_sheet};

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let spawn = |file: &str| {
        let file = file.to_owned();
        tokio::spawn(
            async move { load_sheet(&file).await.with_context(|| format!("loading {file}")) },
        )
    };
    let [mut a, mut b, mut c] = files.map(spawn);
    let [mut sa, mut sb, mut sc] = [None::<Sheet>, None, None];
    while sa.is_none() || sb.is_none() || sc.is_none() {
        tokio::select! {
            r = &mut a, if sa.is_none() => sa = Some(r??),
            r = &mut b, if sb.is_none() => match r? {
                Ok(sheet) => sb = Some(sheet),
                Err(error) => { a.abort(); c.abort(); return Err(error); }
            },
            r = &mut c, if sc.is_none() => match r? {
                Ok(sheet) => sc = Some(sheet),
                Err(error) => { a.abort(); b.abort(); return Err(error); }
            },
        }
    }
    Ok(Report { sheets: [sa.unwrap(), sb.unwrap(), sc.unwrap()] })
}
