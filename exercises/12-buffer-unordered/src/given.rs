//! The links of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::fmt;
use std::time::Duration;

/// A link that is to be checked.
pub struct Url {
    name: String,
    takes: Duration,
    gone: bool,
}

/// What is known of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// The page is there.
    Fine,
    /// It is not there any more, which has to be reported.
    Gone,
    /// Nobody has looked.
    NotChecked,
}

/// A link, and what is known of it. Only its `Url` can make one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Status {
    url: String,
    finding: Finding,
}

impl Url {
    /// A link to a page that is there, and that takes `takes` to answer.
    pub fn new(name: impl Into<String>, takes: Duration) -> Url {
        Url { name: name.into(), takes, gone: false }
    }

    /// The same link, when the page is gone.
    pub fn gone(self) -> Url {
        Url { gone: true, ..self }
    }

    /// Visits the page.
    pub async fn check(self) -> Status {
        say!("{} ...", self.name);
        fetch(format!("check {}", self.name), self.takes).await;
        let finding = if self.gone { Finding::Gone } else { Finding::Fine };
        let status = Status { url: self.name, finding };
        say!("{status}");
        status
    }

    /// Says of the link that nobody has looked, and visits nothing.
    pub fn not_checked(self) -> Status {
        Status { url: self.name, finding: Finding::NotChecked }
    }
}

impl Status {
    /// The link's name.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What is known of it.
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// Whether the page is not there any more.
    pub fn is_gone(&self) -> bool {
        self.finding == Finding::Gone
    }
}

/// Writes to whoever has put the link there. Usually takes two seconds.
pub async fn report(status: &Status) {
    fetch(format!("report {}", status.url), 2 * SECOND).await;
    say!("{}: reported", status.url);
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = match self.finding {
            Finding::Fine => "fine",
            Finding::Gone => "gone",
            Finding::NotChecked => "not checked",
        };
        write!(f, "{}: {finding}", self.url)
    }
}
