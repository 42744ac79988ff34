//! A closure frees the slot the first time that it is called, by hand or in a Drop.

pub mod given;

use given::{File, Slots};
use std::cell::Cell;

struct AtTheEnd<'a>(&'a dyn Fn());

impl Drop for AtTheEnd<'_> {
    fn drop(&mut self) {
        (self.0)();
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    let is_free = Cell::new(false);
    let free = || {
        if !is_free.replace(true) {
            slots.free(slot);
        }
    };
    let _guard = AtTheEnd(&free);
    file.dial(slot).await?;
    file.send(slot).await?;
    free();
    file.check().await?;
    Ok(())
}
