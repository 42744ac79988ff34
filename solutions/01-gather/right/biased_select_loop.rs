//! A biased select! loop, in which a branch is off once its task is done.

pub mod given;
pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = (given::long_task(1), given::long_task(2), given::long_task(3));
    tokio::pin!(a, b, c);
    let (mut x, mut y, mut z) = (None, None, None);
    loop {
        tokio::select! {
            biased;
            id = &mut a, if x.is_none() => x = Some(id),
            id = &mut b, if y.is_none() => y = Some(id),
            id = &mut c, if z.is_none() => z = Some(id),
            else => break,
        }
    }
    [x, y, z].into_iter().flatten().collect()
}
