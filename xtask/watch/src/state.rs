//! The state of watch, and what each event makes of it.
//!
//! Nothing in here touches a file, a process or a terminal: events come in, effects go out, and
//! whoever has both carries them out. So every order in which saves, keys and verdicts can meet can
//! be tried without any of them.

use crate::keys::Key;

/// What is known outside of watch, of exercises by their place in the course.
pub trait Facts {
    /// How many exercises there are.
    fn exercises(&self) -> usize;
    fn solved(&self, exercise: usize) -> bool;
    /// Whether its answer is still the skeleton.
    fn untouched(&self, exercise: usize) -> bool;
    /// How many hints it has.
    fn hints(&self, exercise: usize) -> usize;
    /// The number of the hint that fits, or was shown last, from 1.
    fn hint(&self, exercise: usize) -> usize;
    /// The exercise of this number in the course, if there is one.
    fn numbered(&self, number: usize) -> Option<usize>;
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event<V> {
    /// The current exercise's files say this now.
    Text(u64),
    /// A key was pressed.
    Key(Key),
    /// A check came to its end.
    Checked(RunId, V),
}

/// Something to be done, in the order given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Start this check of the current exercise.
    Start(RunId),
    /// Stop the check that was started last.
    Stop,
    /// Remember the verdict that has just come.
    Record,
    /// Follow the files of this exercise from now on, and tell what they say.
    Follow(usize),
    /// Remember that this hint of the current exercise was seen.
    SawHint(usize),
    /// Put the current exercise back to its beginning.
    Reset,
    /// Open the current exercise's answer in an editor, because a key asks for it or (`false`) since
    /// this exercise comes next.
    Open { asked: bool },
    /// Run the current exercise's live example.
    StartLive,
    /// Stop the live example.
    StopLive,
    /// End.
    Quit,
}

/// Which check: every one that is started has a number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunId(u64);

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Verdict,
    /// The hint of this number, from 1.
    Hint(usize),
    /// All exercises; this one is marked, and these digits were typed.
    List {
        marked: usize,
        typed: usize,
    },
    /// Our answer beside the learner's, or first the question whether to spoil it.
    Solution {
        shown: bool,
    },
    Timeline,
    /// The lesson. One that came by itself (`first`) makes room for the verdict at the first save.
    Lesson {
        first: bool,
    },
    /// What the live example prints.
    Live,
    /// The words that messages use.
    Words,
    /// All keys.
    Keys,
    /// The question whether to begin the exercise again.
    AskReset,
}

/// A check that is under way.
#[derive(Clone, Copy, Debug)]
struct Run {
    id: RunId,
    /// What the files said when it was started.
    text: u64,
}

pub struct State<V> {
    exercise: usize,
    view: View,
    /// The first line of the view that is on the screen.
    pub scroll: usize,
    /// How many lines of a view there is room for.
    pub page: usize,
    /// What the files say; `None` until they were looked at.
    text: Option<u64>,
    run: Option<Run>,
    runs: u64,
    /// The last verdict on this exercise, and the text that it is about.
    verdict: Option<(u64, V)>,
    /// Whether everything that the compiler said is shown.
    full: bool,
    over: bool,
}

impl<V> State<V> {
    /// About this exercise, with nothing known of it yet.
    pub fn new(exercise: usize, facts: &impl Facts) -> State<V> {
        State {
            exercise,
            view: first_view(exercise, facts),
            scroll: 0,
            page: 1,
            text: None,
            run: None,
            runs: 0,
            verdict: None,
            full: false,
            over: false,
        }
    }

    pub fn exercise(&self) -> usize {
        self.exercise
    }

    pub fn view(&self) -> View {
        self.view
    }

    pub fn is_checking(&self) -> bool {
        self.run.is_some()
    }

    pub fn verdict(&self) -> Option<&V> {
        self.verdict.as_ref().map(|(_, verdict)| verdict)
    }

