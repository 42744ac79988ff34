//! Writes `await` in front of the call, as in Python and JavaScript. | await-in-front: "`.await` stands behind the future"

pub mod given;

use given::long_task;
pub async fn run_all() -> Vec<u32> {
    let one = await long_task(1);
    let two = await long_task(2);
    let three = await long_task(3);
    vec![one, two, three]
}
