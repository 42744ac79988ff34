//! The messages for a run that did not return by itself: it hung, spun, blocked its thread or panicked.

use crate::observed::Observed;
use crate::watchdog::Stuck;
use verdict::text::{count, time};
use verdict::{End, Finding, Panic, Timeline};

/// The finding for a run that did not return; `None` for one that did.
pub(crate) fn finding(seen: &Observed) -> Option<Finding> {
    let (happened, meaning, misconception) = match (seen.end, seen.stuck) {
        (End::Done, _) | (End::Exited, _) => return None,
        (End::Panicked, _) => return Some(panicked(seen)),
        (End::Hung, Some(Stuck::SleepLoop)) if !still_at_work(seen) => (
            format!(
                "It was broken off at {} of simulated time: it had slept and woken up again more than \
                 100 000 times.",
                time(seen.elapsed)
            ),
            "A loop sleeps, wakes and sleeps again, all the time. If it looks for something, await that \
             thing itself instead: a wait costs nothing, however long it is."
                .to_owned(),
            "polling-loop",
        ),
        (End::Hung, _) if still_at_work(seen) => (
            format!(
                "It never ended: after {} of simulated time it still began one thing after another{}.",
                if seen.stuck.is_some() { time(seen.elapsed) } else { "30 days".to_owned() },
                match seen.timeline.spans.last() {
                    Some(last) => format!(", such as {}", last.name),
                    None => String::new(),
                }
            ),
            "This is an endless loop: each turn waits for something that does come, and nothing \
             ends the loop. Look for what says that it is over, such as an Err or a None."
                .to_owned(),
            "endless-loop",
        ),
        (End::Hung, _) => (
            format!(
                "It never ended: nothing {}{} in 30 days of simulated time.{}",
                nothing_more(seen),
                if seen.timeline.end.is_zero() && seen.timeline.spans.is_empty() { "" } else { "," },
                others(seen)
            ),
            "This is a hang: it waits for something that does not come, such as a message that \
             nobody sends, or a lock or permit that is held by a future nobody polls."
                .to_owned(),
            "hung",
        ),
        (End::Spinning, _) => (
            format!(
                "It never ended: it was polled more than 10 000 times{} without letting time pass.",
                until(seen)
            ),
            "This is spinning: a loop asks \"ready yet?\" without waiting, a future wakes itself at \
             every poll, or a loop goes on after the end (a closed channel answers at once, every \
             time). Await the thing itself, and stop when it is over."
                .to_owned(),
            "spinning",
        ),
        (End::Blocked, Some(Stuck::OnAnotherThread)) => (
            format!(
                "It was broken off{}: for more than a second of real time, every task waited for \
                 another thread.",
                until(seen)
            ),
            "A thread (spawn_blocking, std::thread) lives by the real clock, not by the simulated one, \
             and nobody can stop it from outside. What only waits belongs in a task."
                .to_owned(),
            "blocked-outside",
        ),
        (End::Blocked, Some(Stuck::InACall)) => (
            format!(
                "It never came back: on the thread that called it, nothing {}, in more than a second \
                 of real time.",
                nothing_more(seen)
            ),
            "The thread that called it is stuck. Something waits for what nobody drives or sends, \
             or takes real time on this thread or on another."
                .to_owned(),
            "blocked",
        ),
        (End::Blocked, _) => (
            format!(
                "The thread was blocked{}: for more than a second of real time, nothing else \
                 could run.",
                until(seen)
            ),
            "One thread runs all tasks, and it can switch between them only at an .await. \
             Something is blocking it, for example std::thread::sleep, a lock or channel of std, a \
             guard kept over an .await, or a loop whose every .await is ready at once."
                .to_owned(),
            "blocked",
        ),
    };
    Some(Finding { happened, meaning, misconception: Some(misconception.to_owned()) })
}

