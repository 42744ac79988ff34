//! Its errors have eighty letters at most. | all_of_this_holds_for_whatever_customer: "the promise is"
pub mod given;
use given::{Receipt, Refusal, fetch_address, fetch_basket, log_in, pay};

fn because(step: &str, user: &str, refusal: Refusal) -> anyhow::Error {
    let line = format!("{step} failed for {user}: {refusal}");
    anyhow::Error::msg(line.chars().take(80).collect::<String>())
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.map_err(|e| because("log in", user, e))?;
    let (basket, address) = tokio::try_join!(
        async { fetch_basket(&session).await.map_err(|e| because("basket", user, e)) },
        async { fetch_address(&session).await.map_err(|e| because("address", user, e)) },
    )?;
    pay(&session, &basket, &address).await.map_err(|e| because("pay", user, e))
}
