//! No `async` block, but combinators; the last closure owns the guard.

pub mod given;

use futures::{FutureExt, TryFutureExt};
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
    let (slot, file) = (taken.slot, &file);
    let sent = file.dial(slot).and_then(|()| file.send(slot)).map(move |sent| {
        drop(taken);
        sent
    });
    sent.and_then(|()| file.check()).err_into().await
}
