//! Keeps the taken slots in a list of the thread, and frees the oldest. | all_of_this_holds_on_whatever_ship: "Tried"

pub mod given;

use given::{File, Slot, Slots};
use std::cell::RefCell;

thread_local! {
    static TAKEN: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

struct Taken<'a>(&'a Slots);

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let oldest = TAKEN.with_borrow_mut(|taken| taken.remove(0));
        self.0.free(oldest);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    TAKEN.with_borrow_mut(|taken| taken.push(slot));
    let taken = Taken(slots);
    file.dial(slot).await?;
    file.send(slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
