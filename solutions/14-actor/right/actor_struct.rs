//! The actor as a type with a method for its loop, and an enum of what it can be asked.

pub mod given;

use anyhow::{Context, anyhow};
use given::{Account, Ledger, Refusal};
use tokio::sync::{mpsc, oneshot};

enum Message {
    Transfer { from: Account, to: Account, amount: u64, reply: oneshot::Sender<Balance> },
    // More kinds of requests would go here, each with a reply of its own type.
}

type Balance = Result<u64, Refusal>;

struct Clerk {
    ledger: Ledger,
    inbox: mpsc::UnboundedReceiver<Message>,
}

impl Clerk {
    async fn run(mut self) {
        while let Some(message) = self.inbox.recv().await {
            self.handle(message).await;
        }
    }

    async fn handle(&mut self, message: Message) {
        match message {
            Message::Transfer { from, to, amount, reply } => {
                reply.send(self.transfer(from, to, amount).await).ok();
            }
        }
    }

    async fn transfer(&mut self, from: Account, to: Account, amount: u64) -> Balance {
        self.ledger.book(from, to, amount).await?;
        Ok(self.ledger.balance(from))
    }
}

#[derive(Clone)]
pub struct Bank(mpsc::UnboundedSender<Message>);

impl Bank {
    pub fn start() -> Bank {
        let (sender, inbox) = mpsc::unbounded_channel();
        tokio::spawn(Clerk { ledger: Ledger::open(), inbox }.run());
        Bank(sender)
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        let message = Message::Transfer { from, to, amount, reply };
        self.0.send(message).map_err(|_| anyhow!("the clerk has gone home"))?;
        answer.await?.with_context(|| format!("moving {amount} from {from} to {to}"))
    }
}
