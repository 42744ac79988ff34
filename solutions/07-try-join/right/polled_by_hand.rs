//! The three futures are polled by hand, and `?` leaves at the first error.

pub mod given;

use anyhow::Context as _;
use given::{Report, load_sheet};
use std::future::poll_fn;
use std::task::Poll;

pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    let mut loads = files.map(|file| Box::pin(load_sheet(file)));
    let mut sheets = [None, None, None];
    poll_fn(|cx| {
        for place in 0..3 {
            // A future that has given its result must not be polled again.
            if sheets[place].is_none()
                && let Poll::Ready(ended) = loads[place].as_mut().poll(cx)
            {
                sheets[place] = Some(ended.with_context(|| format!("loading {}", files[place]))?);
            }
        }
        match &mut sheets {
            [a @ Some(_), b @ Some(_), c @ Some(_)] => {
                let sheets = [a.take(), b.take(), c.take()].map(Option::unwrap);
                Poll::Ready(Ok(Report { sheets }))
            }
            _ => Poll::Pending,
        }
    })
    .await
}
