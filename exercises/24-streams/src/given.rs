//! The clinic's server of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The connection to the clinic's server. A clone is the same connection.
#[derive(Clone)]
pub struct Client {
    name: String,
    drafts: Arc<[Draft]>,
}

/// What the server has for a page.
#[derive(Clone, Debug)]
pub struct Draft {
    /// How many rows are on it.
    pub rows: usize,
    /// How long it takes to fetch.
    pub takes: Duration,
    /// Whether it can't be fetched.
    pub fails: bool,
}

/// A page of the list.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<Row>,
    /// For the page after this one; the last page has none.
    pub next: Option<Token>,
}

/// An appointment that somebody has given back. Only the server makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    number: usize,
}

/// What the server wants to see for any page but the first. Only the page before has it.
#[derive(Clone, Debug)]
pub struct Token(usize);

/// Why a page can't be had. Only the server brings one about.
#[derive(Debug)]
pub struct Trouble(());

impl Client {
    /// A server that has four pages with three rows each, and takes a second for each page.
    pub fn new() -> Client {
        Client::with_pages("", vec![Draft { rows: 3, takes: SECOND, fails: false }; 4])
    }

    /// A server with other pages. `name` is added to what its pages are called in a picture.
    pub fn with_pages(name: &str, drafts: Vec<Draft>) -> Client {
        Client { name: name.to_owned(), drafts: drafts.into() }
    }

    /// Fetches the page after the one that has this token, and the first page without a token. As with every
    /// future, nothing happens until it is polled, and dropping it breaks off the fetch.
    pub async fn page(&self, after: Option<Token>) -> Result<Page, Trouble> {
        let number = after.map_or(1, |Token(number)| number);
        let draft = &self.drafts[number - 1];
        fetch(format!("page {number}{}", self.name), draft.takes).await;
        if draft.fails {
            say!("page {number}: no connection");
            return Err(Trouble(()));
        }
        say!("page {number}: {} rows", draft.rows);
        let before: usize = self.drafts[..number - 1].iter().map(|draft| draft.rows).sum();
        let rows = (before + 1..=before + draft.rows).map(|number| Row { number }).collect();
        let next = (number < self.drafts.len()).then_some(Token(number + 1));
        Ok(Page { rows, next })
    }
}

impl Default for Client {
    fn default() -> Self {
        Client::new()
    }
}

impl Row {
    /// The number of the row in the whole list, counted from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The hour at which the appointment begins.
    pub fn hour(&self) -> usize {
        8 + self.number * 5 % 9
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"][self.number * 3 % 5];
        write!(f, "row {}: {day} at {}:00", self.number, self.hour())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the clinic")
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no connection to the clinic")
    }
}

impl Error for Trouble {}
