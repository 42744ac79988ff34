//! A task owns the money; it breaks off the question of whoever no longer waits for the answer.

pub mod given;

use given::Bank;
use tokio::select;
use tokio::sync::{mpsc, oneshot};

type Slip = (u32, oneshot::Sender<bool>);

pub struct Wallet {
    slips: mpsc::UnboundedSender<Slip>,
}

impl Wallet {
    pub fn new(bank: Bank, money: u32) -> Wallet {
        let (slips, inbox) = mpsc::unbounded_channel();
        tokio::spawn(serve(bank, money, inbox));
        Wallet { slips }
    }

    pub async fn withdraw(&self, amount: u32) -> bool {
        let (reply, answer) = oneshot::channel();
        self.slips.send((amount, reply)).is_ok() && answer.await.unwrap_or(false)
    }
}

async fn serve(bank: Bank, mut money: u32, mut inbox: mpsc::UnboundedReceiver<Slip>) {
    while let Some((amount, mut reply)) = inbox.recv().await {
        if reply.is_closed() {
            continue;
        }
        let taken = money >= amount
            && select! {
                allowed = bank.allows(amount) => allowed,
                () = reply.closed() => continue,
            };
        // Whoever left at this very moment has taken nothing.
        if reply.send(taken).is_ok() && taken {
            money -= amount;
        }
    }
}
