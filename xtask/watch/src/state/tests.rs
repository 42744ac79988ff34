//! Saves, keys and verdicts in every order that can be thought of, and in a thousand that cannot.

use super::*;
use std::collections::BTreeSet;

/// A course in which a text is right when it is a multiple of five.
struct World {
    /// What each exercise's files say.
    texts: Vec<u64>,
    solved: BTreeSet<usize>,
    untouched: BTreeSet<usize>,
    /// Files that were opened in an editor: of which exercise, and whether a key asked for it.
    opened: Vec<(usize, bool)>,
    /// Whether the live example runs.
    live: bool,
    seen: Vec<usize>,
    /// Checks that were started: of which exercise and text. A stopped one may still speak up.
    runs: Vec<(RunId, usize, u64)>,
    /// The check that was started last and has neither been stopped nor ended.
    running: Option<RunId>,
    recorded: Vec<(usize, u64)>,
    resets: usize,
}

const HINTS: usize = 3;

impl World {
    fn new(exercises: usize) -> World {
        World {
            texts: vec![1; exercises],
            solved: BTreeSet::new(),
            untouched: BTreeSet::new(),
            opened: Vec::new(),
            live: false,
            seen: vec![0; exercises],
            runs: Vec::new(),
            running: None,
            recorded: Vec::new(),
            resets: 0,
        }
    }
}

impl Facts for World {
    fn exercises(&self) -> usize {
        self.texts.len()
    }

    fn solved(&self, exercise: usize) -> bool {
        self.solved.contains(&exercise)
    }

    fn untouched(&self, exercise: usize) -> bool {
        self.untouched.contains(&exercise)
    }

    fn hints(&self, _: usize) -> usize {
        HINTS
    }

    fn hint(&self, exercise: usize) -> usize {
        self.seen[exercise].max(1)
    }

    fn numbered(&self, number: usize) -> Option<usize> {
        number.checked_sub(1).filter(|index| *index < self.texts.len())
    }
}

/// A watch and its world, which does what it is told.
struct Simulation {
    state: State<u64>,
    world: World,
}

impl Simulation {
    fn new(exercises: usize) -> Simulation {
        Simulation::in_world(World::new(exercises))
    }

    fn in_world(world: World) -> Simulation {
        let mut simulation = Simulation { state: State::new(0, &world), world };
        simulation.look();
        simulation
    }

    fn send(&mut self, event: Event<u64>) {
        let asked = self.state.view() == View::AskReset;
        let effects = self.state.on(event.clone(), &self.world);
        for effect in effects {
            match effect {
                Effect::Start(id) => {
                    assert_eq!(self.world.running, None, "two checks at once");
                    let exercise = self.state.exercise();
                    self.world.runs.push((id, exercise, self.world.texts[exercise]));
                    self.world.running = Some(id);
                }
                Effect::Stop => {
                    assert!(self.world.running.take().is_some(), "nothing there to be stopped");
                }
                Effect::Record => {
                    let Event::Checked(id, text) = event else { panic!("recorded on {event:?}") };
                    let run = self.world.runs.iter().find(|run| run.0 == id).unwrap();
                    assert_eq!((run.1, run.2), (self.state.exercise(), text));
                    assert_eq!(self.state.judged(), Some(text));
                    self.world.recorded.push((run.1, text));
                    if text.is_multiple_of(5) {
                        self.world.solved.insert(run.1);
                    }
                }
                Effect::Follow(exercise) => {
                    assert_eq!(exercise, self.state.exercise());
                    self.look();
                }
                Effect::SawHint(number) => {
                    assert!((1..=HINTS).contains(&number));
                    let seen = &mut self.world.seen[self.state.exercise()];
                    *seen = number.max(*seen);
                }
                Effect::Reset => {
                    assert!(asked && matches!(event, Event::Key(Key::Char('y'))), "not asked");
                    self.world.resets += 1;
                    self.world.texts[self.state.exercise()] = 1;
                    self.look();
                }
                Effect::Open { asked } => self.world.opened.push((self.state.exercise(), asked)),
                Effect::StartLive => self.world.live = true,
                Effect::StopLive => {
                    assert!(self.world.live, "nothing there to be stopped");
                    self.world.live = false;
                }
                Effect::Quit => assert!(self.state.is_over()),
            }
        }
    }

