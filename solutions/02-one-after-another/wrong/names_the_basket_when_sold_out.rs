//! Speaks of the basket where the payment failed, for one of the reasons. | all_of_this_holds_for_whatever_customer: "it names"
pub mod given;
use anyhow::Context;
use given::Receipt;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = given::log_in(user).await.context("could not log in")?;
    let (basket, address) = tokio::try_join!(
        async { given::fetch_basket(&session).await.context("could not find the basket") },
        async { given::fetch_address(&session).await.context("could not find the address") },
    )?;
    given::pay(&session, &basket, &address).await.map_err(|refusal| {
        let what = if refusal.to_string() == "sold out" {
            "could not pay: check your basket"
        } else {
            "could not pay"
        };
        anyhow::Error::new(refusal).context(what)
    })
}
