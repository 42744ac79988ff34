//! Two guards: one frees the slot, and one aborts the task that works in it.

pub mod given;

use given::{File, Slot, Slots};
use tokio::task::JoinHandle;

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

struct Working<T>(JoinHandle<T>);

impl<T> Drop for Working<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    let slot = taken.slot;
    let mut working = Working(tokio::spawn(async move {
        file.dial(slot).await?;
        file.send(slot).await?;
        anyhow::Ok(file)
    }));
    let file = (&mut working.0).await??;
    drop(taken);
    file.check().await?;
    Ok(())
}
