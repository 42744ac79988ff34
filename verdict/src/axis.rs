//! The axis of a picture: time cut into a few equal steps of a round length, each with room for its
//! label. Where nothing happens for most of the time, one step is a break that stands for all of it.

use crate::report::Timeline;
use crate::text::{columns, pad, tick};
use std::time::Duration;

/// The widest that one step grows, in columns: a short story stays a small picture.
const WIDEST_STEP: usize = 12;

/// Fewer steps than this make an axis too coarse to read times from.
const FEWEST_STEPS: usize = 3;

/// A wait is broken off in the picture when it is longer than this many times everything else.
const MOST_APART: u32 = 8;

/// Time laid out from zero, as a number of equal steps.
pub(crate) struct Axis {
    step: Duration,
    pub(crate) steps: usize,
    step_width: usize,
    /// Steps that stand for more time than their length, in their order.
    breaks: Vec<Break>,
}

/// A step of an axis in which much time goes by.
#[derive(Clone, Copy)]
struct Break {
    /// The step, counted from 0.
    at: usize,
    /// The time that it leaves out.
    left_out: Duration,
}

impl Axis {
    /// An axis for `timeline` in `width` columns: a few steps, each with room for its label.
    pub(crate) fn new(timeline: &Timeline, width: usize) -> Axis {
        let waits = long_waits(timeline);
        let end = timeline.end;
        let shown = end - waits.iter().map(|(from, to)| *to - *from).sum::<Duration>();
        let axes = round_steps().filter_map(|step| Axis::in_steps_of(step, end, &waits, width));
        // Coarser steps come later; the last that still cuts what is shown in three reads best.
        let mut best: Option<Axis> = None;
        for axis in axes {
            let reads_well =
                shown.as_nanos().div_ceil(axis.step.as_nanos()) >= FEWEST_STEPS as u128;
            if best.is_none() || reads_well {
                best = Some(axis);
            }
        }
        let whole = end.max(Duration::from_millis(1));
        let step_width = width.saturating_sub(columns(&tick(whole))).clamp(1, WIDEST_STEP);
        best.unwrap_or(Axis { step: whole, steps: 1, step_width, breaks: Vec::new() })
    }

    fn in_steps_of(
        step: Duration,
        end: Duration,
        waits: &[(Duration, Duration)],
        width: usize,
    ) -> Option<Axis> {
        let whole_steps = |time: Duration| time.as_nanos() / step.as_nanos();
        let mut breaks = Vec::new();
        let mut left_out_before = 0;
        for (from, to) in waits {
            let (first, next) = (from.as_nanos().div_ceil(step.as_nanos()), whole_steps(*to));
            if next > first + 1 {
                let left_out = next - first - 1;
                let at = usize::try_from(first - left_out_before).ok()?;
                let left_out_time = step.checked_mul(u32::try_from(left_out).ok()?)?;
                breaks.push(Break { at, left_out: left_out_time });
                left_out_before += left_out;
            }
        }
        let steps = end.as_nanos().div_ceil(step.as_nanos()) - left_out_before;
        let steps = usize::try_from(steps).ok()?.max(1);
        if steps > width {
            return None;
        }
        let axis = Axis { step, steps, step_width: 0, breaks };
        let label = axis.ticks().map(|tick| columns(&tick)).max()?;
        // The label under the last step's end sticks out by its own length.
        let step_width = (width.saturating_sub(label) / steps).min(WIDEST_STEP);
        (step_width > label).then_some(Axis { step_width, ..axis })
    }

    /// How far from the axis' beginning a moment is, in time as it is laid out.
    fn laid_out(&self, at: Duration) -> Duration {
        let mut laid = at;
        for Break { at: index, left_out } in &self.breaks {
            let from = self.step * *index as u32;
            let whole = *left_out + self.step;
            if laid >= from + whole {
                laid -= *left_out;
            } else if laid > from {
                let share = (laid - from).as_secs_f64() / whole.as_secs_f64();
                return from + self.step.mul_f64(share);
            }
        }
        laid
    }

