//! A lock for the whole function: other slots stay free. | all_of_this_holds_on_whatever_ship: "the promise"

pub mod given;

use given::{File, Slot, Slots};
use tokio::sync::Mutex;

static ONE: Mutex<()> = Mutex::const_new(());

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
    let taken = {
        let _one = ONE.lock().await;
        let taken = Taken { slots, slot: slots.take().await };
        file.dial(taken.slot).await?;
        taken
    };
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
