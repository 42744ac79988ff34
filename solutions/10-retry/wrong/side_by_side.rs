//! Starts all attempts at once and takes the first success. | the_first_success_is_returned_and_ends_it: "An attempt began while another was under way" | the_pauses_are_one_second_two_four_and_so_on: "An attempt began while another was under way" | an_attempt_gets_all_the_time_it_needs: "An attempt began while another was under way" | a_permanent_failure_is_not_tried_again: "An attempt began while another was under way" | the_error_says_how_many_attempts_were_made: "An attempt began while another was under way"

pub mod given;

use anyhow::{Context, bail};
use futures::future::select_ok;
use given::Failure;

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("no attempt was allowed");
    }
    let attempts = (0..max_attempts).map(|_| Box::pin(attempt()));
    let first = select_ok(attempts).await.map(|(value, _)| value);
    first.with_context(|| format!("all {max_attempts} attempts failed"))
}
