//! Awaits something in Drop. | await-outside-async: "`.await` only works inside"

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        self.slots.free(self.slot);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    Ok(file.check().await?)
}
