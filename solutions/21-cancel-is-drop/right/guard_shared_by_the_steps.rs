//! Two steps share the guard by Rc, and the last of them frees the slot.

pub mod given;

use given::{File, Slot, Slots};
use std::rc::Rc;

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

async fn dial(taken: Rc<Taken<'_>>, file: &File) -> anyhow::Result<()> {
    Ok(file.dial(taken.slot).await?)
}

async fn send(taken: Rc<Taken<'_>>, file: &File) -> anyhow::Result<()> {
    Ok(file.send(taken.slot).await?)
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Rc::new(Taken { slots, slot: slots.take().await });
    dial(taken.clone(), &file).await?;
    send(taken, &file).await?;
    Ok(file.check().await?)
}
