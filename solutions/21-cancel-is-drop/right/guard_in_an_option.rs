//! A guard with an Option: what was taken out cannot be freed again.

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a>(&'a Slots, Option<Slot>);

impl Taken<'_> {
    fn free(&mut self) {
        if let Some(slot) = self.1.take() {
            self.0.free(slot);
        }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.free();
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let mut taken = Taken(slots, None);
    let slot = *taken.1.insert(slots.take().await);
    let sent = async {
        file.dial(slot).await?;
        file.send(slot).await
    };
    let sent = sent.await;
    taken.free();
    sent?;
    file.check().await?;
    Ok(())
}
