//! The same on the real clock, to watch it happen: `cargo xtask run 15`.

use broadcast::given::{Goal, Report, on_the_air};
use broadcast::listen;
use lab::{SECOND, say};
use tokio::sync::broadcast::channel;
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // The channel keeps the last four goals, and no more.
    let (air, ada) = channel(4);
    let joan = air.subscribe();

    let listening = async {
        let (heard, missed) = listen(ada).await;
        say!("ada, who was there all the time, heard {} and missed {missed}", heard.len());
    };
    let late = async {
        sleep(2 * SECOND).await;
        say!("(joan is back from the kitchen)");
        let (heard, missed) = listen(joan).await;
        let first = heard.first().map(ToString::to_string).unwrap_or_default();
        say!("joan heard {}, from {first} on, and missed {missed}", heard.len());
    };
    tokio::join!(on_the_air("rita", air, reports()), listening, late);
}

fn reports() -> Vec<Report> {
    let goal = |minute, scorer: &str| Goal { minute, scorer: scorer.to_owned() };
    vec![
        Report::Quiet(SECOND / 2),
        Report::Goals(vec![goal(12, "Lund"), goal(12, "Costa"), goal(13, "Okafor")]),
        Report::Quiet(SECOND),
        Report::Goals(vec![goal(44, "Sato"), goal(45, "Costa"), goal(45, "Weiss")]),
        Report::Quiet(SECOND),
        Report::Goals(vec![goal(90, "Lund")]),
        Report::Quiet(SECOND / 2),
    ]
}