    /// The text that the verdict is about.
    pub fn judged(&self) -> Option<u64> {
        self.verdict.as_ref().map(|(text, _)| *text)
    }

    pub fn full(&self) -> bool {
        self.full
    }

    pub fn is_over(&self) -> bool {
        self.over
    }

    pub fn on(&mut self, event: Event<V>, facts: &impl Facts) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.over {
            return effects;
        }
        let was_live = self.view == View::Live;
        match event {
            Event::Text(text) => {
                let before = self.text.replace(text);
                if before != Some(text) {
                    if before.is_some() && self.view == (View::Lesson { first: true }) {
                        self.look_at(View::Verdict);
                    }
                    self.check(&mut effects);
                }
            }
            Event::Checked(id, verdict) => {
                // What was stopped has nothing to say, even if it came to its end before it knew.
                if let Some(run) = self.run.filter(|run| run.id == id) {
                    self.run = None;
                    self.verdict = Some((run.text, verdict));
                    if self.view == View::Verdict {
                        self.scroll = 0;
                    }
                    effects.push(Effect::Record);
                }
            }
            Event::Key(key) => self.key(key, facts, &mut effects),
        }
        if was_live && (self.over || self.view != View::Live) {
            effects.push(Effect::StopLive);
        }
        effects
    }

    /// The course has other exercises now, or another order; this one has this place.
    pub fn has_moved(&mut self, exercise: usize) {
        if matches!(self.view, View::List { .. }) {
            self.look_at(View::Verdict);
        }
        self.exercise = exercise;
    }

    /// Checks what the files say now, and nothing older.
    fn check(&mut self, effects: &mut Vec<Effect>) {
        self.stop(effects);
        if let Some(text) = self.text {
            self.runs += 1;
            let id = RunId(self.runs);
            self.run = Some(Run { id, text });
            effects.push(Effect::Start(id));
        }
    }

    fn stop(&mut self, effects: &mut Vec<Effect>) {
        if self.run.take().is_some() {
            effects.push(Effect::Stop);
        }
    }

    fn key(&mut self, key: Key, facts: &impl Facts, effects: &mut Vec<Effect>) {
        let answered = match self.view {
            View::List { marked, typed } => self.key_in_list(key, marked, typed, facts, effects),
            View::Hint(_) => self.key_in_hint(key, facts, effects),
            View::AskReset => {
                self.look_at(View::Verdict);
                if key == Key::Char('y') {
                    effects.push(Effect::Reset);
                }
                // Whatever else was pressed means no, and nothing more.
                key != Key::Quit
            }
            View::Solution { shown: false } if key == Key::Char('y') => {
                self.look_at(View::Solution { shown: true });
                true
            }
            _ => false,
        };
        if answered {
            return;
        }
        match key {
            Key::Char('f') => {
                self.look_at(View::Verdict);
                self.full = !self.full;
            }
            Key::Char('c') => {
                self.look_at(View::Verdict);
                self.check(effects);
            }
            Key::Char('r') => {
                self.look_at(View::Live);
                effects.push(Effect::StartLive);
            }
            Key::Char('e') => effects.push(Effect::Open { asked: true }),
            Key::Char('w') => self.look_at(View::Words),
            Key::Char('?') => self.look_at(View::Keys),
            Key::Char('h') => self.show_hint(facts.hint(self.exercise), facts, effects),
            Key::Char('n') => self.turn_to(next(self.exercise, facts), facts, effects),
            Key::Char('l') => self.look_at(View::List { marked: self.exercise, typed: 0 }),
            Key::Char('s') => {
                self.look_at(View::Solution { shown: facts.solved(self.exercise) });
            }
            Key::Char('i') => self.look_at(View::Lesson { first: false }),
            Key::Enter if matches!(self.view, View::Lesson { .. }) => self.look_at(View::Verdict),
            Key::Char('t') => self.look_at(View::Timeline),
            Key::Char('x') => self.look_at(View::AskReset),
            Key::Back => self.look_at(View::Verdict),
            Key::Char('q') | Key::Quit => {
                self.stop(effects);
                self.over = true;
                effects.push(Effect::Quit);
            }
            Key::Up | Key::Char('k') => self.scroll = self.scroll.saturating_sub(1),
            Key::Down | Key::Char('j') => self.scroll = self.scroll.saturating_add(1),
            Key::PageUp => self.scroll = self.scroll.saturating_sub(self.page),
            Key::PageDown | Key::Char(' ') => self.scroll = self.scroll.saturating_add(self.page),
            Key::Home => self.scroll = 0,
            // As far as it goes: who draws it knows how far that is.
            Key::End => self.scroll = usize::MAX,
            Key::Enter | Key::Char(_) => {}
        }
    }

    fn key_in_list(
        &mut self,
        key: Key,
        marked: usize,
        typed: usize,
        facts: &impl Facts,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let last = facts.exercises() - 1;
        let mark = |marked| View::List { marked, typed: 0 };
        self.view = match key {
            Key::Up | Key::Char('k') => mark(marked.saturating_sub(1)),
            Key::Down | Key::Char('j') => mark((marked + 1).min(last)),
            Key::PageUp => mark(marked.saturating_sub(self.page)),
            Key::PageDown => mark((marked + self.page).min(last)),
            Key::Home => mark(0),
            Key::End => mark(last),
            Key::Char(c @ '0'..='9') => {
                let digit = c as usize - '0' as usize;
                // The last two digits count: a slip is corrected by typing on.
                let typed = (typed * 10 + digit) % 100;
                View::List { marked: facts.numbered(typed).unwrap_or(marked), typed }
            }
            Key::Enter => {
                self.look_at(View::Verdict);
                if marked != self.exercise {
                    self.turn_to(marked, facts, effects);
                }
                return true;
            }
            Key::Char('l') => View::Verdict,
            _ => return false,
        };
        true
    }

    fn key_in_hint(&mut self, key: Key, facts: &impl Facts, effects: &mut Vec<Effect>) -> bool {
        let View::Hint(number) = self.view else { return false };
        match key {
            Key::Char('h') => self.show_hint(number + 1, facts, effects),
            Key::Char(c @ '1'..='9') => self.show_hint(c as usize - '0' as usize, facts, effects),
            _ => return false,
        }
        true
    }

    fn show_hint(&mut self, number: usize, facts: &impl Facts, effects: &mut Vec<Effect>) {
        if (1..=facts.hints(self.exercise)).contains(&number) {
            self.look_at(View::Hint(number));
            effects.push(Effect::SawHint(number));
        }
    }

    fn look_at(&mut self, view: View) {
        self.view = view;
        self.scroll = 0;
    }

    fn turn_to(&mut self, exercise: usize, facts: &impl Facts, effects: &mut Vec<Effect>) {
        self.look_at(View::Verdict);
        if exercise == self.exercise {
            return;
        }
        self.look_at(first_view(exercise, facts));
        self.stop(effects);
        (self.exercise, self.text, self.verdict) = (exercise, None, None);
        effects.extend([Effect::Follow(exercise), Effect::Open { asked: false }]);
    }
}

/// A new exercise begins with its lesson.
fn first_view(exercise: usize, facts: &impl Facts) -> View {
    if facts.untouched(exercise) { View::Lesson { first: true } } else { View::Verdict }
}

/// The next exercise that is not solved, from the beginning again after the last; with all solved,
/// simply the next.
pub fn next(exercise: usize, facts: &impl Facts) -> usize {
    let all = facts.exercises();
    let others = || (1..all).map(|step| (exercise + step) % all);
    others().find(|other| !facts.solved(*other)).or(others().next()).unwrap_or(exercise)
}

#[cfg(test)]
mod tests;
