//! Checks in the background, one at a time, each of which can be stopped.

use crate::Message;
use crate::state::RunId;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use verdict::report_protocol::SEED;
use xtask::attempt::{Attempt, attempt};
use xtask::compiler::{Audience, Compiler};
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::process::CancellationToken;

pub struct Checks {
    colour: bool,
    /// Whether what a check waits for is shown by whoever gets the messages.
    heard: bool,
    messages: Sender<Message>,
    running: Option<CancellationToken>,
}

impl Checks {
    pub fn new(colour: bool, heard: bool, messages: Sender<Message>) -> Checks {
        Checks { colour, heard, messages, running: None }
    }

    /// Starts a check of the exercise at this place in the course. What it comes to is sent as
    /// [`Message::Checked`], and as [`Message::Waiting`] what it waits for meanwhile, if that takes
    /// long.
    pub fn start(&mut self, id: RunId, course: Arc<Course>, exercise: usize) {
        let token = CancellationToken::default();
        self.running = Some(token.clone());
        let (messages, listener) = (self.messages.clone(), self.messages.clone());
        let tell = move |line: &str| {
            let _ = listener.send(Message::Waiting(line.to_owned()));
        };
        let audience =
            if self.heard { Audience::Listener(Arc::new(tell)) } else { Audience::Reader };
        let compiler = Compiler { colour: self.colour, audience };
        thread::spawn(move || {
            let result = check(&course, exercise, &compiler, &token);
            // Nobody listens any more when watch is over.
            let _ = messages.send(Message::Checked(id, result));
        });
    }

    pub fn stop(&mut self) {
        if let Some(token) = self.running.take() {
            token.cancel();
        }
    }
}

fn check(
    course: &Course,
    exercise: usize,
    compiler: &Compiler,
    token: &CancellationToken,
) -> Result<Attempt, Failure> {
    let exercises = [&course.exercises()[exercise]];
    let mut attempts = attempt(course, &exercises, compiler, SEED, token)?;
    let (_, attempt) = attempts.pop().expect("as many attempts as exercises");
    Ok(attempt)
}
