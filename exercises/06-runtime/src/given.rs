//! The river gauges of this story. Given: there is nothing to edit here.

use lab::{SECOND, say, span};
use std::error::Error;
use std::fmt;
use std::time::Duration;
use tokio::time::sleep;

/// What a gauge measured. Only a gauge makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    gauge: u32,
    centimetres: u32,
}

/// The readings that were asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    readings: Vec<Reading>,
}

impl Report {
    /// A report of these readings, in this order.
    pub fn new(readings: Vec<Reading>) -> Report {
        Report { readings }
    }

    /// The gauges whose readings it has, in its order.
    pub fn gauges(&self) -> Vec<u32> {
        self.readings.iter().map(|reading| reading.gauge).collect()
    }
}

/// Why there is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    gauge: u32,
}

/// Calls a gauge and waits for its reading: two seconds, and five for those in the mountains, whose
/// numbers are 100 and more. Gauges with a number that ends in 13 do not answer.
pub async fn read_gauge(id: u32) -> Result<Reading, Silence> {
    let takes: Duration = if id >= 100 { 5 * SECOND } else { 2 * SECOND };
    span(format!("gauge {id}"), async {
        say!("gauge {id}: calling ...");
        sleep(takes).await;
        if id % 100 == 13 {
            say!("gauge {id}: no answer");
            return Err(Silence { gauge: id });
        }
        // The river has no mind for round numbers.
        let centimetres = 180 + id % 91 * 37 % 91;
        say!("gauge {id}: {centimetres} cm");
        Ok(Reading { gauge: id, centimetres })
    })
    .await
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self
            .readings
            .iter()
            .map(|Reading { gauge, centimetres }| format!("gauge {gauge:>3}: {centimetres} cm"));
        f.write_str(&lines.collect::<Vec<_>>().join("\n"))
    }
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gauge {} does not answer", self.gauge)
    }
}

impl Error for Silence {}