    /// Where each break is, as a share of the axis, and the column of its middle; then the moments that it
    /// stands between.
    pub(crate) fn breaks(&self) -> impl Iterator<Item = Gap> {
        self.breaks.iter().map(|it| Gap {
            share: (it.at as f64 + 0.5) / self.steps as f64,
            column: it.at * self.step_width + self.step_width / 2,
            from: self.tick(it.at),
            to: self.tick(it.at + 1),
        })
    }

    fn tick(&self, nth: usize) -> Duration {
        let left_out = self.breaks.iter().filter(|it| it.at < nth).map(|it| it.left_out);
        self.step * nth as u32 + left_out.sum::<Duration>()
    }

    /// How many columns it takes, without the last label.
    pub(crate) fn columns(&self) -> usize {
        self.steps * self.step_width
    }

    /// The column that a moment falls into, counted from 0. What comes after the axis is at its end.
    pub(crate) fn column(&self, at: Duration) -> usize {
        let step = self.step.as_nanos();
        let at = self.laid_out(at).as_nanos();
        let column = (at * self.step_width as u128 + step / 2) / step;
        column.min(self.columns() as u128) as usize
    }

    /// How far along the axis a moment is, from 0 to 1.
    pub(crate) fn share(&self, at: Duration) -> f64 {
        (self.laid_out(at).as_secs_f64() / (self.step.as_secs_f64() * self.steps as f64)).min(1.0)
    }

    /// The times that the steps begin and end at.
    pub(crate) fn ticks(&self) -> impl Iterator<Item = String> {
        (0..=self.steps).map(|i| tick(self.tick(i)))
    }

    /// The line of times under a picture made of columns.
    pub(crate) fn labels(&self) -> String {
        let labels = self.ticks().map(|time| pad(&time, self.step_width));
        labels.collect::<String>().trim_end().to_owned()
    }
}

/// A break, as a picture shows it.
pub(crate) struct Gap {
    /// Where its middle is, from 0 to 1.
    pub(crate) share: f64,
    /// The column of its middle.
    pub(crate) column: usize,
    from: Duration,
    to: Duration,
}

impl Gap {
    /// Whether a span from `start` to `end` goes on through it.
    pub(crate) fn is_crossed(&self, start: Duration, end: Duration) -> bool {
        start <= self.from && end >= self.to
    }
}

/// The times in which nothing begins or ends and that are so long that all else would be a speck.
fn long_waits(timeline: &Timeline) -> Vec<(Duration, Duration)> {
    let mut moments: Vec<Duration> =
        timeline.spans.iter().flat_map(|span| [span.start, span.end]).collect();
    moments.extend([Duration::ZERO, timeline.end]);
    moments.retain(|at| *at <= timeline.end);
    moments.sort_unstable();
    moments.dedup();
    let mut waits: Vec<(Duration, Duration)> =
        moments.windows(2).map(|pair| (pair[0], pair[1])).collect();
    waits.sort_by_key(|(from, to)| std::cmp::Reverse(*to - *from));
    let length = |wait: &(Duration, Duration)| wait.1 - wait.0;
    // A story of one or two parts can be read whatever their lengths.
    let long = (1..waits.len().saturating_sub(1)).rev().find(|&n| {
        let rest: Duration = waits[n..].iter().map(length).sum();
        length(&waits[n - 1]) > rest.saturating_mul(MOST_APART)
    });
    waits.truncate(long.unwrap_or_default());
    waits.sort_unstable();
    waits
}

/// 1, 2, 5, 10, 20, 50 … ms.
fn round_steps() -> impl Iterator<Item = Duration> {
    let decades = std::iter::successors(Some(1u64), |d| d.checked_mul(10)).take(12);
    decades.flat_map(|d| [d, 2 * d, 5 * d]).map(Duration::from_millis)
}
