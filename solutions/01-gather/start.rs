//! # 01 · Gather
//!
//! Three tasks that take two seconds each can all be done after two seconds: most of what a task
//! does is waiting, and waiting can be shared. The README tells the story; the promises that your
//! answer must keep are in `tests/gather.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 01    are the promises kept?
//! cargo xtask hint 01     one step at a time
//! cargo xtask run 01      watch it on the real clock
//! ```

pub mod given;

/// Runs `long_task` 1, 2 and 3 at the same time and returns their ids, in that order.
///
/// They are started in that order too, and all three are done when this returns: after two
/// seconds, not six. On some days a task takes longer, whichever it is. Then this waits for the
/// slowest, and the ids still come back as 1, 2, 3.
///
/// Calls share nothing: each runs its own three tasks, and none waits for another call's.
pub async fn run_all() -> Vec<u32> {
    // TODO: have all three under way before you wait for the end of any one of them.
    todo!("run given::long_task(1), (2) and (3) together")
}
