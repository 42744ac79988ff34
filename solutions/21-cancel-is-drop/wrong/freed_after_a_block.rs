//! Keeps the result of the steps, frees the slot, and looks at the result then. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "none of its lines runs" | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "When the upload was dropped, at 2.17 s" | when_a_step_panics_the_slot_is_free: "runs none of the lines below"

pub mod given;

use given::{File, Slots};

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    let sent = async {
        file.dial(slot).await?;
        file.send(slot).await
    };
    let sent = sent.await;
    slots.free(slot);
    sent?;
    file.check().await?;
    Ok(())
}
