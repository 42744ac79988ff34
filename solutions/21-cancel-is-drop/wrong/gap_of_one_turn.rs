//! Lets others have a turn between the slot and its guard. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "from the moment at which it is taken"

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
    tokio::task::yield_now().await;
    let taken = Taken { slots, slot };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
