//! Tasks that write into shared slots and ring; the one that waits looks at the slots at each ring.

pub mod given;

use anyhow::anyhow;
use given::render;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;
use tokio::task::JoinSet;

type Slots = Arc<Mutex<Vec<Option<anyhow::Result<String>>>>>;

/// Fills its slot when it goes, and rings: with what was rendered, or with word of a panic.
struct Slot(usize, u32, Slots, Arc<Notify>, Option<anyhow::Result<String>>);

impl Drop for Slot {
    fn drop(&mut self) {
        let rendered = self.4.take().unwrap_or_else(|| Err(anyhow!("photo {} panicked", self.1)));
        self.2.lock().unwrap()[self.0] = Some(rendered);
        self.3.notify_one();
    }
}

pub async fn thumbnails(ids: Vec<u32>) -> anyhow::Result<Vec<String>> {
    let slots: Slots = Arc::new(Mutex::new(ids.iter().map(|_| None).collect()));
    let bell = Arc::new(Notify::new());
    let mut owner = JoinSet::new();
    for (place, id) in ids.into_iter().enumerate() {
        let mut slot = Slot(place, id, slots.clone(), bell.clone(), None);
        owner.spawn(async move {
            let rendered = render(id).await;
            slot.4 = Some(rendered.map_err(|why| anyhow!(why).context(format!("photo {id}"))));
        });
    }
    loop {
        {
            let mut slots = slots.lock().unwrap();
            let failed = slots.iter().position(|slot| matches!(slot, Some(Err(_))));
            if failed.is_some() || slots.iter().all(Option::is_some) {
                let failed = failed.and_then(|place| slots[place].take());
                return failed.map_or_else(
                    || slots.drain(..).flatten().collect(),
                    |failed| failed.map(|thumbnail| vec![thumbnail]),
                );
            }
        }
        bell.notified().await;
    }
}
