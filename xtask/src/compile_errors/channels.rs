//! Channels, streams and permits.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "receiver-is-no-stream",
        codes: &["E0599"],
        says: &[&["trait bounds were not satisfied"], &["::Receiver<"], &["Stream`", "Iterator`"]],
        meaning: "A receiver is neither a stream nor an iterator. `rx.recv().await` gives its next message.",
        word: "channel",
    },
    KnownError {
        key: "iterator-for-stream",
        codes: &["E0599"],
        says: &[&["trait bounds were not satisfied"], &["Stream`"]],
        meaning: "This is an iterator, and the method belongs to streams. Begin with \
                  `futures::stream::iter(list)`.",
        word: "stream",
    },
    KnownError {
        key: "channel-is-a-pair",
        codes: &["E0599", "E0609"],
        says: &[&["for tuple `(", "on type `("], &["Sender<"]],
        meaning: "A channel is a pair, a sender and a receiver. Take it apart: `let (tx, mut rx) = \
                  mpsc::channel(8);`.",
        word: "channel",
    },
    KnownError {
        key: "other-end",
        codes: &["E0599"],
        says: &[
            &["no method named `send`", "no method named `try_send`", "no method named `recv`"],
            &["mpsc::Receiver<", "broadcast::Receiver<", "watch::Receiver<", "::Sender<"],
            &[
                "struct `tokio::sync::mpsc::Receiver<T>` in",
                "struct `tokio::sync::mpsc::Sender<T>` in",
                "struct `tokio::sync::broadcast::Sender<T>` in",
                "`send` found for struct `tokio::sync::broadcast::Receiver",
                "`send` found for struct `tokio::sync::watch::Receiver",
            ],
        ],
        meaning: "This is the other end of the channel. A channel is a pair, the sender first: `let (tx, mut \
                  rx) = mpsc::channel(8);`, then `tx.send(x).await` and `rx.recv().await`.",
        word: "channel",
    },
    KnownError {
        key: "other-channel",
        codes: &["E0599", "E0609"],
        says: &[
            &["found for struct `tokio::sync::", "on type `tokio::sync::"],
            &["watch::Receiver", "oneshot::Receiver", "broadcast::Receiver", "mpsc::Receiver"],
            &["method not found", "unknown field", "no method named `recv`"],
        ],
        meaning: "Each kind of channel is read in its own way: mpsc and broadcast by `rx.recv().await`, \
                  oneshot by awaiting the receiver itself, watch by `rx.changed().await` and \
                  `rx.borrow_and_update()`.",
        word: "channel",
    },
    KnownError {
        key: "owned-needs-arc",
        codes: &["E0599"],
        says: &[
            &["`acquire_owned`", "`acquire_many_owned`", "`try_acquire_owned`", "`lock_owned`"],
            &["Arc<"],
        ],
        meaning: "It wants what is shared in an `Arc`: `let semaphore = Arc::new(Semaphore::new(n));` once, \
                  before the loop, and then `semaphore.clone().acquire_owned()`.",
        word: "permit",
    },
    KnownError {
        key: "permit-release",
        codes: &["E0599"],
        says: &[&["no method named `release`"]],
        meaning: "A permit is a guard: it is given back when it is dropped, at the end of its block or by \
                  `drop(permit)`. Keep what `acquire().await` gives in a variable.",
        word: "permit",
    },
    KnownError {
        key: "other-recv-error",
        codes: &["E0599"],
        says: &[&["`Lagged`", "`Closed`"], &["::error::RecvError`"]],
        meaning: "This is the error of another kind of channel. A broadcast receiver's is \
                  `tokio::sync::broadcast::error::RecvError`.",
        word: "import",
    },
    KnownError {
        key: "std-for-tokio",
        codes: &["E0599", "E0308", "E0277"],
        says: &[&["std::sync::mpsc", "std::sync::mpmc", "found `std::time::Instant`"]],
        meaning: "This is the type of std, not the one of tokio. Import tokio's, such as \
                  `tokio::time::Instant` or `tokio::sync::broadcast::error::RecvError`.",
        word: "import",
    },
    KnownError {
        key: "broadcast-is-no-iterator",
        codes: &["E0277"],
        says: &[&["`tokio::sync::broadcast::Receiver<"], &["is not an iterator"]],
        meaning: "A receiver isn't an iterator. Ask it for its next item in a loop. `rx.recv().await` gives a \
                  Result here: `Ok(x)`, or an Err that says that you missed some or that it is the end.",
        word: "channel",
    },
    KnownError {
        key: "stream-for-list",
        codes: &["E0308"],
        says: &[
            &["expected `Vec<"],
            &[
                "found `BufferUnordered<",
                "found `Buffered<",
                "found `FuturesUnordered<",
                "found `FuturesOrdered<",
            ],
        ],
        meaning: "A stream gives its items one after another. `.collect().await` waits for all of them and \
                  makes a list: `let all: Vec<_> = stream.collect().await;`.",
        word: "stream",
    },
    KnownError {
        key: "not-an-iterator",
        codes: &["E0277", "E0599"],
        says: &[&["is not an iterator"], &["Receiver", "Stream", "Buffer", "Unordered", "JoinSet"]],
        meaning: "A channel or a stream isn't an iterator. Ask it for its next item in a loop: `while let \
                  Some(x) = rx.recv().await { … }`, with `.next()` for a stream.",
        word: "stream",
    },
    KnownError {
        key: "channel-of-what",
        codes: &["E0282", "E0283"],
        says: &[&["function `channel`", "function `unbounded_channel`"]],
        meaning: "The compiler can't tell what goes through this channel. Name the type that you send: \
                  `mpsc::channel::<Request>(16)`.",
        word: "type annotation",
    },
];