    /// The files of the current exercise are looked at, whether or not anything changed.
    fn look(&mut self) {
        self.send(Event::Text(self.world.texts[self.state.exercise()]));
    }

    fn save(&mut self, text: u64) {
        let exercise = self.state.exercise();
        self.world.texts[exercise] = text;
        self.look();
    }

    fn press(&mut self, keys: &str) {
        keys.chars().for_each(|key| self.send(Event::Key(Key::Char(key))));
    }

    /// The check of this place in the order of starts ends now, if its turn is still to come.
    fn end_check(&mut self, index: usize) {
        let (id, _, text) = self.world.runs[index];
        if self.world.running == Some(id) {
            self.world.running = None;
        }
        self.send(Event::Checked(id, text));
    }

    fn end_last_check(&mut self) {
        self.end_check(self.world.runs.len() - 1);
    }

    #[track_caller]
    fn holds_together(&self) {
        let (state, world) = (&self.state, &self.world);
        assert!(state.exercise() < world.texts.len());
        if state.is_over() {
            assert_eq!(world.running, None, "something runs on after the end");
            assert!(!world.live, "the live example runs on after the end");
            return;
        }
        assert_eq!(state.is_checking(), world.running.is_some());
        assert_eq!(state.view() == View::Live, world.live, "it runs only where it is seen");
        if let Some(id) = world.running {
            let run = world.runs.iter().find(|run| run.0 == id).unwrap();
            assert_eq!((run.1, run.2), (state.exercise(), world.texts[run.1]), "an old text runs");
        } else {
            let text = world.texts[state.exercise()];
            assert_eq!(state.judged(), Some(text), "a save was lost");
            assert_eq!(state.verdict(), Some(&text), "a verdict is about another text");
        }
        match state.view() {
            View::Hint(number) => assert!((1..=HINTS).contains(&number)),
            View::List { marked, .. } => assert!(marked < world.texts.len()),
            _ => {}
        }
    }
}

#[test]
fn a_save_is_checked_and_its_verdict_shown() {
    let mut simulation = Simulation::new(2);
    simulation.end_last_check();
    assert_eq!(simulation.state.verdict(), Some(&1));
    simulation.save(2);
    assert!(simulation.state.is_checking());
    assert_eq!(
        simulation.state.verdict(),
        Some(&1),
        "the last verdict stands until the next is there"
    );
    simulation.end_last_check();
    assert_eq!(simulation.state.verdict(), Some(&2));
}

#[test]
fn a_save_during_a_check_stops_it_and_is_checked_itself() {
    let mut simulation = Simulation::new(1);
    simulation.save(2);
    simulation.save(3);
    assert_eq!(simulation.world.runs.len(), 3);
    // The stopped checks come to their end all the same, in whatever order.
    for index in [1, 0] {
        simulation.end_check(index);
        assert_eq!(simulation.state.verdict(), None);
    }
    simulation.end_check(2);
    assert_eq!(simulation.state.verdict(), Some(&3));
    assert_eq!(simulation.world.recorded, [(0, 3)]);
}

#[test]
fn a_save_of_the_same_text_is_no_save() {
    let mut simulation = Simulation::new(1);
    simulation.save(2);
    simulation.save(2);
    simulation.look();
    assert_eq!(simulation.world.runs.len(), 2);
    simulation.end_last_check();
    simulation.save(2);
    assert!(!simulation.state.is_checking());
    simulation.press("c");
    assert!(simulation.state.is_checking(), "but it can be asked for");
}

#[test]
fn next_is_the_next_that_is_not_solved() {
    let mut simulation = Simulation::new(4);
    simulation.world.solved.extend([0, 1, 3]);
    simulation.press("n");
    assert_eq!(simulation.state.exercise(), 2);
    simulation.world.solved.insert(2);
    simulation.press("n");
    assert_eq!(simulation.state.exercise(), 3, "with all solved, simply the next");
    simulation.press("n");
    assert_eq!(simulation.state.exercise(), 0);
    let mut alone = Simulation::new(1);
    alone.press("n");
    assert_eq!(alone.state.exercise(), 0);
}

