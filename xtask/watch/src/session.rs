//! The event loop of watch: looks at files, starts and stops checks, draws what the state says.

use crate::checks::Checks;
use crate::editor::Editor;
use crate::files::Files;
use crate::keys::Key;
use crate::live::Live;
use crate::pages::Known;
use crate::screen::Screen;
use crate::state::{Effect, Event, State, View};
use crate::status_lines;
use crate::{Message, Verdict};
use crossterm::event;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;
use xtask::Outcome;
use xtask::course::{Course, Exercise};
use xtask::hints;
use xtask::progress::{self, Notice, Progress};
use xtask::report::{self, Controls, Page, TerminalStyle};
use xtask::skeleton::{self, Restored};
use xtask::sources::Sources;

/// Said where no editor is known.
const NO_EDITOR: &str = "No editor found. Start it with: cargo xtask watch --edit-cmd \"code -g\"";

pub struct Session {
    course: Arc<Course>,
    progress: Progress,
    state: State<Verdict>,
    files: Files,
    checks: Checks,
    live: Live,
    editor: Option<Editor>,
    /// Whether the next exercise is opened without being asked for.
    opens: bool,
    messages: Sender<Message>,
    /// The terminal; `None` without one: then there are no keys, and verdicts are printed.
    screen: Option<Screen>,
    /// Something to tell until the next key.
    note: Option<String>,
    /// What the check that runs waits for.
    waiting: Option<String>,
    /// Whether nobody reads any more what is printed.
    gone: bool,
}

/// Watches, beginning with the exercise at this place in the course, until somebody ends it. Without
/// being asked for, `editor` is used only if it `opens` the next exercise.
pub fn run(course: Course, exercise: usize, editor: Option<Editor>, opens: bool) -> Outcome {
    let course = Arc::new(course);
    let (messages, inbox) = channel();
    let screen = Screen::enter();
    if screen.is_some() {
        listen(messages.clone());
    }
    let progress = Progress::load(&course);
    let mut session = Session {
        state: State::new(exercise, &Known { course: &course, progress: &progress }),
        progress,
        files: Files::follow(&course.exercises()[exercise], messages.clone()),
        checks: Checks::new(report::in_colour(), screen.is_some(), messages.clone()),
        live: Live::new(messages.clone()),
        editor,
        opens,
        messages,
        gone: false,
        screen,
        note: None,
        waiting: None,
        course,
    };
    session.event_loop(&inbox);
    session.finish();
    Outcome::Good
}

fn slugs(course: &Course) -> Vec<&str> {
    course.exercises().iter().map(|exercise| exercise.slug.as_str()).collect()
}

/// Sends on what happens at the terminal.
fn listen(messages: Sender<Message>) {
    thread::spawn(move || {
        loop {
            let message = match event::read() {
                Ok(event::Event::Key(key)) => Key::of(key).map(Message::Key),
                Ok(event::Event::Resize(..)) => Some(Message::Resized),
                Ok(_) => None,
                Err(_) => Some(Message::Closed),
            };
            let closed = matches!(message, Some(Message::Closed));
            if message.is_some_and(|message| messages.send(message).is_err()) || closed {
                return;
            }
        }
    });
}

impl Session {
    fn event_loop(&mut self, inbox: &Receiver<Message>) {
        let mut stale = true;
        while !self.state.is_over() && !self.gone {
            if stale && self.draw().is_err() {
                return;
            }
            let until_due = self.files.due().saturating_duration_since(Instant::now());
            stale = match inbox.recv_timeout(until_due) {
                Ok(Message::Closed) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => false,
            };
            // An update may have given it another name, step by step.
            if !stale && self.files.are_gone() {
                stale = self.check_files();
            }
            if let Some(text) = self.files.changed() {
                self.on(Event::Text(text));
                stale = true;
            }
        }
    }

