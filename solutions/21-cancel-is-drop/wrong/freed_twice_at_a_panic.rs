//! Frees the slot once more while the thread panics, to be on the safe side. | all_of_this_holds_on_whatever_ship: "A slot was freed that was free already"

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.slots.free(self.slot);
        }
        self.slots.free(self.slot);
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