/// Whether a run that did not end waited for nothing in particular, but went round and round: it
/// began much, and did so to the last.
fn still_at_work(seen: &Observed) -> bool {
    let Timeline { spans, dropped, .. } = &seen.timeline;
    let last = spans.iter().map(|span| span.end).max().unwrap_or_default();
    // More than a recorder keeps: the last that it noted is not the last that began.
    // Who woke up much more often than something began has mostly looked whether it could go on.
    let naps = seen.stuck == Some(Stuck::SleepLoop);
    *dropped > 0 || (!naps && spans.len() >= 20 && last > seen.elapsed - seen.elapsed / 20)
}

/// What follows upon "nothing": `more began or ended after 2 s`.
fn nothing_more(seen: &Observed) -> String {
    match seen.timeline.end {
        t if !t.is_zero() => format!("more began or ended after {}", time(t)),
        _ if seen.timeline.spans.is_empty() => "ever began".to_owned(),
        _ => "more began or ended after the start".to_owned(),
    }
}

fn until(seen: &Observed) -> String {
    match seen.timeline.end {
        t if t.is_zero() => " at the very start".to_owned(),
        t => format!(" at {}", time(t)),
    }
}

fn others(seen: &Observed) -> String {
    match seen.alive {
        0 => String::new(),
        n => format!(" {} had not ended either.", count(n, "spawned task")),
    }
}

