//! A promise for any input: what it rejects, and what it says. The exercise here: bake loaves side by side,
//! and tell their weights in the order of the list.

mod support;

use expect_test::expect;
use futures::future::join_all;
use judge::{Call, Case, Expected, Kept, Rng, Scenario};
use lab::{SECOND, fetch, say};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;
use support::{message, verdict};
use tokio::sync::Mutex;
use tokio::time::sleep;

type Baked = Pin<Box<dyn Future<Output = Vec<usize>>>>;
/// An answer: bakes loaves of these times.
type Bake = fn(Vec<Duration>) -> Baked;

struct Loaves {
    times: Vec<Duration>,
    bake: Bake,
    dropped_at: Option<Duration>,
}

impl Scenario for Loaves {
    fn input(&self) -> String {
        format!("bake({} loaves)", self.times.len())
    }

    fn call(&self) -> Call {
        let (bake, times) = (self.bake, self.times.clone());
        let call = Call::new(move || async move { format!("{:?}", bake(times).await) });
        match self.dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        for (index, time) in self.times.iter().enumerate() {
            expected.says(Duration::ZERO, format!("loaf {index} is in"));
            expected.completes(format!("loaf {index}"), Duration::ZERO, *time);
        }
        let places: Vec<usize> = (0..self.times.len()).collect();
        let took = self.times.iter().max().copied().unwrap_or_default();
        expected.returns(format!("{places:?}"), took);
        Some(match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        })
    }
}

/// In the given world: what it records counts, since this file is a test.
async fn loaf(index: usize, time: Duration) -> usize {
    say!("loaf {index} is in");
    fetch(format!("loaf {index}"), time).await;
    index
}

fn side_by_side(times: Vec<Duration>) -> Baked {
    Box::pin(async move {
        join_all(times.into_iter().enumerate().map(|(index, time)| loaf(index, time))).await
    })
}

fn try_all(bake: Bake) -> Kept {
    judge::any_input(|rng| [0, 1, 2, 5, 40].map(|size| case(rng, size, bake)).into())
}

fn case(rng: &mut Rng, size: usize, bake: Bake) -> Case {
    let mut loaves = |dropped_at| Loaves {
        times: (0..size).map(|_| rng.time(20, 9_000)).collect(),
        bake,
        dropped_at,
    };
    let (one, two) = (loaves(None), loaves(None));
    let three = loaves(Some(Duration::from_millis(777)));
    Case::new(one).beside(Duration::from_millis(501), two).beside(Duration::ZERO, three)
}

#[test]
fn a_right_answer_keeps_it() {
    assert_eq!(verdict(|| try_all(side_by_side)).err(), None);
}

#[test]
fn the_smallest_case_that_does_not_fit_is_told() {
    let said = message(|| {
        try_all(|times| {
            Box::pin(async move {
                let mut places = Vec::new();
                for (index, time) in times.into_iter().enumerate() {
                    places.push(loaf(index, time).await);
                }
                places
            })
        })
    });
    expect![[r#"
        Tried: bake(2 loaves). loaf 1 began at 8.313 s; the promise is 0 s.
        loaf 1 began only when loaf 0 had ended. Either you awaited one before you
        started the next, or something that they share, such as a lock, lets only
        one go on at a time.

          loaf 0  ████████████████████
          loaf 1                      ███████████
                  0s          5s          10s         15s
    "#]]
    .assert_eq(&said);
}

#[test]
fn so_is_a_value_that_is_wrong_only_for_many() {
    let said = message(|| {
        try_all(|times| {
            Box::pin(async move {
                let mut places = side_by_side(times).await;
                places.truncate(32);
                places
            })
        })
    });
    assert!(said.starts_with("Tried: bake(40 loaves). It returned …"), "{said}");
}

#[test]
fn what_outlives_a_call_is_told() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let said = message(|| {
        try_all(|times| {
            Box::pin(async move {
                let before = CALLS.fetch_add(1, Relaxed);
                sleep(before as u32 % 2 * SECOND).await;
                side_by_side(times).await
            })
        })
    });
    assert!(said.starts_with("Tried twice, one after the other: bake(0 loaves)."), "{said}");
    assert!(said.contains("It returned after 1 s; the promise is 0 s."), "{said}");
}

#[test]
fn what_calls_share_is_told() {
    static OVEN: Mutex<()> = Mutex::const_new(());
    let said = message(|| {
        try_all(|times| {
            Box::pin(async move {
                let _oven = OVEN.lock().await;
                side_by_side(times).await
            })
        })
    });
    assert!(said.starts_with("Tried at the same time as 2 other calls: bake(1 loaves)."), "{said}");
    assert!(said.replace('\n', " ").contains("Each of them is right when it is alone."), "{said}");
}

#[test]
fn what_other_calls_say_when_they_are_dropped_is_not_told() {
    /// Somebody who leaves before all loaves are done.
    struct Baker {
        is_done: bool,
    }
    impl Drop for Baker {
        fn drop(&mut self) {
            if !self.is_done {
                say!("the oven is still hot");
            }
        }
    }
    let bake: Bake = |times| {
        Box::pin(async move {
            let mut baker = Baker { is_done: false };
            let baked = side_by_side(times).await;
            baker.is_done = true;
            baked
        })
    };
    let verdict = verdict(move || {
        judge::any_input(|_| {
            vec![Case::new(Loaves { times: vec![SECOND], bake, dropped_at: None })]
        })
    });
    assert_eq!(verdict.err(), None);
}

#[test]
fn what_is_left_running_is_told() {
    let said = message(|| {
        try_all(|times| {
            Box::pin(async move {
                tokio::spawn(sleep(SECOND));
                side_by_side(times).await
            })
        })
    });
    assert!(said.contains("bake(0 loaves). When it returned, 1 spawned task was"), "{said}");
}

#[test]
fn a_panic_and_a_hang_are_told_with_their_input() {
    let said = message(|| try_all(|times| Box::pin(async move { panic!("{}", times.len()) })));
    assert!(said.starts_with("Tried: bake(0 loaves). It panicked at "), "{said}");
    let said = message(|| try_all(|_| Box::pin(std::future::pending())));
    assert!(said.starts_with("Tried: bake(0 loaves). It never ended"), "{said}");
}

/// A scenario that says itself how long the given world takes.
struct Slow;

impl Scenario for Slow {
    fn input(&self) -> String {
        "slow()".to_owned()
    }

    fn call(&self) -> Call {
        Call::new(|| async {
            fetch("loaf", SECOND).await;
            sleep(lab::takes("rest", SECOND)).await;
            String::new()
        })
    }

    fn times(&self) -> Vec<(String, Duration)> {
        vec![("loaf".to_owned(), 7 * SECOND), ("rest".to_owned(), 2 * SECOND)]
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        expected.completes("loaf", Duration::ZERO, 7 * SECOND);
        expected.returns("", 9 * SECOND);
        Some(expected)
    }
}

#[test]
fn a_scenario_decides_how_long_the_given_world_takes() {
    assert_eq!(verdict(|| judge::any_input(|_| vec![Case::new(Slow)])).err(), None);
}
