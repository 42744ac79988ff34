//! What timelines look like, and that they fit and stay true whatever is in them.

use expect_test::{Expect, expect};
use std::time::Duration;
use verdict::text::columns;
use verdict::text_picture::{NARROWEST, Style, draw};
use verdict::{Fate, Span, Timeline};

const WIDE: Style = Style { width: 80, unicode: true };

#[test]
fn three_at_once() {
    check(
        WIDE,
        [done("task 1", 0, 2000), done("task 2", 0, 2000), done("task 3", 0, 2000)],
        expect![[r#"
            task 1  ████████████████████████████████████████████████
            task 2  ████████████████████████████████████████████████
            task 3  ████████████████████████████████████████████████
                    0s          500ms       1s          1.5s        2s
        "#]],
    );
}

#[test]
fn three_in_turn_meet_in_one_column() {
    check(
        WIDE,
        [done("task 1", 0, 2000), done("task 2", 2000, 4000), done("task 3", 4000, 6000)],
        expect![[r#"
            task 1  ████████████
            task 2              ████████████
            task 3                          ████████████
                    0s          2s          4s          6s
        "#]],
    );
}

#[test]
fn one_cancelled_and_one_still_running() {
    check(
        WIDE,
        [
            done("home", 0, 500),
            span("mirror a", 0, 1200, Fate::Cancelled),
            span("mirror b", 200, 1200, Fate::Running),
        ],
        expect![[r#"
            home      ████████████
            mirror a  ████████████████████████████╳
            mirror b       ███████████████████████▶
                      0s          500ms       1s          1.5s
            ╳ cancelled   ▶ still running
        "#]],
    );
}

#[test]
fn a_panic_is_no_cancel() {
    let panicked = Span { panicked: true, ..span("soup", 0, 1200, Fate::Cancelled) };
    check(
        WIDE,
        [panicked, span("bread", 0, 1200, Fate::Cancelled)],
        expect![[r#"
            soup   ████████████████████████████!
            bread  ████████████████████████████╳
                   0s          500ms       1s          1.5s
            ! panicked   ╳ cancelled
        "#]],
    );
}

#[test]
fn in_ascii() {
    let ascii = Style { unicode: false, ..WIDE };
    check(
        ascii,
        [
            done("home", 0, 0),
            span("a mirror with quite a long name that nobody can read", 0, 900, Fate::Cancelled),
            span("mirror b", 200, 1200, Fate::Running),
        ],
        expect![[r#"
            home                              |
            a mirror with q..nobody can read  #####################x
            mirror b                               #######################>
                                              0s          500ms       1s          1.5s
            x cancelled   > still running
        "#]],
    );
}

#[test]
fn nothing_happened() {
    check(WIDE, [], expect![[r#""#]]);
}

#[test]
fn one_moment_only() {
    check(
        WIDE,
        [done("order", 0, 0)],
        expect![[r#"
            order  ▏
                   0s
        "#]],
    );
}

#[test]
fn in_the_narrowest_terminal() {
    let narrow = Style { width: NARROWEST, ..WIDE };
    check(
        narrow,
        [
            done("the profile of ada", 0, 2000),
            done("東京タワーの天気", 2000, 6500),
            done("", 0, 61),
        ],
        expect![[r#"
            the prof… of ada  █████
            東京タワーの天気       ███████████
                              █
                              0s   2s   4s   6s   8s
        "#]],
    );
}

#[test]
fn of_two_hundred_the_first_and_the_last_are_shown() {
    let spans = (0..200).map(|i| done(&format!("link {i}"), 10 * i, 10 * i + 50));
    check(
        WIDE,
        spans,
        expect![[r#"
        link 0    █
        link 1    █
        link 2    █
        link 3    █
        link 4    █
        link 5     █
        link 6     █
        link 7     █
        link 8     █
        link 9     █
        link 10    █
        ⋮        185 more
        link 196                          █
        link 197                          █
        link 198                          █
        link 199                          █
                  0s          1s          2s          3s
    "#]],
    );
}

#[test]
fn many_in_a_row_that_look_the_same_are_one_and_a_number() {
    let links = (0..20).map(|n| done(&format!("link {n}"), 0, 2000));
    check(
        WIDE,
        links.chain([done("report", 2000, 3000)]),
        expect![[r#"
            link 0   ████████████████████████
            ⋮       19 more like it
            report                           ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn a_long_wait_is_broken_off_and_marked() {
    let spans = || {
        [
            done("call 1", 0, 500),
            done("call 2", 500, 2000),
            span("line", 0, 3_600_000, Fate::Running),
            done("call 3", 3_600_000, 3_600_000),
        ]
    };
    check(
        WIDE,
        spans(),
        expect![[r#"
        call 1  ████████████
        call 2              ████████████████████████████████████
        line    ██████████████████████████████████████████████████████╱████▶
        call 3                                                             ▏
                0s          500ms       1s          1.5s        2s    ╱     3600s
        ▶ still running   ╱ time left out
    "#]],
    );
    check(
        Style { unicode: false, ..WIDE },
        spans(),
        expect![[r#"
        call 1  ############
        call 2              ####################################
        line    ######################################################/####>
        call 3                                                             |
                0s          500ms       1s          1.5s        2s    /     3600s
        > still running   / time left out
    "#]],
    );
}

#[test]
fn a_wait_that_is_all_there_is_to_see_is_not_broken_off() {
    check(
        WIDE,
        [done("nap", 0, 50), done("night", 50, 3_600_000)],
        expect![[r#"
        nap    █
        night  ███████████████████████████████████████████
               0s          1000s       2000s       3000s       4000s
    "#]],
    );
}

#[test]
fn each_of_several_long_waits_is_broken_off() {
    let hours = (0..3).flat_map(|hour| {
        let at = hour * 3_600_000;
        [done("call", at, at + 500), done("call", at + 500, at + 1000)]
    });
    check(
        WIDE,
        hours,
        expect![[r#"
        call  ██████
        call        ██████
        call                          ██████
        call                                ██████
        call                                                  ██████
        call                                                        ██████
              0s          1s    ╱     3600s       3601s ╱     7200s       7201s
        ╱ time left out
    "#]],
    );
}

/// Everything above at every width, with names in every script and times of every size: the lines
/// fit, and a bar is as long as its time.
#[test]
fn whatever_is_in_it_a_picture_fits() {
    let names = [
        "",
        "a",
        "привет мир",
        "東京タワー",
        "👩‍👩‍👧 family",
        "e\u{301}cole",
        "\u{1b}[31mred\n",
        "שלום",
    ];
    let ends = [0, 1, 2, 7, 999, 1000, 3600, 61_000, 3_600_000, 86_400_000];
    for width in (0..130).step_by(3).chain([NARROWEST, 80]) {
        for unicode in [true, false] {
            for end in ends {
                for fate in [Fate::Completed, Fate::Cancelled, Fate::Running] {
                    let spans = names.iter().map(|name| span(&name.repeat(3), end / 3, end, fate));
                    let lines = draw(&timeline(spans), Style { width, unicode });
                    let available = width.max(24);
                    for line in &lines {
                        assert!(columns(line) <= available, "{width} {end}: {line:?}");
                        assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
                        assert!(
                            unicode || !line.contains(['█', '…', '▶', '╳', '▏', '⋮']),
                            "{line:?}"
                        );
                    }
                    assert!(lines.len() > names.len(), "every span has its row");
                }
            }
        }
    }
}

fn check(style: Style, spans: impl IntoIterator<Item = Span>, expected: Expect) {
    let lines = draw(&timeline(spans), style);
    expected.assert_eq(&lines.iter().map(|line| format!("{line}\n")).collect::<String>());
}

fn timeline(spans: impl IntoIterator<Item = Span>) -> Timeline {
    let spans: Vec<Span> = spans.into_iter().collect();
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    Timeline { spans, end, ..Timeline::default() }
}

fn done(name: &str, start: u64, end: u64) -> Span {
    span(name, start, end, Fate::Completed)
}

fn span(name: &str, start: u64, end: u64, fate: Fate) -> Span {
    let [start, end] = [start, end].map(Duration::from_millis);
    Span { name: name.to_owned(), start, end, fate, panicked: false, own: false }
}