    /// Whether anything on the screen may have changed.
    fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Key(key) => {
                self.note = None;
                self.on(Event::Key(key));
            }
            Message::Checked(id, verdict) => self.on(Event::Checked(id, verdict)),
            Message::Waiting(line) => self.waiting = Some(line),
            Message::Live(run, line) => {
                if !self.live.take(run, line) {
                    return false;
                }
                self.state.scroll = usize::MAX;
            }
            Message::NotOpened(why) => {
                self.note = Some(format!("The editor could not be started: {why}"));
            }
            Message::Touched => {
                self.files.touched();
                return false;
            }
            Message::Resized | Message::Closed => {}
        }
        true
    }

    fn on(&mut self, event: Event<Verdict>) {
        let known = Known { course: &self.course, progress: &self.progress };
        let effects = self.state.on(event, &known);
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Start(id) => {
                self.waiting = None;
                let _moved = self.check_files();
                self.checks.start(id, self.course.clone(), self.state.exercise());
            }
            Effect::Stop => self.checks.stop(),
            Effect::Record => {
                self.record();
                if self.screen.is_none() {
                    self.print();
                }
            }
            Effect::Follow(exercise) => self.files.switch_to(&self.course.exercises()[exercise]),
            Effect::SawHint(number) => {
                let notices = progress::record(&self.course, |progress| {
                    progress.saw_hint(self.exercise(), number);
                });
                self.recorded(&notices);
            }
            Effect::Reset => self.reset(),
            Effect::Open { asked } => self.open(asked),
            Effect::StartLive => self.live.start(self.course.clone(), self.state.exercise()),
            Effect::StopLive => self.live.stop(),
            Effect::Quit => {}
        }
    }

    /// Manifests may have changed too, exercises may have come or gone, and this one may have another folder
    /// by now. Returns whether it has.
    fn check_files(&mut self) -> bool {
        let Ok(course) = Course::around(self.course.root()) else { return false };
        let is_this = |exercise: &Exercise| exercise.slug == self.exercise().slug;
        let Some(path) = course.exercises().iter().position(is_this) else { return false };
        let moved = course.exercises()[path].dir != self.exercise().dir;
        if slugs(&course) != slugs(&self.course) {
            self.state.has_moved(path);
        }
        self.course = Arc::new(course);
        if moved {
            let exercise = &self.course.exercises()[path];
            self.files.switch_to(exercise);
            self.note = Some(format!("The exercise has moved to {}.", exercise.folder));
        }
        moved
    }

    fn open(&mut self, asked: bool) {
        let answer = self.course.root().join(self.exercise().answer());
        match &self.editor {
            Some(editor) if asked || self.opens => editor.open(answer, self.messages.clone()),
            None if asked => self.note = Some(NO_EDITOR.to_owned()),
            _ => {}
        }
    }

    fn exercise(&self) -> &Exercise {
        &self.course.exercises()[self.state.exercise()]
    }

    fn record(&mut self) {
        let Some(Ok(attempt)) = self.state.verdict() else { return };
        // If they say something else by now, that will have a verdict of its own.
        if self.state.judged() == Some(Sources::of(self.exercise()).fingerprint()) {
            let answer = progress::fingerprint(&self.course, self.exercise());
            let notices = progress::record(&self.course, |progress| {
                hints::attempted(progress, self.exercise(), answer, attempt);
            });
            self.recorded(&notices);
        }
    }

    fn reset(&mut self) {
        let note = match skeleton::restore(&self.course, self.exercise()) {
            Ok(Restored::AsItWas) => "It is as it began: nothing was changed.".to_owned(),
            Ok(Restored::Replaced { kept: Some(kept), .. }) => format!("Your text is {kept}"),
            Ok(Restored::Replaced { kept: None, .. }) => "The skeleton is there again.".to_owned(),
            Err(failure) => failure.to_string(),
        };
        let notices = progress::record(&self.course, |progress| progress.restarts(self.exercise()));
        self.recorded(&notices);
        self.note = Some(note);
    }

    fn recorded(&mut self, notices: &[Notice]) {
        self.progress = Progress::load(&self.course);
        match self.screen {
            Some(_) => self.note = notices.first().map(report::notice).or(self.note.take()),
            None => report::notices(notices),
        }
    }

    /// The verdict, for somebody without a terminal.
    fn print(&mut self) {
        let known = Known { course: &self.course, progress: &self.progress };
        let mut page = Page::here();
        known.verdict(
            &mut page,
            self.exercise(),
            self.state.verdict(),
            (Controls::Commands, false),
        );
        self.gone = page.try_print().is_err();
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let known = Known { course: &self.course, progress: &self.progress };
        let Some(screen) = &self.screen else { return Ok(()) };
        let terminal = TerminalStyle::of_width(screen.size().0);
        let body = known.body(&self.state, self.live.lines(), terminal);
        let status = known.status(&self.state, self.note.as_deref(), self.waiting.as_deref());
        let legend = known.legend(&self.state);
        let footer = |below| status_lines::footer(terminal, &status, &legend, below);
        let marked = match self.state.view() {
            View::List { marked, .. } => Some(self.course.exercises().len() - 1 - marked),
            _ => None,
        };
        self.state.page = screen.show(&body, footer, &mut self.state.scroll, marked)?;
        Ok(())
    }

    /// Gives the terminal back, and says where things stand.
    fn finish(mut self) {
        if self.screen.take().is_some() {
            let mut page = Page::here();
            let attempt = self.state.verdict().and_then(|verdict| verdict.as_ref().ok());
            status_lines::exit_message(&mut page, self.exercise(), attempt);
            page.print();
        }
    }
}
