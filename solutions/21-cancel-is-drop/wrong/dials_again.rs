//! Dials once more when nobody answers. | the_steps_come_in_turn_and_the_first_error_is_returned: "no other step begins after a failure" | when_a_step_fails_the_slot_is_free: "When dialling failed, at 1 s, slot 1 was taken until 2 s"

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
    if file.dial(taken.slot).await.is_err() {
        file.dial(taken.slot).await?;
    }
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
