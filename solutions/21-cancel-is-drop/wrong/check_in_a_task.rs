//! Leaves the check to a task, which goes on when the upload is dropped. | all_of_this_holds_on_whatever_ship: "1 spawned task was still running"

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
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    tokio::spawn(async move { file.check().await }).await??;
    Ok(())
}
