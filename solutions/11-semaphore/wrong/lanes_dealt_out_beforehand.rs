//! Deals the jobs out to the lines beforehand: a line that is through has nothing more to do. | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "2 of 3 lines were in use"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut lanes: Vec<Vec<(usize, Job)>> = Vec::new();
    lanes.resize_with(limit, Vec::new);
    for (place, job) in jobs.into_iter().enumerate() {
        lanes[place % limit].push((place, job));
    }
    let lanes = lanes.into_iter().map(async |lane| {
        let mut replies = Vec::new();
        for (place, job) in lane {
            replies.push((place, job.call().await));
        }
        replies
    });
    let mut replies: Vec<_> = join_all(lanes).await.into_iter().flatten().collect();
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
