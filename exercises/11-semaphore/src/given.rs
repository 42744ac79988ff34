//! The calls of this story. Given: there is nothing to edit here.

use lab::{fetch, say};
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::time::Duration;

/// A haulier who is to be asked for a price.
pub struct Job {
    partner: String,
    takes: Duration,
}

/// What a haulier answers. Only a call brings one about.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    partner: String,
    price: u64,
}

impl Job {
    /// A call to `partner`, which takes `takes`.
    pub fn new(partner: impl Into<String>, takes: Duration) -> Job {
        Job { partner: partner.into(), takes }
    }

    /// Who is to be called.
    pub fn partner(&self) -> &str {
        &self.partner
    }

    /// Calls the partner, and occupies one of your lines from the first poll to the reply.
    pub async fn call(self) -> Reply {
        let Job { partner, takes } = self;
        say!("{partner}: ringing");
        fetch(format!("call {partner}"), takes).await;
        let price = 400 + DAY.hash_one(&partner) % 500;
        say!("{partner}: we would do it for {price}");
        Reply { partner, price }
    }
}

impl Reply {
    /// Who replied.
    pub fn partner(&self) -> &str {
        &self.partner
    }

    /// What they want for it.
    pub fn price(&self) -> u64 {
        self.price
    }
}

/// Prices are made anew each time that the program runs.
static DAY: LazyLock<RandomState> = LazyLock::new(RandomState::new);
