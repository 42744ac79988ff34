//! Dials in a task, which goes on when the upload is dropped. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "A spawned task goes on"

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    let slot = taken.slot;
    let dial = tokio::spawn(async move { file.dial(slot).await.map(|()| file) });
    let file = dial.await??;
    file.send(slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
