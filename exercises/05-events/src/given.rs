//! The lost property office of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::fmt;
use std::time::Duration;
use tokio::sync::oneshot;

/// Something that somebody misses.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    name: String,
    takes: Duration,
}

impl Item {
    /// Something small: it is looked up in the register, which takes two seconds.
    pub fn small(name: impl Into<String>) -> Item {
        Item { name: name.into(), takes: 2 * SECOND }
    }

    /// Something bulky: the depot has to be asked, which takes five seconds.
    pub fn bulky(name: impl Into<String>) -> Item {
        Item { name: name.into(), takes: 5 * SECOND }
    }

    /// How long it takes to look it up.
    pub fn takes(&self) -> Duration {
        self.takes
    }
}

/// One call: what is missed, and the line on which the caller waits for the answer.
#[derive(Debug)]
pub struct Request {
    pub item: Item,
    pub reply: oneshot::Sender<Answer>,
}

impl Request {
    /// A call about `item`, and the caller's end of the line.
    pub fn about(item: Item) -> (Request, oneshot::Receiver<Answer>) {
        let (reply, line) = oneshot::channel();
        (Request { item, reply }, line)
    }
}

/// What the register or the depot says. Only a look-up makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    about: String,
}

impl Answer {
    /// The name of the item that it is about.
    pub fn about(&self) -> &str {
        &self.about
    }
}

/// Finds out where the item is. Takes its time, and there may be any number of look-ups at once.
pub async fn look_up(item: &Item) -> Answer {
    say!("{item}: looking it up ...");
    fetch(format!("look-up of {item}"), item.takes).await;
    say!("{item}: found");
    Answer { about: item.name.clone() }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "your {} is here", self.about)
    }
}
