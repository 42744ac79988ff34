//! Notes the step in a static, for the error. | all_of_this_holds_for_whatever_customer: "Calls that run at the same time share something"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::sync::Mutex;
static STEP: Mutex<&str> = Mutex::new("log in");
async fn steps(user: &str) -> anyhow::Result<Receipt> {
    *STEP.lock().unwrap() = "log in";
    let session = log_in(user).await?;
    let at = |step: &'static str| *STEP.lock().unwrap() = step;
    let (basket, address) =
        tokio::join!(async { fetch_basket(&session).await.inspect_err(|_| at("basket")) }, async {
            fetch_address(&session).await.inspect_err(|_| at("address"))
        },);
    let (basket, address) = (basket?, address?);
    at("pay");
    Ok(pay(&session, &basket, &address).await?)
}
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    match steps(user).await {
        Ok(receipt) => Ok(receipt),
        Err(e) => {
            let step = *STEP.lock().unwrap();
            Err(e.context(step))
        }
    }
}
