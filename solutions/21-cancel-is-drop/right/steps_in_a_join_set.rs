//! Dials and sends in a task of a JoinSet, which aborts it when it is dropped; the guard stays outside.

pub mod given;

use given::{File, Slot, Slots};
use tokio::task::JoinSet;

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
    let mut steps = JoinSet::new();
    steps.spawn(async move {
        file.dial(slot).await?;
        file.send(slot).await?;
        anyhow::Ok(file)
    });
    let file = steps.join_next().await.expect("one task was spawned")??;
    drop(taken);
    file.check().await?;
    Ok(())
}
