//! Frees the slot after errors and panics, all of which it catches; a drop cannot be caught. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "none of its lines runs" | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "none of its lines runs"

pub mod given;

use futures::FutureExt;
use given::{File, Slots};
use std::panic::{AssertUnwindSafe, resume_unwind};

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    let steps = async {
        file.dial(slot).await?;
        file.send(slot).await
    };
    let sent = AssertUnwindSafe(steps).catch_unwind().await;
    slots.free(slot);
    match sent {
        Ok(sent) => sent?,
        Err(panic) => resume_unwind(panic),
    }
    file.check().await?;
    Ok(())
}
