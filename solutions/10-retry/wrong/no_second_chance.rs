//! Makes one attempt and passes on what it gives. | the_first_success_is_returned_and_ends_it: "It stopped after a temporary failure, with attempts left" | the_pauses_are_one_second_two_four_and_so_on: "It stopped after a temporary failure, with attempts left" | an_attempt_gets_all_the_time_it_needs: "It stopped after a temporary failure, with attempts left" | as_many_attempts_are_made_as_are_allowed: "It stopped after a temporary failure, with attempts left" | a_permanent_failure_is_not_tried_again: "It stopped after a temporary failure, with attempts left" | the_last_failure_is_kept_as_a_cause: "It stopped after a temporary failure, with attempts left" | the_error_says_how_many_attempts_were_made: "It stopped after a temporary failure, with attempts left"

pub mod given;

use anyhow::{Context, ensure};
use given::Failure;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    ensure!(max_attempts > 0, "no attempt was allowed");
    attempt().await.context("gave up at attempt 1")
}
