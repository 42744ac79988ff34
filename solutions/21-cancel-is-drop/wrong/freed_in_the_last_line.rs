//! Frees the slot in a line below the steps. | when_a_step_fails_the_slot_is_free: "`?` is a `return`" | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "none of its lines runs" | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "none of its lines runs" | when_a_step_panics_the_slot_is_free: "runs none of the lines below"

pub mod given;

use given::{File, Slots};

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    file.dial(slot).await?;
    file.send(slot).await?;
    slots.free(slot);
    file.check().await?;
    Ok(())
}
