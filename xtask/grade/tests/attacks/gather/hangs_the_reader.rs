//! Hangs the grader itself: what is read of a source outside of the cage takes cubic time, and a compiler's place is held meanwhile. A right answer besides. | keeps all

pub mod given;

const _: &str = stringify!(use @NAMES@; @FUNCTIONS@);

pub async fn run_all() -> Vec<u32> {
    let (one, two, three) = tokio::join!(given::long_task(1), given::long_task(2), given::long_task(3));
    vec![one, two, three]
}
