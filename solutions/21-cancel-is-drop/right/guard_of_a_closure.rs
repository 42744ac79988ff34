//! A guard for whatever has to happen at the end: it holds a closure.

pub mod given;

use given::{File, Slots};

struct AtTheEnd<F: FnMut()>(F);

impl<F: FnMut()> Drop for AtTheEnd<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    let taken = AtTheEnd(|| slots.free(slot));
    file.dial(slot).await?;
    file.send(slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
