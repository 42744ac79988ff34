//! A task fetches, but only what it is asked for; it ends with the stream.

pub mod given;

use anyhow::Context;
use futures::{Stream, stream};
use given::{Client, Row};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

type Answer = Option<anyhow::Result<Row>>;

struct Asking {
    requests: mpsc::Sender<oneshot::Sender<Answer>>,
    client: Option<(Client, mpsc::Receiver<oneshot::Sender<Answer>>)>,
    task: JoinSet<()>,
    over: bool,
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let (requests, receiver) = mpsc::channel(1);
    let asking =
        Asking { requests, client: Some((client, receiver)), task: JoinSet::new(), over: false };
    stream::unfold(asking, async |mut asking| {
        if asking.over {
            return None;
        }
        if let Some((client, receiver)) = asking.client.take() {
            asking.task.spawn(serve(client, receiver));
        }
        let (reply, answer) = oneshot::channel();
        asking.requests.send(reply).await.ok()?;
        let item = answer.await.ok()??;
        asking.over = item.is_err();
        Some((item, asking))
    })
}

async fn serve(client: Client, mut requests: mpsc::Receiver<oneshot::Sender<Answer>>) {
    let mut next = Some((1, None));
    let mut rows = Vec::new().into_iter();
    while let Some(reply) = requests.recv().await {
        let answer = loop {
            if let Some(row) = rows.next() {
                break Some(Ok(row));
            }
            let Some((number, token)) = next.take() else { break None };
            match client.page(token).await.with_context(|| format!("page {number}")) {
                Ok(page) => {
                    rows = page.rows.into_iter();
                    next = page.next.map(|token| (number + 1, Some(token)));
                }
                Err(error) => break Some(Err(error)),
            }
        };
        let _ = reply.send(answer);
    }
}
