//! Keeps the slot for another attempt when a step fails. | when_a_step_fails_the_slot_is_free: "never freed"

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
    let sent = async {
        file.dial(taken.slot).await?;
        file.send(taken.slot).await
    };
    if let Err(error) = sent.await {
        std::mem::forget(taken);
        return Err(error.into());
    }
    drop(taken);
    file.check().await?;
    Ok(())
}
