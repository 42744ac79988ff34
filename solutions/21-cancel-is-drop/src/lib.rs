//! # 21 · Cancel is drop: an answer

pub mod given;

use given::{File, Slot, Slots};

/// A slot that is taken. There is exactly one such value for each slot that was taken, and it is the
/// only thing that frees a slot: so none is freed twice, and none is forgotten.
struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    // Runs on every way out: at the end of a block, at `?`, in a panic, and when the future that holds
    // this value is dropped. It cannot await anything, and freeing needs no await.
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

/// Takes a slot, dials, sends the file, and has it checked.
pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    // Taking the slot and making its guard are one expression. There is no .await in between, and so no
    // moment at which the slot is taken and nobody would free it. While take() still waits, there is no
    // slot and no guard.
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;

    // Otherwise the guard would live until the end of the function, over the check.
    drop(taken);
    file.check().await?;
    Ok(())
}
