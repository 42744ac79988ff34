//! At most a hundred customers pay at once. | all_of_this_holds_for_whatever_customer: "Each of them is right when it is alone"
pub mod given;
use anyhow::Context;
use given::Receipt;
use tokio::sync::Semaphore;

static TILLS: Semaphore = Semaphore::const_new(100);

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = given::log_in(user).await.context("could not log in")?;
    let (basket, address) =
        tokio::try_join!(async { given::fetch_basket(&session).await.context("basket") }, async {
            given::fetch_address(&session).await.context("address")
        },)?;
    let _till = TILLS.acquire().await?;
    given::pay(&session, &basket, &address).await.context("could not pay")
}
