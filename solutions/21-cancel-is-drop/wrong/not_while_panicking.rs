//! Its Drop does nothing while the thread panics. | when_a_step_panics_the_slot_is_free: "But it drops the values"

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.slots.free(self.slot);
        }
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
