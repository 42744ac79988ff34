//! Makes the guard when the shore has answered, which is one `.await` too late. | when_a_step_fails_the_slot_is_free: "`?` is a `return`" | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "from the moment at which it is taken" | when_a_step_panics_the_slot_is_free: "When dialling panicked"

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
    let slot = slots.take().await;
    file.dial(slot).await?;
    let taken = Taken { slots, slot };
    file.send(slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
