//! The same on the real clock, to watch it happen: `cargo xtask run 17`.

use lab::say;
use shared_state::Wallet;
use shared_state::given::Bank;
use std::time::Duration;
use tokio::time::timeout;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (tour, club) = (Wallet::new(Bank::new("tour"), 100), Wallet::new(Bank::new("club"), 500));
    tokio::join!(
        pays("ann", &tour, 80, 9_000),
        pays("ben", &tour, 80, 9_000),
        // He gives up while the bank is asked about him.
        pays("carlo", &tour, 20, 1_500),
        pays("dana", &tour, 20, 9_000),
        pays("eve", &club, 300, 9_000),
    );
}

async fn pays(who: &str, wallet: &Wallet, amount: u32, patience: u64) {
    match timeout(Duration::from_millis(patience), wallet.withdraw(amount)).await {
        Ok(true) => say!("{who} has {amount}"),
        Ok(false) => say!("{who} doesn't get {amount}"),
        Err(_) => say!("{who} gave up"),
    }
}
