//! Sends in a task, which goes on when the upload is dropped. | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "went on; the promise is that nothing does"

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
    file.dial(slot).await?;
    let file = tokio::spawn(async move {
        file.send(slot).await?;
        anyhow::Ok(file)
    })
    .await??;
    drop(taken);
    file.check().await?;
    Ok(())
}
