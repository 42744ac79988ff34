//! Takes what oneshot gives for the balance. | recv-result: "A receiver gives a Result here"

pub mod given;

use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

pub struct Slip {
    from: Account,
    to: Account,
    amount: u64,
    reply: oneshot::Sender<Result<u64, Refusal>>,
}
#[derive(Clone)]
pub struct Bank {
    sender: mpsc::Sender<Slip>,
}
impl Bank {
    pub fn start() -> Bank {
        todo!()
    }
    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.sender.send(Slip { from, to, amount, reply }).await?;
        let balance: u64 = answer.await;
        Ok(balance)
    }
}