#[test]
fn the_list_jumps_by_arrows_and_by_number() {
    let mut simulation = Simulation::new(12);
    simulation.press("l");
    for key in [Key::Down, Key::Down, Key::Up, Key::Enter] {
        simulation.send(Event::Key(key));
    }
    assert_eq!((simulation.state.exercise(), simulation.state.view()), (1, View::Verdict));
    simulation.press("l11");
    simulation.send(Event::Key(Key::Enter));
    assert_eq!(simulation.state.exercise(), 10);
    // A number that there is not marks nothing else, and the list closes as it opened.
    simulation.press("l99l");
    assert_eq!((simulation.state.exercise(), simulation.state.view()), (10, View::Verdict));
}

#[test]
fn what_cannot_be_taken_back_is_asked_first() {
    let mut simulation = Simulation::new(1);
    simulation.save(2);
    simulation.press("xnx");
    assert_eq!((simulation.world.resets, simulation.state.view()), (0, View::AskReset));
    simulation.press("y");
    assert_eq!((simulation.world.resets, simulation.state.view()), (1, View::Verdict));
    simulation.press("y");
    assert_eq!(simulation.world.resets, 1);

    simulation.press("s");
    assert_eq!(simulation.state.view(), View::Solution { shown: false });
    simulation.press("y");
    assert_eq!(simulation.state.view(), View::Solution { shown: true });
    simulation.world.solved.insert(0);
    simulation.press("cs");
    assert_eq!(simulation.state.view(), View::Solution { shown: true });
}

#[test]
fn hints_come_one_at_a_time_and_can_be_looked_at_again() {
    let mut simulation = Simulation::new(1);
    simulation.press("h");
    assert_eq!(simulation.state.view(), View::Hint(1));
    // To come back to it costs no further hint; to ask once more does.
    simulation.send(Event::Key(Key::Back));
    simulation.press("h");
    assert_eq!(simulation.state.view(), View::Hint(1));
    simulation.press("hh");
    assert_eq!(simulation.state.view(), View::Hint(3));
    simulation.press("h");
    assert_eq!(simulation.state.view(), View::Hint(3), "that was the last");
    simulation.press("1");
    assert_eq!(simulation.state.view(), View::Hint(1));
    simulation.press("9");
    assert_eq!(simulation.state.view(), View::Hint(1), "there is no ninth");
    simulation.save(2);
    simulation.end_last_check();
    assert_eq!(simulation.state.view(), View::Hint(1), "a save does not turn the page");
    simulation.send(Event::Key(Key::Back));
    assert_eq!(simulation.state.view(), View::Verdict);
}

#[test]
fn everything_that_the_compiler_says_is_a_key_away() {
    let mut simulation = Simulation::new(1);
    assert!(!simulation.state.full());
    simulation.press("f");
    assert!(simulation.state.full());
    simulation.press("lf");
    assert_eq!((simulation.state.view(), simulation.state.full()), (View::Verdict, false));
}

#[test]
fn a_new_exercise_begins_with_its_lesson_until_the_first_save() {
    let mut world = World::new(3);
    world.untouched.extend([0, 1]);
    let mut simulation = Simulation::in_world(world);
    assert_eq!(simulation.state.view(), View::Lesson { first: true });
    simulation.end_last_check();
    assert_eq!(simulation.state.view(), View::Lesson { first: true }, "nothing was saved yet");
    simulation.save(2);
    assert_eq!(simulation.state.view(), View::Verdict);

    simulation.press("n");
    assert_eq!(
        (simulation.state.exercise(), simulation.state.view()),
        (1, View::Lesson { first: true })
    );
    simulation.send(Event::Key(Key::Enter));
    assert_eq!(simulation.state.view(), View::Verdict);
    // One that was asked for stays as long as its reader wants.
    simulation.press("i");
    simulation.save(3);
    assert_eq!(simulation.state.view(), View::Lesson { first: false });
    simulation.press("n");
    assert_eq!(
        (simulation.state.exercise(), simulation.state.view()),
        (2, View::Verdict),
        "begun before"
    );
}

