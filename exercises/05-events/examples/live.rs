//! The same on the real clock, to watch it happen: `cargo xtask run 05`.

use events::given::{Item, Request};
use lab::{SECOND, say};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (line, requests) = mpsc::channel(1);
    let office = tokio::spawn(events::serve(requests));
    let began = Instant::now();
    let mut callers = Vec::new();
    for name in ["umbrella", "canoe", "left glove", "sandwich"] {
        let item = if name == "canoe" { Item::bulky(name) } else { Item::small(name) };
        let (request, answer) = Request::about(item);
        say!("{name}: somebody calls");
        if line.send(request).await.is_err() {
            say!("{name}: the office is closed");
            break;
        }
        // Whoever misses a sandwich does not wait for long.
        if name == "sandwich" {
            drop(answer);
            say!("{name}: the caller hangs up");
            continue;
        }
        callers.push(tokio::spawn(async move {
            let after = |began: Instant| began.elapsed().as_secs_f64();
            match answer.await {
                Ok(answer) => say!("{name}: \"{answer}\", after {:.1} s", after(began)),
                Err(_) => say!("{name}: the line went dead after {:.1} s", after(began)),
            }
        }));
        sleep(SECOND / 2).await;
    }
    drop(line);
    match office.await {
        Ok(answered) => say!("Closing time. {answered} callers got an answer."),
        Err(error) => say!("The office burned down: {error}"),
    }
    for caller in callers {
        let _ = caller.await;
    }
}
