//! What a learner reads when a run did not come to its end by itself: each end has its own lesson.

use crate::execute::Seen;
use crate::watch::Stuck;
use verdict::text::{count, time};
use verdict::{End, Finding, Panic};

/// The finding for a run that did not return; `None` for one that did.
pub(crate) fn finding<T>(seen: &Seen<T>) -> Option<Finding> {
    let (happened, meaning, misconception) = match (seen.end, seen.stuck) {
        (End::Done, _) | (End::Exited, _) => return None,
        (End::Panicked, _) => return Some(panicked(seen)),
        (End::Hung, Some(Stuck::Napping)) => (
            "It never ended: it went to sleep and woke up again 100 000 times, and got nowhere."
                .to_owned(),
            "A loop sleeps, looks, and sleeps again, and what it looks for never comes. Await the \
             thing itself instead of asking for it again and again."
                .to_owned(),
            "polling-loop",
        ),
        (End::Hung, _) => (
            format!(
                "It never ended: {} nothing was left that could wake it.{}",
                match seen.timeline.end {
                    t if t.is_zero() => "from the start,".to_owned(),
                    t => format!("after {}", time(t)),
                },
                others(seen)
            ),
            "It awaits something that cannot happen any more: a message that nobody will send, a \
             lock that is never released, a task that waits for its own end."
                .to_owned(),
            "hung",
        ),
        (End::Spinning, _) => (
            format!(
                "It never ended: it was polled more than 10 000 times{} without letting time pass.",
                until(seen)
            ),
            "A loop asks \"ready yet?\" again and again, or a future wakes itself whenever it is \
             polled. While it does, the clock stands still for everybody. Await what you wait for, \
             and you are woken once, when it is there."
                .to_owned(),
            "spinning",
        ),
        (End::Blocked, Some(Stuck::OnAnotherThread)) => (
            format!(
                "It never ended: for more than a second of real time every task waited{} for a \
                 thread outside the runtime, which did not answer.",
                until(seen)
            ),
            "Work handed to another thread (spawn_blocking, std::thread) has to come to an end by \
             itself: nobody can stop it from outside."
                .to_owned(),
            "blocked-outside",
        ),
        (End::Blocked, _) => (
            format!(
                "The thread was stuck{}: for more than a second of real time it did not come back \
                 to the runtime.",
                until(seen)
            ),
            "All tasks share one thread, and they take turns only at an .await. Something here \
             holds the thread without one: std::thread::sleep, a lock or channel of std that \
             waits, or a loop that never awaits."
                .to_owned(),
            "blocked",
        ),
    };
    Some(Finding { happened, meaning, misconception: Some(misconception.to_owned()) })
}

fn until<T>(seen: &Seen<T>) -> String {
    match seen.timeline.end {
        t if t.is_zero() => " at the very start".to_owned(),
        t => format!(" at {}", time(t)),
    }
}

fn others<T>(seen: &Seen<T>) -> String {
    match seen.alive {
        0 => String::new(),
        1 => " One spawned task was waiting too.".to_owned(),
        n => format!(" {} were waiting too.", count(n, "spawned task")),
    }
}

/// A panic of the run, named by what it was.
fn panicked<T>(seen: &Seen<T>) -> Finding {
    // The last is the one that ended the run; earlier ones may have been handled.
    let Some(panic) = seen.panics.last() else {
        return Finding {
            happened: "It panicked.".to_owned(),
            meaning: String::new(),
            misconception: Some("panicked".to_owned()),
        };
    };
    if let Some(task) = unwritten(panic) {
        let place = panic.place.as_deref().map(clean_place).unwrap_or_default();
        let happened = format!("This part is still to be written: {task}");
        let meaning = if place.is_empty() { String::new() } else { format!("It is at {place}.") };
        return Finding { happened, meaning, misconception: Some("unwritten".to_owned()) };
    }
    Finding {
        happened: describe(panic),
        meaning: known_panic(&panic.message).unwrap_or_default().to_owned(),
        misconception: Some("panicked".to_owned()),
    }
}

/// What `todo!` was told to say.
fn unwritten(panic: &Panic) -> Option<&str> {
    let rest = panic.message.strip_prefix("not yet implemented")?;
    Some(rest.strip_prefix(": ").unwrap_or("todo!()"))
}

/// `It panicked at src/lib.rs:3:5: no such user`.
pub(crate) fn describe(panic: &Panic) -> String {
    let place = panic.place.as_deref().map(|place| format!(" at {}", clean_place(place)));
    format!("It panicked{}: {}", place.unwrap_or_default(), panic.message)
}

/// What a panic of tokio's own means, for those that learners meet.
fn known_panic(message: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 7] = [
        (
            "Cannot start a runtime from within a runtime",
            "block_on waits with the whole thread, and this thread is already busy running tasks. \
             Inside async code, .await instead.",
        ),
        (
            "Cannot drop a runtime in a context where blocking is not allowed",
            "A runtime waits for its threads when it is dropped, and this thread is busy running \
             tasks. Inside async code, use the runtime that you are in: tokio::spawn.",
        ),
        (
            "there is no reactor running",
            "tokio's timers, tasks and sockets need a tokio runtime around them.",
        ),
        (
            "`async fn` resumed after completion",
            "A future that has returned its result must not be polled again.",
        ),
        (
            "Elapsed(())",
            "The time was up: timeout says so with an Err. Here that is an answer to expect, not \
             a failure to unwrap.",
        ),
        (
            "called `Result::unwrap()` on an `Err` value: JoinError",
            "The task that was awaited here panicked or was aborted: look for the first panic.",
        ),
        (
            "called `Result::unwrap()` on an `Err` value",
            "unwrap turns an error into a panic; `?` hands it to the caller.",
        ),
    ];
    KNOWN.iter().find(|(part, _)| message.contains(part)).map(|(_, meaning)| *meaning)
}

/// A place with `..` taken out of its path and in the slashes of URLs: it is to be clicked on. Of a
/// place inside a crate from the registry, only what begins with the crate's name.
fn clean_place(place: &str) -> String {
    let place = place.replace('\\', "/");
    if let Some((_, inside)) = place.split_once("/registry/src/")
        && let Some((_index, in_crate)) = inside.split_once('/')
    {
        return in_crate.to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in place.split('/') {
        match part {
            ".." if parts.last().is_some_and(|last| !last.is_empty() && *last != "..") => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
