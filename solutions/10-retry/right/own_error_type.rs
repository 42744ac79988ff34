//! An error type of its own, with the failure as its source.

pub mod given;

use given::Failure;
use std::error::Error;
use std::fmt;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep_until};

#[derive(Debug)]
struct GaveUp {
    attempts: u32,
    last: Option<Failure>,
}

impl fmt::Display for GaveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no success in {} attempts", self.attempts)
    }
}

impl Error for GaveUp {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.last.as_ref().map(|failure| failure as &dyn Error)
    }
}

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut gave_up = GaveUp { attempts: 0, last: None };
    while gave_up.attempts < max_attempts {
        if let Some(number) = gave_up.attempts.checked_sub(1) {
            sleep_until(Instant::now() + Duration::from_secs(1 << number)).await;
        }
        yield_now().await;
        gave_up.attempts += 1;
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(failure) => {
                let permanent = matches!(failure, Failure::Permanent(_));
                gave_up.last = Some(failure);
                if permanent {
                    break;
                }
            }
        }
    }
    Err(gave_up.into())
}
