//! # 07 · Try join
//!
//! Several things are awaited together, and all of them are needed. Once one has failed, nobody
//! needs the rest. The README tells the story; the promises that your answer must keep are in
//! `tests/try_join.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 07    are the promises kept?
//! cargo xtask hint 07     one step at a time
//! cargo xtask run 07      watch it on the real clock
//! ```

pub mod given;

use given::Report;

/// Loads the three sheets at the same time, each once, and returns the report: the sheets in the
/// order of `files`, as soon as the last of them is there. (A file that is named twice is loaded twice.)
///
/// The first load to fail makes all of it fail, at that very moment: no waiting for the others,
/// which are broken off, so that nothing is left running. (At a tie, any of those may be the first.)
///
/// The error, printed in full with `{:#}`, reads `loading castle.csv: disk full`: what was being
/// done to which file, then what was reported. The `Trouble` that was reported is its cause, for
/// programs that want to look at it.
pub async fn load(files: [&str; 3]) -> anyhow::Result<Report> {
    // TODO: have all three under way, and let the first error end it.
    todo!("load {}, {} and {} together", files[0], files[1], files[2])
}
