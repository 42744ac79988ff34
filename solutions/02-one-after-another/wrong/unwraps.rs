//! Trusts that nothing ever fails. | four_calls_take_four_seconds: "It panicked" | after_a_failed_log_in_no_further_call_is_made: "It panicked" | without_basket_or_address_nobody_pays: "It panicked" | an_error_names_its_step_and_what_the_shop_said: "It panicked" | nothing_is_left_running_not_even_after_a_failure: "It panicked"

pub mod given;

use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.unwrap();
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    Ok(pay(&session, &basket.unwrap(), &address.unwrap()).await.unwrap())
}
