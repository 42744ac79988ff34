//! Looks ten times a second whether the file is sent. | all_of_this_holds_on_whatever_ship: "the promise"

pub mod given;

use futures::FutureExt;
use given::{File, Slot, Slots};
use std::time::Duration;
use tokio::time::sleep;

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
    file.dial(taken.slot).await?;
    let mut sending = Box::pin(file.send(taken.slot));
    let sent = loop {
        match sending.as_mut().now_or_never() {
            Some(sent) => break sent,
            None => sleep(Duration::from_millis(100)).await,
        }
    };
    drop(sending);
    drop(taken);
    sent?;
    file.check().await?;
    Ok(())
}
