//! The radio of this story. Given: there is nothing to edit here.

use lab::{say, span};
use std::fmt;
use std::time::Duration;
use tokio::sync::broadcast::Sender;
use tokio::time::sleep;

/// A goal, as the radio reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub minute: u32,
    pub scorer: String,
}

/// What happens on the air.
#[derive(Clone, Debug)]
pub enum Report {
    /// For a while nobody scores anywhere.
    Quiet(Duration),
    /// These goals, in one breath.
    Goals(Vec<Goal>),
}

/// A reporter goes through an afternoon's reports and then signs off, by dropping the sender. No
/// reporter waits for those who listen, or knows whether anybody does.
pub async fn on_the_air(reporter: &str, air: Sender<Goal>, reports: Vec<Report>) {
    span(format!("{reporter} on the air"), async {
        for report in reports {
            match report {
                Report::Quiet(lasts) => sleep(lasts).await,
                Report::Goals(goals) => {
                    for goal in goals {
                        say!("{reporter}: {goal}!");
                        // An error would mean that nobody listens. The show goes on.
                        let _ = air.send(goal);
                    }
                }
            }
        }
        say!("{reporter}: that's all from here");
        drop(air);
    })
    .await;
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}' {}", self.minute, self.scorer)
    }
}
