//! Frees the slot at each error by hand. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "none of its lines runs" | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "none of its lines runs" | when_a_step_panics_the_slot_is_free: "runs none of the lines below"

pub mod given;

use given::{File, Slots};

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    if let Err(error) = file.dial(slot).await {
        slots.free(slot);
        return Err(error.into());
    }
    if let Err(error) = file.send(slot).await {
        slots.free(slot);
        return Err(error.into());
    }
    slots.free(slot);
    Ok(file.check().await?)
}
