//! Describes a picture in words, for people who do not see it.

use crate::report::{Fate, Span};
use crate::shared_pictures::{Panel, Promised, Run};
use crate::text::time;
use crate::text_picture::{Row, rows};

/// Every panel: its promises, then what began and ended when.
pub(super) fn describe(panels: &[Panel]) -> String {
    let sentences = panels.iter().flat_map(|panel| {
        let promises = panel.promises.iter().map(promised);
        promises.chain(panel.runs.iter().flat_map(run)).collect::<Vec<_>>()
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn promised(promised: &Promised) -> String {
    let Promised { words, kept, happened } = promised;
    let state = if *kept { "Kept" } else { "Broken" };
    let happened = happened.iter().flat_map(|text| text.lines());
    let happened: String = happened.map(|line| format!(" {line}")).collect();
    format!("{state}: {words}.{happened}")
}

fn run(run: &Run) -> Vec<String> {
    let mut sentences = vec![format!("{}:", run.label)];
    sentences.extend(rows(&run.timeline).iter().map(|row| match row {
        Row::Span(span) => ended(span),
        Row::Rest(words) => format!("({words}.)"),
    }));
    if sentences.len() == 1 {
        sentences.push("nothing was recorded.".to_owned());
    }
    sentences
}

fn ended(span: &Span) -> String {
    let (name, start, end) = (&span.name, time(span.start), time(span.end));
    let ended = match span.fate {
        Fate::Completed => format!("was completed at {end}"),
        Fate::Cancelled if span.panicked => format!("panicked at {end}"),
        Fate::Cancelled => format!("was cancelled at {end}"),
        Fate::Running => format!("was still running at {end}"),
    };
    format!("{name} began at {start} and {ended}.")
}