/// A panic of the run, named by what it was.
fn panicked(seen: &Observed) -> Finding {
    // The last is the one that ended the run; earlier ones may have been handled.
    let Some(panic) = seen.panics.last() else {
        return Finding {
            happened: "It panicked.".to_owned(),
            meaning: String::new(),
            misconception: Some("panicked".to_owned()),
        };
    };
    if let Some(task) = unwritten(panic) {
        let location = panic.location.as_deref().map(clean_location).unwrap_or_default();
        let happened = format!("This part is still to be written: {task}");
        let meaning =
            if location.is_empty() { String::new() } else { format!("It is at {location}.") };
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
fn describe(panic: &Panic) -> String {
    format!("It panicked{}", location_and_message(panic))
}

/// ` at src/lib.rs:3:5: no such user`.
pub(crate) fn location_and_message(panic: &Panic) -> String {
    let location =
        panic.location.as_deref().map(|location| format!(" at {}", clean_location(location)));
    // tokio explains itself at length; what it means here is told below.
    let message = match known_panic(&panic.message) {
        Some(_) => panic.message.split(" This happens ").next().unwrap_or_default(),
        None => &panic.message,
    };
    format!("{}: {message}", location.unwrap_or_default())
}

/// What a panic of tokio's own means, for those that learners meet.
fn known_panic(message: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 21] = [
        (
            "Cannot start a runtime from within a runtime",
            "This thread is inside a runtime already, and block_on would hold up every task on it. \
             An async fn can await the future or spawn it. A plain function can do neither: it \
             must find out before it blocks, and tell its caller.",
        ),
        (
            "Cannot block the current thread from within a runtime",
            "A call whose name begins with blocking_ blocks the one thread that runs all tasks. \
             Await its async sister instead, such as recv for blocking_recv.",
        ),
        (
            "Cannot drop a runtime in a context where blocking is not allowed",
            "Dropping a runtime would block the thread that runs all tasks. An async fn can use the \
             runtime that is already there. A plain function must find out before it builds one, and \
             tell its caller.",
        ),
        (
            "there is no reactor running",
            "tokio's timers, tasks and sockets work only inside a tokio runtime: within block_on, or \
             after enter. Having built one is not enough, and a new thread is outside of it.",
        ),
        (
            "`spawn_local` called from outside",
            "spawn_local needs a LocalSet around it, such as LocalSet::run_until. tokio::spawn needs \
             none.",
        ),
        (
            "time is already frozen",
            "The clock of this runtime was paused before: by the answer, or by an earlier call, if \
             the runtime outlived it. Leave the clock alone, and start a new runtime for each call.",
        ),
        (
            "`async fn` resumed after completion",
            "A future that has returned its result must not be polled again.",
        ),
        (
            "all branches are disabled and there is no else branch",
            "A branch of select! is disabled when its `if` is false, or when what its future gives does \
             not match its pattern, such as a None where Some(…) is expected. When none is left, nothing \
             can happen any more: end the loop before that, or add an `else`.",
        ),
        (
            "Elapsed(())",
            "The time was up: timeout says so with an Err, and unwrapping an Err is a panic. \
             Handle the Err instead.",
        ),
        (
            "called `Result::unwrap()` on an `Err` value: JoinError::Panic",
            "The spawned task that was awaited here had panicked: its JoinHandle gives that as an \
             Err.",
        ),
        (
            "called `Result::unwrap()` on an `Err` value: JoinError::Cancelled",
            "The spawned task that was awaited here had been cancelled, by abort for example: its \
             JoinHandle gives that as an Err.",
        ),
        (
            "but timers are disabled",
            "This runtime was built without timers. `enable_time()` on the Builder turns them on, and \
             `enable_all()` turns on everything.",
        ),
        (
            "overflow when adding duration to instant",
            "An Instant can't be that far in the future. Hand the Duration itself to sleep or timeout: they \
             take any length.",
        ),
        (
            "index out of bounds",
            "The list has no such place: the first is 0, the last is its length less 1. `get(i)` gives None \
             instead of a panic.",
        ),
        (
            "attempt to divide by zero",
            "A number was divided by 0. That input needs a case of its own.",
        ),
        ("attempt to add with overflow", "The number became too large for its type."),
        (
            "called `Option::unwrap()` on a `None` value",
            "There was no value: None is an answer too, to be handled like any other.",
        ),
        ("overflow when subtracting durations", "A Duration cannot go below zero."),
        ("attempt to subtract with overflow", "A number of an unsigned type cannot go below zero."),
        ("attempt to multiply with overflow", "The number became too large for its type."),
        (
            "called `Result::unwrap()` on an `Err` value",
            "unwrap turns an error into a panic. An Err is an answer too: match it, or hand it on \
             with `?` where the function returns a Result.",
        ),
    ];
    KNOWN.iter().find(|(part, _)| message.contains(part)).map(|(_, meaning)| *meaning)
}

/// A place with `..` taken out of its path and in the slashes of URLs: it is to be clicked on. Of a
/// place outside the course, only what tells whose it is: inside a crate from the registry what begins
/// with the crate's name, inside the standard library what begins with `library/`.
fn clean_location(location: &str) -> String {
    let location = location.replace('\\', "/");
    if let Some((_, inside)) = location.split_once("/registry/src/")
        && let Some((_index, in_crate)) = inside.split_once('/')
    {
        return in_crate.to_owned();
    }
    for of_std in ["/rustlib/src/rust/library/", "/rustc/"] {
        if let Some((_, inside)) = location.split_once(of_std) {
            let in_library = inside.split_once("/library/").map_or(inside, |(_, inside)| inside);
            return format!("library/{in_library}");
        }
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in location.split('/') {
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

#[cfg(test)]
mod tests {
    use super::clean_location;

    #[test]
    fn a_place_tells_whose_it_is_and_nothing_of_the_machine() {
        for (location, clean) in [
            ("exercises/01-gather/src/../src/lib.rs:3:5", "exercises/01-gather/src/lib.rs:3:5"),
            (
                "/home/ada/.cargo/registry/src/index-1/tokio-1.54.0/src/a.rs:1:2",
                "tokio-1.54.0/src/a.rs:1:2",
            ),
            ("/rustc/59807616e/library/core/src/option.rs:1:2", "library/core/src/option.rs:1:2"),
            (
                "C:\\Users\\ada\\lib\\rustlib\\src\\rust\\library\\std\\src\\time.rs:1:2",
                "library/std/src/time.rs:1:2",
            ),
        ] {
            assert_eq!(clean_location(location), clean);
        }
    }
}
