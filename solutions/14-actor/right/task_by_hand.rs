//! The task is a future written by hand: at the desk, or with a booking that hands the ledger back.

pub mod given;

use anyhow::Context as _;
use futures::future::BoxFuture;
use given::{Account, Ledger, Refusal};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::sync::{mpsc, oneshot};

type Slip = (Account, Account, u64, oneshot::Sender<Result<u64, Refusal>>);

enum At {
    Desk(Ledger),
    Book(BoxFuture<'static, Ledger>),
    Between,
}

struct Clerk {
    at: At,
    slips: mpsc::Receiver<Slip>,
}

impl Future for Clerk {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            match std::mem::replace(&mut self.at, At::Between) {
                At::Desk(mut ledger) => match self.slips.poll_recv(cx) {
                    Poll::Pending => {
                        self.at = At::Desk(ledger);
                        return Poll::Pending;
                    }
                    Poll::Ready(None) => return Poll::Ready(()),
                    Poll::Ready(Some((from, to, amount, reply))) => {
                        self.at = At::Book(Box::pin(async move {
                            let booked = ledger.book(from, to, amount).await;
                            let _ = reply.send(booked.map(|()| ledger.balance(from)));
                            ledger
                        }));
                    }
                },
                At::Book(mut booking) => match booking.as_mut().poll(cx) {
                    Poll::Ready(ledger) => self.at = At::Desk(ledger),
                    Poll::Pending => {
                        self.at = At::Book(booking);
                        return Poll::Pending;
                    }
                },
                At::Between => unreachable!(),
            }
        }
    }
}

#[derive(Clone)]
pub struct Bank {
    window: mpsc::Sender<Slip>,
}

impl Bank {
    pub fn start() -> Bank {
        let (window, slips) = mpsc::channel(8);
        tokio::spawn(Clerk { at: At::Desk(Ledger::open()), slips });
        Bank { window }
    }

    pub async fn transfer(&self, from: Account, to: Account, amount: u64) -> anyhow::Result<u64> {
        let (reply, answer) = oneshot::channel();
        self.window.send((from, to, amount, reply)).await.ok().context("closed")?;
        answer.await?.with_context(|| format!("{from} to {to}: {amount}"))
    }
}
