//! Starts everything at once, with a session that it made up. | every_customer_gets_the_receipt_of_their_own_purchase: "a session that it never gave out" | basket_and_address_are_fetched_together: "a session that it never gave out" | payment_waits_for_the_slower_of_the_two: "a session that it never gave out" | four_calls_take_four_seconds: "a session that it never gave out" | after_a_failed_log_in_no_further_call_is_made: "basket of mallory began at 0 s" | an_error_names_its_step_and_what_the_shop_said: "a session that it never gave out"

pub mod given;

use anyhow::Context;
use given::{Receipt, Session, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let guess = Session { user: user.to_owned(), token: 1 };
    let (session, basket, address) =
        tokio::join!(log_in(user), fetch_basket(&guess), fetch_address(&guess));
    let session = session.context("log in")?;
    let basket = basket.context("basket")?;
    let address = address.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
