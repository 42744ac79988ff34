//! Runs the live example of an exercise in the background, and keeps what it prints.

use crate::Message;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use verdict::text::sanitize;
use xtask::compiler::{Audience, Compiler};
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::process::{CancellationToken, Group};

/// More lines than these are too many for a screen.
const MOST: usize = 1_000;

/// A longer line is shown in parts.
const LONGEST: u64 = 10_000;

pub struct Live {
    messages: Sender<Message>,
    running: Option<CancellationToken>,
    /// The number of the run that was started last.
    run: u64,
    lines: Vec<String>,
}

impl Live {
    pub fn new(messages: Sender<Message>) -> Live {
        Live { messages, running: None, run: 0, lines: Vec::new() }
    }

    /// Runs the example of the exercise at this place in the course. Each line that it prints is sent as
    /// [`Message::Live`].
    pub fn start(&mut self, course: Arc<Course>, exercise: usize) {
        self.stop();
        let token = CancellationToken::default();
        self.running = Some(token.clone());
        self.run += 1;
        self.lines.clear();
        let (run, messages) = (self.run, self.messages.clone());
        thread::spawn(move || {
            let say = |line: String| messages.send(Message::Live(run, line)).is_ok();
            if let Err(failure) = example(&course, exercise, &token, &say)
                && !token.is_cancelled()
            {
                failure.to_string().lines().for_each(|line| {
                    say(line.to_owned());
                });
            }
        });
    }

    pub fn stop(&mut self) {
        if let Some(token) = self.running.take() {
            token.cancel();
        }
    }

    /// Takes a line, unless it is of a run that was stopped; whether it did.
    pub fn take(&mut self, run: u64, line: String) -> bool {
        let of_this = run == self.run && self.running.is_some();
        if of_this {
            self.lines.push(line);
        }
        of_this
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

fn example(
    course: &Course,
    exercise: usize,
    token: &CancellationToken,
    say: &(impl Fn(String) -> bool + Sync),
) -> Result<(), Failure> {
    let exercise = &course.exercises()[exercise];
    let compiler = Compiler { colour: false, audience: Audience::Listener(Arc::new(|_| {})) };
    let Some(program) = compiler.build_live(course, exercise)?.program else {
        say("Your answer doesn't compile yet. c says why.".to_owned());
        return Ok(());
    };
    let mut command = Command::new(&program);
    command.env("RUST_BACKTRACE", "0").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let failed = |error| Failure::file("run", &program, &error);
    let mut group = Group::start(&mut command, token).map_err(failed)?;
    let stdout = group.child().stdout.take().expect("asked for above");
    let stderr = group.child().stderr.take().expect("asked for above");
    let status = thread::scope(|scope| {
        scope.spawn(|| pass_on(stdout, token, say));
        scope.spawn(|| pass_on(stderr, token, say));
        group.finish(|_| true)
    });
    match status.map_err(failed)? {
        Some(status) if !status.success() => say(format!("It ended with {status}.")),
        _ => say("It has ended. r runs it again.".to_owned()),
    };
    Ok(())
}

/// Passes on what a program prints, line by line. One that prints without end is stopped.
fn pass_on(from: impl Read, token: &CancellationToken, say: &(impl Fn(String) -> bool + Sync)) {
    let mut from = BufReader::new(from);
    for _ in 0..MOST {
        let mut line = Vec::new();
        match from.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(1..) if say(sanitize(String::from_utf8_lossy(&line).trim_end())) => {}
            _ => return,
        }
    }
    say(format!("… Only the first {MOST} lines are shown, and it was stopped."));
    token.cancel();
}
