//! The guard is a link that dials and sends, and is used up when the file is sent.

pub mod given;

use given::{Failure, File, Slot, Slots};

struct Link<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl<'a> Link<'a> {
    async fn open(slots: &'a Slots) -> Link<'a> {
        Link { slots, slot: slots.take().await }
    }

    async fn carry(self, file: &File) -> Result<(), Failure> {
        file.dial(self.slot).await?;
        file.send(self.slot).await
    }
}

impl Drop for Link<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    Link::open(slots).await.carry(&file).await?;
    Ok(file.check().await?)
}