#[test]
fn the_answer_is_opened_by_a_key_and_when_another_exercise_comes() {
    let mut simulation = Simulation::new(2);
    simulation.press("ene");
    assert_eq!(simulation.world.opened, [(0, true), (1, false), (1, true)]);
    assert_eq!(simulation.state.view(), View::Verdict);
}

#[test]
fn the_live_example_runs_for_as_long_as_it_is_looked_at() {
    let mut simulation = Simulation::new(2);
    for keys in ["r", "rr", "rc", "rn", "rl", "r?", "rw"] {
        simulation.press(keys);
        simulation.holds_together();
    }
    simulation.press("r");
    simulation.save(2);
    assert_eq!(simulation.state.view(), View::Live, "a save does not end it");
    simulation.send(Event::Key(Key::Back));
    assert!(!simulation.world.live);
    simulation.press("rq");
    simulation.holds_together();
}

#[test]
fn an_exercise_that_gets_another_place_stays_the_one_that_is_watched() {
    let mut simulation = Simulation::new(3);
    simulation.press("l");
    simulation.state.has_moved(2);
    assert_eq!((simulation.state.exercise(), simulation.state.view()), (2, View::Verdict));
    simulation.press("h");
    simulation.state.has_moved(2);
    assert_eq!(simulation.state.view(), View::Hint(1));
}

#[test]
fn quitting_stops_what_runs_and_is_the_end() {
    for keys in ["q", "lq", "hq", "sq", "tq"] {
        let mut simulation = Simulation::new(1);
        simulation.press(keys);
        assert!(simulation.state.is_over(), "{keys}");
        assert_eq!(simulation.world.running, None);
        let runs = simulation.world.runs.len();
        simulation.save(7);
        simulation.press("crhnlstxew");
        assert_eq!(simulation.world.runs.len(), runs);
    }
    let mut simulation = Simulation::new(1);
    simulation.press("x");
    simulation.send(Event::Key(Key::Quit));
    assert!(simulation.state.is_over() && simulation.world.resets == 0);
}

#[test]
fn a_thousand_random_days_end_in_the_right_state() {
    const KEYS: [Key; 10] = [
        Key::Enter,
        Key::Back,
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Quit,
        Key::Char(' '),
    ];
    for day in 0..1_000 {
        let mut random = fastrand::Rng::with_seed(day);
        let mut world = World::new(random.usize(1..12));
        world.untouched.extend(0..random.usize(0..3));
        let mut simulation = Simulation::in_world(world);
        for _ in 0..random.usize(1..120) {
            match random.u8(0..10) {
                // Few texts: the same one often comes back.
                0..=2 => simulation.save(random.u64(1..12)),
                // Somebody saves another exercise than the one that is followed.
                3 => {
                    let other = random.usize(0..simulation.world.texts.len());
                    if other != simulation.state.exercise() {
                        simulation.world.texts[other] = random.u64(1..12);
                    }
                    simulation.look();
                }
                4..=5 => simulation.end_check(random.usize(0..simulation.world.runs.len())),
                6 => simulation.end_last_check(),
                7 => {
                    let key = KEYS[random.usize(0..KEYS.len())];
                    // A day that ends in the morning tells little.
                    if key != Key::Quit || random.u8(0..10) == 0 {
                        simulation.send(Event::Key(key));
                    }
                }
                8 => simulation.press(["r", "h", "n", "l", "s", "t", "c", "i"][random.usize(0..8)]),
                _ => simulation.press(["x", "y", "j", "k", "1", "7", "e", "w"][random.usize(0..8)]),
            }
            simulation.holds_together();
        }
        if !simulation.state.is_over() {
            // Everything comes to rest, and the newest text has the last word.
            simulation.end_last_check();
            assert!(!simulation.state.is_checking());
            simulation.holds_together();
        }
    }
}
