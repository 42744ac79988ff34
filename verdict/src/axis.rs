//! The axis of a picture: time cut into a few equal steps of a round length, each with room for its
//! label.

use crate::text::{columns, pad, tick};
use std::time::Duration;

/// The widest that one step grows, in columns: a short story stays a small picture.
const WIDEST_STEP: usize = 12;

/// Fewer steps than this make an axis too coarse to read times from.
const FEWEST_STEPS: usize = 3;

/// Time laid out from zero, as a number of equal steps.
pub(crate) struct Axis {
    step: Duration,
    pub(crate) steps: usize,
    step_width: usize,
}

impl Axis {
    /// An axis from zero to `end` in `room` columns: a few steps, each with room for its label.
    pub(crate) fn new(end: Duration, room: usize) -> Axis {
        let axes = round_steps().filter_map(|step| Axis::in_steps_of(step, end, room));
        // Coarser steps come later; the last that still cuts the time in three reads best.
        let mut best: Option<Axis> = None;
        for axis in axes {
            if best.is_none() || axis.steps >= FEWEST_STEPS {
                best = Some(axis);
            }
        }
        let whole = end.max(Duration::from_millis(1));
        let step_width = room.saturating_sub(columns(&tick(whole))).clamp(1, WIDEST_STEP);
        best.unwrap_or(Axis { step: whole, steps: 1, step_width })
    }

    fn in_steps_of(step: Duration, end: Duration, room: usize) -> Option<Axis> {
        let steps = usize::try_from(end.as_nanos().div_ceil(step.as_nanos())).ok()?.max(1);
        if steps > room {
            return None;
        }
        let label = (0..=steps).map(|i| columns(&tick(step * i as u32))).max()?;
        // The label under the last step's end sticks out by its own length.
        let step_width = (room.saturating_sub(label) / steps).min(WIDEST_STEP);
        (step_width > label).then_some(Axis { step, steps, step_width })
    }

    /// How many columns it takes, without the last label.
    pub(crate) fn columns(&self) -> usize {
        self.steps * self.step_width
    }

    /// The column that a moment falls into, counted from 0.
    pub(crate) fn column(&self, at: Duration) -> usize {
        let step = self.step.as_nanos();
        ((at.as_nanos() * self.step_width as u128 + step / 2) / step) as usize
    }

    /// How far along the axis a moment is, from 0 to 1.
    pub(crate) fn share(&self, at: Duration) -> f64 {
        (at.as_secs_f64() / (self.step.as_secs_f64() * self.steps as f64)).min(1.0)
    }

    /// The times that the steps begin and end at.
    pub(crate) fn ticks(&self) -> impl Iterator<Item = String> {
        (0..=self.steps).map(|i| tick(self.step * i as u32))
    }

    /// The line of times under a picture made of columns.
    pub(crate) fn labels(&self) -> String {
        let labels = self.ticks().map(|time| pad(&time, self.step_width));
        labels.collect::<String>().trim_end().to_owned()
    }
}

/// 1, 2, 5, 10, 20, 50 … ms.
fn round_steps() -> impl Iterator<Item = Duration> {
    let decades = std::iter::successors(Some(1u64), |d| d.checked_mul(10)).take(12);
    decades.flat_map(|d| [d, 2 * d, 5 * d]).map(Duration::from_millis)
}
