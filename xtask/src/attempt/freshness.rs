//! Cargo goes by the times of files, and those can mislead it: an answer that was put back from a
//! copy, unpacked or synchronised may be older than the last build and yet another one. Then cargo
//! would test what it built before.

use crate::course::{Course, Exercise};
use crate::sources::{Sources, touch};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What was built last of an exercise, compared with what is there now.
pub struct Freshness {
    note: PathBuf,
    now: String,
    noted: Option<String>,
}

impl Freshness {
    /// To be called before the build.
    pub fn look(course: &Course, exercise: &Exercise) -> Freshness {
        let note = course.target().join("built").join(&exercise.slug);
        let now = format!("{:016x}", Sources::of(exercise).fingerprint());
        let noted = fs::read_to_string(&note).ok();
        let answer = course.root().join(exercise.answer());
        // Only the answer's own time counts: cargo would build the tests anew because of theirs, and
        // link them with what it built of the answer before.
        if let (Some(noted), Some(built), Some(written)) =
            (&noted, time_of(&note), time_of(&answer))
            && *noted != now
            && written <= built
        {
            touch(exercise);
        }
        Freshness { note, now, noted }
    }

    /// To be called when the build is over: notes what it was of.
    pub fn note(&self) {
        if self.noted.as_deref() != Some(&self.now) {
            // Without the note the next build relies on cargo alone, as anybody's would.
            let written = self.note.parent().map(fs::create_dir_all);
            let _ = written.map(|_| fs::write(&self.note, &self.now));
        }
    }
}

fn time_of(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}
