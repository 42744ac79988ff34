//! The same on the real clock, to watch it happen: `cargo xtask run 14`.

use actor::Bank;
use actor::given::Account::{Ada, Bob, Cleo, Dora};
use lab::{SECOND, say};
use tokio::time::{sleep, timeout};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let bank = Bank::start();
    let another = bank.clone();
    let (ada, bob, ()) =
        tokio::join!(bank.transfer(Ada, Bob, 100), another.transfer(Bob, Cleo, 1_000), async {
            let waited = timeout(SECOND / 2, bank.transfer(Cleo, Dora, 20)).await;
            say!("cleo {} an answer.", if waited.is_err() { "did not wait for" } else { "has" });
        });
    for (who, reply) in [("ada", ada), ("bob", bob)] {
        match reply {
            Ok(balance) => say!("{who} has {balance} left."),
            Err(error) => say!("{who} hears: {error:#}."),
        }
    }
    hang_up([bank, another]);
    say!("Nobody is left at the window.");
    sleep(2 * SECOND).await;
}

/// Drops the handles.
fn hang_up(_handles: [Bank; 2]) {}
