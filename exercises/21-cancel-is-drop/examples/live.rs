//! The same on the real clock, to watch it happen: `cargo xtask run 21`.

use cancel_is_drop::given::{File, Slots, Step, Trouble};
use cancel_is_drop::upload;
use lab::{SECOND, say};
use tokio::time::timeout;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("Three files, one slot. The bridge breaks off the first upload after 2 seconds.");
    let slots = Slots::new(1);
    let monday = File::new("monday", 5 * SECOND, SECOND);
    let tuesday = File::new("tuesday", SECOND, SECOND).with_trouble(Step::Send, Trouble::Fails);
    let wednesday = File::new("wednesday", SECOND, SECOND);
    let uploads = async {
        tokio::join!(
            async {
                if timeout(2 * SECOND, upload(&slots, monday)).await.is_err() {
                    say!("monday: broken off");
                }
            },
            async {
                if let Err(error) = upload(&slots, tuesday).await {
                    say!("{error:#}");
                }
            },
            async {
                if upload(&slots, wednesday).await.is_ok() {
                    say!("wednesday: good, says the shore");
                }
            },
        )
    };
    if timeout(12 * SECOND, uploads).await.is_err() {
        say!("After 12 seconds somebody still waits for a slot.");
    }
}
