//! The same on the real clock, to watch it happen: `cargo xtask run 26`.

use debounce::given::Index;
use debounce::suggest;
use futures::future::join;
use lab::say;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (key, keys) = mpsc::channel(8);
    let typist = async move {
        let typed = [("i", 0), ("ib", 150), ("a", 900), ("as", 200), ("asp", 200), ("om", 1_900)];
        for (text, pause) in typed {
            sleep(Duration::from_millis(pause)).await;
            say!("  in the field: {text}");
            let _ = key.send(text.to_owned()).await;
        }
        say!("  and the pharmacist goes to the shelf");
    };
    let index = Index::new();
    let ((), found) = join(typist, suggest(keys, &index)).await;
    say!("{} of the six texts were searched to the end.", found.len());
}
