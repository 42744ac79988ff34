//! Returns an error with other words. | the_steps_come_in_turn_and_the_first_error_is_returned: "the promise is the error of that step"

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
    if file.dial(taken.slot).await.is_err() || file.send(taken.slot).await.is_err() {
        anyhow::bail!("{} could not be sent", file.name());
    }
    drop(taken);
    file.check().await?;
    Ok(())
}
