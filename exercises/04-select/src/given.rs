//! The mirrors of this story. Given: there is nothing to edit here.

use lab::{fetch, say};
use std::time::Duration;

/// A server that keeps a copy of the ferry timetable.
pub struct Mirror {
    name: String,
    takes: Duration,
    copy: String,
}

impl Mirror {
    /// A mirror called `name` that takes `takes` to send `copy`, a text that isn't empty.
    pub fn new(name: impl Into<String>, takes: Duration, copy: impl Into<String>) -> Mirror {
        Mirror { name: name.into(), takes, copy: copy.into() }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Downloads its copy. As with every future, nothing happens until it is polled, and dropping
    /// it early breaks off the download: the mirror notices, and says so.
    pub async fn download(self) -> String {
        let mut line = Line { to: self.name, open: true };
        say!("{}: connected", line.to);
        fetch(&line.to, self.takes).await;
        line.open = false;
        say!("{}: here is your copy", line.to);
        self.copy
    }
}

/// An open line to a mirror.
struct Line {
    to: String,
    open: bool,
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.open {
            say!("{}: they hung up on me", self.to);
        }
    }
}
