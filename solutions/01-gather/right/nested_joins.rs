//! Two joins, one inside the other, of futures' own macro.

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let first_two = async { futures::join!(long_task(1), long_task(2)) };
    let ((one, two), three) = futures::join!(first_two, long_task(3));
    vec![one, two, three]
}
