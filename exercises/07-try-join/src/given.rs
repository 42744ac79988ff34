//! The cafés of this story and their sheets. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// What one café took in a day. Only the café itself can write one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    file: String,
    takings: u32,
}

impl Sheet {
    /// The file that it was loaded from.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The day's takings, in euros.
    pub fn takings(&self) -> u32 {
        self.takings
    }
}

/// What the accountant signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub sheets: [Sheet; 3],
}

/// What went wrong at a café. It does not know what you were up to, nor with which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble(&'static str);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Trouble {}

/// Loads one sheet from the machine of its café, over a line that may be slow. As with every
/// future, nothing happens until it is polled, and dropping it early breaks off the load.
pub async fn load_sheet(file: &str) -> Result<Sheet, Trouble> {
    let (takes, outcome) = cafe(file);
    let mut line = Line { to: file, open: true };
    say!("{file}: loading");
    fetch(file, takes).await;
    line.open = false;
    match outcome {
        Ok(takings) => {
            say!("{file}: loaded");
            Ok(Sheet { file: file.to_owned(), takings })
        }
        Err(trouble) => {
            say!("{file}: failed, {trouble}");
            Err(trouble)
        }
    }
}

/// How long a café takes to answer, and what it then says.
fn cafe(file: &str) -> (Duration, Result<u32, Trouble>) {
    match file {
        "bridge.csv" => (SECOND, Ok(640)),
        "harbour.csv" => (2 * SECOND, Ok(1_910)),
        "station.csv" => (3 * SECOND, Ok(2_480)),
        "market.csv" => (5 * SECOND, Ok(1_325)),
        "arcade.csv" => (6 * SECOND, Ok(870)),
        // With these, something goes wrong.
        "castle.csv" => (SECOND, Err(Trouble("disk full"))),
        "museum.csv" => (2 * SECOND + SECOND / 2, Err(Trouble("the till was never closed"))),
        "airport.csv" => (4 * SECOND, Err(Trouble("line dropped"))),
        _ => (SECOND / 2, Err(Trouble("no such file"))),
    }
}

/// An open line to a café.
struct Line<'a> {
    to: &'a str,
    open: bool,
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if self.open {
            say!("{}: broken off", self.to);
        }
    }
}
