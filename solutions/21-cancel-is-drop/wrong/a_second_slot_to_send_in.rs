//! Takes another slot to send in, and keeps the first. | a_slot_is_taken_until_the_file_is_sent: "This is a hang" | the_check_needs_no_slot: "This is a hang" | when_a_step_fails_the_slot_is_free: "This is a hang" | when_a_step_panics_the_slot_is_free: "This is a hang" | no_slot_is_freed_twice: "This is a hang" | the_steps_come_in_turn_and_the_first_error_is_returned: "This is a hang"

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
    let dialling = Taken { slots, slot: slots.take().await };
    file.dial(dialling.slot).await?;
    let sending = Taken { slots, slot: slots.take().await };
    file.send(sending.slot).await?;
    drop((dialling, sending));
    file.check().await?;
    Ok(())
}
