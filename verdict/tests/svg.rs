//! What pictures for pages look like, and that they are sound and stay on their card whatever is in
//! them.

use expect_test::{Expect, expect};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::time::Duration;
use verdict::shared_pictures::{Panel, Promised, Run};
use verdict::text::columns;
use verdict::{Fate, Span, Timeline, svg};

#[test]
fn three_in_turn() {
    check(
        &svg::draw("01 · Gather", &[in_turn()]),
        expect![[r#"
        <svg xmlns="http://www.w3.org/2000/svg" class="async-run" width="600" height="259" viewBox="0 0 600 259" role="img" aria-labelledby="title-703c812ca6a2a7da desc-703c812ca6a2a7da">
        <title id="title-703c812ca6a2a7da">01 · Gather</title>
        <desc id="desc-703c812ca6a2a7da">Kept: the ids come back in order. Broken: three times two seconds take two seconds. It took 6 s of simulated time; the promise is 2 s. your answer: task 1 began at 0 s and was completed at 2 s. task 2 began at 2 s and was completed at 4 s. task 3 began at 4 s and was completed at 6 s.</desc>
        <rect class="card" x="0.5" y="0.5" width="599" height="258" rx="12"/>
        <text class="title" x="24" y="38">01 · Gather</text>
        <text class="faint" x="24" y="58">your answer</text>
        <path class="kept" d="M24 82.5l3.5 4l6.5-9"/>
        <text x="44" y="87">the ids come back in order</text>
        <path class="broken" d="M24 99l9 9m0-9l-9 9"/>
        <text x="44" y="108">three times two seconds take two seconds</text>
        <text class="faint" x="44" y="125">It took 6 s of simulated time; the promise is 2 s.</text>
        <path class="grid" d="M85.6 142V221"/>
        <path class="grid" d="M246.6 142V221"/>
        <path class="grid" d="M407.6 142V221"/>
        <path class="grid" d="M568.7 142V221"/>
        <text x="24" y="159">task 1</text>
        <rect class="completed" x="85.6" y="147" width="161" height="15" rx="2"/>
        <text x="24" y="184">task 2</text>
        <rect class="completed" x="246.6" y="172" width="161" height="15" rx="2"/>
        <text x="24" y="209">task 3</text>
        <rect class="completed" x="407.6" y="197" width="161" height="15" rx="2"/>
        <text class="tick" x="85.6" y="237">0s</text>
        <text class="tick" x="246.6" y="237">2s</text>
        <text class="tick" x="407.6" y="237">4s</text>
        <text class="tick" x="568.7" y="237">6s</text>
        </svg>
    "#]],
    );
}

#[test]
fn two_answers_share_a_scale_and_every_end_has_its_mark() {
    let own = [span("mirror a", 0, 1200, Fate::Running), span("home", 0, 500, Fate::Completed)];
    let solution =
        [span("mirror a", 0, 500, Fate::Cancelled), span("home", 500, 500, Fate::Completed)];
    let runs = vec![run("your answer", own), run("the course's solution", solution)];
    let panel = Panel { promises: vec![kept("the slower is broken off")], runs };
    check_words(
        &svg::draw("04 · Select", &[panel]),
        expect![[r#"
        Kept: the slower is broken off. your answer: mirror a began at 0 s and was still running at 1.2 s. home began at 0 s and was completed at 500 ms. the course's solution: mirror a began at 0 s and was cancelled at 500 ms. home began at 500 ms and was completed at 500 ms.
        04 · Select
        the slower is broken off
        your answer
        mirror a
        home
        0s
        500ms
        1s
        1.5s
        the course's solution
        mirror a
        home
        0s
        200ms
        400ms
        600ms
        completed
        cancelled
        still running
    "#]],
    );
}

#[test]
fn nothing_was_recorded_of_one_and_too_much_of_another() {
    let many = (0..200).map(|i| span(&format!("link {i}"), 10 * i, 10 * i + 50, Fate::Completed));
    let mut many = run("answer.rs", many);
    many.timeline.dropped = 7;
    let panels = [panel("one", run("answer.rs", [])), panel("two", many)];
    check_words(
        &svg::draw("05 · Links", &panels),
        expect![[r#"
        Kept: one. answer.rs: nothing was recorded. Kept: two. answer.rs: link 0 began at 0 s and was completed at 50 ms. link 1 began at 10 ms and was completed at 60 ms. link 2 began at 20 ms and was completed at 70 ms. link 3 began at 30 ms and was completed at 80 ms. link 4 began at 40 ms and was completed at 90 ms. link 5 began at 50 ms and was completed at 100 ms. link 6 began at 60 ms and was completed at 110 ms. link 7 began at 70 ms and was completed at 120 ms. link 8 began at 80 ms and was completed at 130 ms. link 9 began at 90 ms and was completed at 140 ms. link 10 began at 100 ms and was completed at 150 ms. (185 more.) link 196 began at 1.96 s and was completed at 2.01 s. link 197 began at 1.97 s and was completed at 2.02 s. link 198 began at 1.98 s and was completed at 2.03 s. link 199 began at 1.99 s and was completed at 2.04 s. (7 not recorded.)
        05 · Links
        answer.rs
        one
        Nothing was recorded.
        two
        link 0
        link 1
        link 2
        link 3
        link 4
        link 5
        link 6
        link 7
        link 8
        link 9
        link 10
        ⋮
        185 more
        link 196
        link 197
        link 198
        link 199
        ⋮
        7 not recorded
        0s
        1s
        2s
        3s
    "#]],
    );
}

#[test]
fn a_long_wait_is_broken_off_on_the_axis_and_in_every_bar_across_it() {
    let spans = [
        span("call 1", 0, 500, Fate::Completed),
        span("call 2", 500, 2000, Fate::Completed),
        span("line", 0, 3_600_000, Fate::Running),
    ];
    let picture = svg::draw("05 · Events", &[panel("a quiet hour", run("your answer", spans))]);
    assert_sound(&picture);
    // Two strokes each.
    assert_eq!(picture.matches("class=\"break\"").count(), 4, "{picture}");
    assert!(picture.contains(">1.5s<") && picture.contains(">3600s<"), "{picture}");
}

#[test]
fn the_same_runs_give_the_same_bytes_and_others_other_names() {
    let picture = svg::draw("01 · Gather", &[in_turn()]);
    assert_eq!(picture, svg::draw("01 · Gather", &[in_turn()]));
    let other = svg::draw("02 · Gather", &[in_turn()]);
    let both = ids(&picture).into_iter().chain(ids(&other)).collect::<Vec<_>>();
    assert_eq!(both.iter().collect::<BTreeSet<_>>().len(), both.len(), "{both:?}");
}

/// Names that learner code could make up, times of every size, however many of them.
#[test]
fn whatever_is_in_it_a_picture_is_sound_and_stays_on_its_card() {
    let names = [
        "",
        " ",
        "task 1",
        "</text><script>alert(1)</script>",
        "a & b < c > d \" e ' f &amp; ]]>",
        "\u{1b}[31mred\r\n\u{0}\u{fffe}\u{ffff}\u{202e}",
        &"W".repeat(200),
        &"東京タワーの天気".repeat(25),
        &"👩‍👩‍👧 ".repeat(50),
        "שלום عليكم e\u{301}cole",
    ];
    let second = 1_000_000;
    let ends = [0, 1, 300, 1_000, 2_500, second, 61 * second, 3_600 * second, 86_400_000 * second];
    for end in ends {
        for fate in [Fate::Completed, Fate::Cancelled, Fate::Running] {
            let (mut named, mut crowd) = (Vec::new(), Vec::new());
            for name in names {
                named.push(micros(name, end / 3, end, fate));
                named.push(micros(name, end, end, fate));
            }
            for i in 0..2_000 {
                crowd.push(micros(names[i % names.len()], 0, end * i as u64 / 2_000, fate));
            }
            for spans in [named, crowd] {
                let long = names.concat();
                let happened = Some(format!("{long}\n{long}"));
                let broken = Promised { words: long.clone(), kept: false, happened };
                let runs = vec![run(&long, spans.clone()), run("", spans)];
                let panels = [Panel { promises: vec![broken, kept("")], runs }, in_turn()];
                assert_sound(&svg::draw(&long, &panels));
            }
        }
    }
    assert_sound(&svg::draw("", &[]));
}

/// That it is XML, that no text leaves the card or meets another, and that no bar leaves it.
fn assert_sound(picture: &str) {
    assert!(!picture.contains(|c: char| c.is_control() && c != '\n'), "{picture}");
    let document = Document::parse(picture).unwrap_or_else(|error| panic!("{error}: {picture}"));
    let root = document.root_element();
    assert!(picture.len() < 100_000, "{} bytes", picture.len());
    let elements = ["svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "text"];
    let known = |node: &Node| elements.contains(&node.tag_name().name());
    assert!(root.descendants().filter(Node::is_element).all(|node| known(&node)), "{picture}");
    let (width, height) = (number(root, "width"), number(root, "height"));
    let texts = root.descendants().filter(|node| node.has_tag_name("text"));
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for text in texts {
        let (x, y) = (number(text, "x"), number(text, "y"));
        let (size, anchor) = match text.attribute("class") {
            Some("title") => (15.0, 0.0),
            Some("tick") => (12.0, 0.5),
            Some(_) => (12.0, 0.0),
            None => (13.0, 0.0),
        };
        let long = columns(text.text().unwrap_or_default()) as f64 * 0.6 * size;
        let (from, to) = (x - anchor * long, x + (1.0 - anchor) * long);
        assert!(from >= 8.0 && to <= width - 8.0, "{text:?}");
        assert!(y - size >= 8.0 && y + size / 2.0 <= height, "{text:?}");
        let meets =
            |(line, a, b): &(f64, f64, f64)| (line - y).abs() < size && *a < to && from < *b;
        assert!(!taken.iter().any(meets), "{text:?}");
        taken.push((y, from, to));
    }
    for bar in root.descendants().filter(|node| node.has_tag_name("rect")) {
        let (x, long) = (number(bar, "x"), number(bar, "width"));
        assert!(x >= 0.0 && long > 0.0 && x + long <= width, "{bar:?}");
    }
    let ids = ids(picture);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    let named = root.attribute("aria-labelledby").unwrap_or_default().to_owned();
    assert!(named.split(' ').all(|name| ids.iter().any(|id| id == name)), "{named}");
}

/// Compares everything but the style sheet, which is a file of its own.
fn check(picture: &str, expected: Expect) {
    assert_sound(picture);
    let (start, rest) = picture.split_once("<style>").unwrap();
    let (_, end) = rest.split_once("</style>\n").unwrap();
    expected.assert_eq(&format!("{start}{end}"));
}

/// Compares what can be read, and what is said to those who do not see it.
fn check_words(picture: &str, expected: Expect) {
    assert_sound(picture);
    let document = Document::parse(picture).unwrap();
    let read = |node: &Node| node.has_tag_name("text") || node.has_tag_name("desc");
    let texts = document.descendants().filter(read).filter_map(|node| node.text());
    expected.assert_eq(&texts.map(|text| format!("{text}\n")).collect::<String>());
}

fn ids(picture: &str) -> Vec<String> {
    let document = Document::parse(picture).unwrap();
    document.descendants().filter_map(|node| node.attribute("id").map(str::to_owned)).collect()
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn in_turn() -> Panel {
    let spans = (0..3)
        .map(|i| span(&format!("task {}", i + 1), 2000 * i, 2000 * i + 2000, Fate::Completed));
    let happened = Some("It took 6 s of simulated time; the promise is 2 s.".to_owned());
    let words = "three times two seconds take two seconds".to_owned();
    let broken = Promised { words, kept: false, happened };
    let promises = vec![kept("the ids come back in order"), broken];
    Panel { promises, runs: vec![run("your answer", spans)] }
}

fn panel(words: &str, run: Run) -> Panel {
    Panel { promises: vec![kept(words)], runs: vec![run] }
}

fn kept(words: &str) -> Promised {
    Promised { words: words.to_owned(), kept: true, happened: None }
}

fn run(label: &str, spans: impl IntoIterator<Item = Span>) -> Run {
    let spans: Vec<Span> = spans.into_iter().collect();
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    Run { label: label.to_owned(), timeline: Timeline { spans, end, ..Timeline::default() } }
}

fn span(name: &str, start: u64, end: u64, fate: Fate) -> Span {
    micros(name, 1000 * start, 1000 * end, fate)
}

fn micros(name: &str, start: u64, end: u64, fate: Fate) -> Span {
    let [start, end] = [start, end].map(Duration::from_micros);
    Span { name: name.to_owned(), start, end, fate, panicked: false, own: false }
}
