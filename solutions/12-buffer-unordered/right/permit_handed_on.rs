//! One task checks and another reports; the permit is handed from the one to the other.

pub mod given;

use given::{Status, Url, report};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::task::JoinSet;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let places = Arc::new(Semaphore::new(at_once));
    let (gone_in, mut gone_out) = mpsc::unbounded_channel::<(Status, OwnedSemaphorePermit)>();
    let (found_in, mut found_out) = mpsc::unbounded_channel();

    let reported_in = found_in.clone();
    let reporter = tokio::spawn(async move {
        let mut reports = JoinSet::new();
        while let Some((status, place)) = gone_out.recv().await {
            let reported_in = reported_in.clone();
            reports.spawn(async move {
                report(&status).await;
                drop(place);
                reported_in.send(status).unwrap();
            });
        }
        reports.join_all().await;
    });

    let mut checks = JoinSet::new();
    for url in urls {
        let place = places.clone().acquire_owned().await.unwrap();
        let (gone_in, found_in) = (gone_in.clone(), found_in.clone());
        checks.spawn(async move {
            let status = url.check().await;
            if status.is_gone() {
                assert!(gone_in.send((status, place)).is_ok());
            } else {
                found_in.send(status).unwrap();
            }
        });
    }
    drop((gone_in, found_in));
    checks.join_all().await;
    reporter.await.unwrap();

    let mut found = Vec::new();
    while let Some(status) = found_out.recv().await {
        found.push(status);
    }
    found
}
