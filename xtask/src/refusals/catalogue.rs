//! The classics of async Rust that the compiler refuses, each with our line.

use super::Refusal;

/// The narrow ones come first.
pub(super) const ALL: &[Refusal] = &[
    Refusal {
        key: "closure-needs-move",
        codes: &["E0373"],
        says: &[&["is returned here"]],
        meaning: "The block borrows a variable that may be gone when the future runs. Write `async \
                  move`, so that it owns what it uses.",
        word: "ownership",
    },
    Refusal {
        key: "borrowed-in-task",
        codes: &["E0373", "E0521", "E0597", "E0716", "E0499", "E0502", "E0505", "E0506"],
        says: &[&["'static", "may outlive", "escapes the function body"]],
        meaning: "A task, or a future that you return, may go on after this function has ended, so it can't \
                  borrow from it. Give it what it uses: `async move`, and a clone or an `Arc` of what you \
                  need afterwards.",
        word: "'static",
    },
    Refusal {
        key: "std-lock-awaited",
        codes: &["E0277"],
        says: &[
            &["is not a future"],
            &["LockResult", "MutexGuard", "RwLockReadGuard", "RwLockWriteGuard", "PoisonError"],
        ],
        meaning: "A lock of std gives its guard at once, without `.await`: write `.lock().unwrap()`. \
                  If you hold the guard across an `.await`, use the Mutex of tokio::sync instead.",
        word: "guard",
    },
    Refusal {
        key: "awaited-too-early",
        codes: &["E0277"],
        says: &[&["is not a future"], &["required by a bound"]],
        meaning: "A future is expected here, and this is already a result. Leave out the inner \
                  `.await` and hand over the future itself: it is awaited for you.",
        word: "await",
    },
    Refusal {
        key: "not-a-future",
        codes: &["E0277"],
        says: &[&["is not a future"]],
        meaning: "`.await` needs a future, and this is something else: a value that was awaited \
                  before, the result of a function that isn't async, or a closure that you have to \
                  call first.",
        word: "await",
    },
    Refusal {
        key: "not-pinned",
        codes: &["E0277", "E0599"],
        says: &[&["cannot be unpinned", "consider using the `pin!` macro", "Unpin"]],
        meaning: "A future has to stay in its place once it has been polled. Pin it first: `let mut f \
                  = std::pin::pin!(f);` in a function, or `Box::pin(f)` to keep it in a list or a \
                  struct.",
        word: "pin!",
    },
    Refusal {
        key: "not-send",
        codes: &["E0277", ""],
        says: &[&[
            "cannot be sent between threads safely",
            "cannot be shared between threads safely",
            "is not `Send`",
        ]],
        meaning: "A task may move to another thread at any `.await`, so what lives across one has to \
                  be `Send`. Drop the guard (or `Rc`) before the `.await`, in a block of its own, or \
                  use `Arc` and the locks of tokio::sync.",
        word: "Send",
    },
    Refusal {
        key: "question-mark-nowhere",
        codes: &["E0277"],
        says: &[&["the `?` operator can only be used"]],
        meaning: "`?` returns early with the error, and what is around it can't return that: it needs \
                  the matching Result or Option as its return type. Change that type, convert with \
                  `.ok()?` where an Option is returned, or handle the error here with `match`.",
        word: "Result",
    },
    Refusal {
        key: "question-mark-on-future",
        codes: &["E0277"],
        says: &[
            &["the `?` operator can only be applied"],
            &["`await`ing", "impl Future", "async fn body"],
        ],
        meaning: "This is a future, and only its result can be an error. Await it first: `f().await?`.",
        word: "future",
    },
    Refusal {
        key: "not-awaited",
        codes: &[
            "E0599", "E0609", "E0277", "E0308", "E0369", "E0600", "E0608", "E0282", "E0614",
            "E0070", "E0610",
        ],
        says: &[&[
            "consider `await`ing",
            "found struct `Collect<",
            "found struct `JoinAll<",
            "found future",
            "found opaque type",
            "for opaque type `impl Future",
            "for opaque type `impl futures::Future",
            "on type `impl Future",
            "type `impl Future",
            "`impl Future<",
            "calling an async function returns a future",
        ]],
        meaning: "Calling an `async fn` only creates a future. Its result is there after `.await`: \
                  write `f().await`, and use what that gives.",
        word: "future",
    },
    Refusal {
        key: "context-without-trait",
        codes: &["E0599"],
        says: &[&["no method named `context`", "no method named `with_context`"]],
        meaning: "`context` and `with_context` come from a trait of anyhow. Write `use \
                  anyhow::Context;` at the top of the file.",
        word: "import",
    },
    Refusal {
        key: "iterator-for-stream",
        codes: &["E0599"],
        says: &[&["trait bounds were not satisfied"], &["Stream`"]],
        meaning: "This is an iterator, and the method belongs to streams. Begin with \
                  `futures::stream::iter(list)`.",
        word: "stream",
    },
    Refusal {
        key: "std-for-tokio",
        codes: &["E0599", "E0308", "E0277"],
        says: &[&["std::sync::mpsc", "std::sync::mpmc"]],
        meaning: "This is the type of std, not the one of tokio. Import tokio's, such as \
                  `tokio::sync::broadcast::error::RecvError`.",
        word: "import",
    },
    Refusal {
        key: "trait-not-imported",
        codes: &["E0599"],
        says: &[&[
            "is implemented but not in scope",
            "items from traits can only be used if the trait is in scope",
        ]],
        meaning: "This method comes from a trait that isn't imported. Add the `use` line that the \
                  compiler suggests.",
        word: "import",
    },
    Refusal {
        key: "not-an-iterator",
        codes: &["E0277", "E0599"],
        says: &[&["is not an iterator"], &["Receiver", "Stream", "Buffer", "Unordered", "JoinSet"]],
        meaning: "A channel or a stream isn't an iterator. Ask it for its next item in a loop: `while \
                  let Some(x) = rx.recv().await { … }`, with `.next()` for a stream.",
        word: "stream",
    },
    Refusal {
        key: "other-pattern",
        codes: &["E0308"],
        says: &[&["this expression has type `"]],
        meaning: "The pattern and the value have different types. A Result has the cases `Ok` and \
                  `Err`, an Option `Some` and `None`: match on those that the value has.",
        word: "Result",
    },
    Refusal {
        key: "different-futures",
        codes: &["E0308"],
        says: &[&[
            "no two async blocks",
            "distinct uses of `impl Trait`",
            "expected future, found a different",
            "expected `async` block, found a different `async` block",
            "found a different opaque type",
        ]],
        meaning: "Each `async` block and each `async fn` has a type of its own, even if they look \
                  alike, and a list or a branch needs one type. Box them: `Box::pin(async { … })` in a \
                  `Vec<Pin<Box<dyn Future<Output = T>>>>`. Or make all of them with the same function.",
        word: "Box::pin",
    },
    Refusal {
        key: "join-error",
        codes: &["E0308", "E0277", "E0599", "E0369", "E0614", "E0271", "E0282"],
        says: &[&["JoinError"]],
        meaning: "A JoinHandle gives a Result: `Ok` with the task's value, or `Err` when the task \
                  panicked or was aborted. Take the value out: `handle.await.unwrap()`, or handle the \
                  error.",
        word: "JoinHandle",
    },
    Refusal {
        key: "future-used-twice",
        codes: &["E0382"],
        says: &[&[
            "has type `impl Future",
            "has type `impl futures",
            "JoinHandle<",
            "dyn Future",
            "Sleep`",
            "due to this await",
            "has type `Fut",
            "async block@",
            "async fn body",
        ]],
        meaning: "Awaiting a future uses it up, and so does handing it over. Call the function again \
                  for each new future. To wait for the same future in a loop, pin it once, before the \
                  loop, and use `&mut` of it.",
        word: "future",
    },
    Refusal {
        key: "moved-into-task",
        codes: &["E0382", "E0505"],
        says: &[
            &["moved into", "`async` block", "async block", "async closure", "coroutine"],
            &["here", "closure"],
        ],
        meaning: "The async block or closure took the value with it: a value has one owner. Clone it \
                  before, and move the clone in; or share it with `Arc`.",
        word: "ownership",
    },
    Refusal {
        key: "moved-in-loop",
        codes: &["E0382"],
        says: &[&["in previous iteration of loop", "previous iteration"]],
        meaning: "The first turn of the loop moves the value away, so it is gone in the second. Clone \
                  it in each turn, or lend it with `&`.",
        word: "ownership",
    },
    Refusal {
        key: "captured-by-future",
        codes: &[""],
        says: &[&["captured variable cannot escape"]],
        meaning: "The closure lends a variable to each future that it returns, and only one may have \
                  it at a time. Let each future return its own value and collect those afterwards, or \
                  share the variable by `Arc` and a lock.",
        word: "ownership",
    },
    Refusal {
        key: "moved-out-of-reference",
        codes: &["E0507"],
        says: &[&[
            "behind a shared reference",
            "behind a mutable reference",
            "cannot move out of dereference",
        ]],
        meaning: "What is behind a reference or a guard isn't yours to give away. Clone it, or take \
                  the list apart by value: `for x in list` instead of `for x in &list`.",
        word: "ownership",
    },
    Refusal {
        key: "moved-out-of-closure",
        codes: &["E0507", "E0525"],
        says: &[&["FnMut", "`Fn`", "captured variable"]],
        meaning: "The closure may be called again, so it can't give away what it captured. Clone the \
                  value inside the closure, before the `async move` block, and move the clone in.",
        word: "ownership",
    },
    Refusal {
        key: "await-outside-async",
        codes: &["E0728"],
        says: &[],
        meaning: "`.await` only works inside an `async fn` or an `async` block. Make the function \
                  async; in a closure, write `|x| async move { … }`.",
        word: "await",
    },
    Refusal {
        key: "recursive-async",
        codes: &["E0733", "E0391"],
        says: &[&["recursion in an async", "computing layout of", "recursive"]],
        meaning: "A future that contains itself would have no end. Put the inner call in a box: \
                  `Box::pin(f(n - 1)).await`.",
        word: "Box::pin",
    },
    Refusal {
        key: "async-in-dyn-trait",
        codes: &["E0038"],
        says: &[&["async"]],
        meaning: "A trait with an `async fn` can't be used as `dyn Trait`. Let the method return \
                  `Pin<Box<dyn Future<Output = T>>>`, or use a generic parameter instead of `dyn`.",
        word: "Box::pin",
    },
    Refusal {
        key: "not-awaited-result",
        codes: &["E0599"],
        says: &[&[
            "method not found in `Result<",
            "for enum `Result<",
            "for enum `std::result::Result",
            "for enum `Option",
        ]],
        meaning: "The value is still wrapped in a Result or Option. Take it out first, with `?`, \
                  `match` or `unwrap()`.",
        word: "Result",
    },
    Refusal {
        key: "tokio-feature",
        codes: &["E0425", "E0432", "E0433", "E0599", "E0412", ""],
        says: &[&[
            "is gated behind",
            "configured out",
            "rt-multi-thread` feature",
            "found for struct `Runtime`",
        ]],
        meaning: "This part of the crate isn't built here: the course builds what its exercises need. \
                  A runtime comes from `tokio::runtime::Builder::new_current_thread()`, and in the \
                  tests one is running already.",
        word: "runtime",
    },
    Refusal {
        key: "missing-crate",
        codes: &["E0432", "E0433", "E0463"],
        says: &[&["unlinked crate", "can't find crate", "maybe a missing crate"]],
        meaning: "There is no such crate here. An answer can use {crates}, and std.",
        word: "import",
    },
    Refusal {
        key: "macro-not-imported",
        codes: &[""],
        says: &[&["cannot find macro"]],
        meaning: "The compiler doesn't know this macro here. Write its crate too, as in \
                  `tokio::join!(…)` or `tokio::select! { … }`.",
        word: "import",
    },
    Refusal {
        key: "not-imported",
        codes: &["E0425", "E0433", "E0412", "E0405", "E0404"],
        says: &[&[
            "cannot find function",
            "cannot find type",
            "cannot find trait",
            "use of undeclared",
            "cannot find `",
            "failed to resolve",
        ]],
        meaning: "The compiler doesn't know this name here. If it is spelt right, its `use` line is \
                  missing, such as `use futures::future::join_all;` or `use std::time::Duration;`. Where std \
                  and tokio both have one, take tokio's.",
        word: "import",
    },
    Refusal {
        key: "semicolon",
        codes: &["E0308"],
        says: &[&["remove this semicolon"]],
        meaning: "The `;` after the last line throws its value away, and the block returns `()`. \
                  Remove it to return the value.",
        word: "Result",
    },
    Refusal {
        key: "error-type-unknown",
        codes: &["E0282", "E0283", "E0284"],
        says: &[&["declared on the enum `Result`", "Result<", "async", "`?`"]],
        meaning: "The compiler can't tell which error type `?` makes in this async block. End the \
                  block with `Ok::<_, anyhow::Error>(value)`, or move it into an `async fn` that names \
                  its return type.",
        word: "type annotation",
    },
    Refusal {
        key: "type-unknown",
        codes: &["E0282", "E0283", "E0284"],
        says: &[],
        meaning: "The compiler can't tell which type this is. Name it: `let all: Vec<u32> = …`, or \
                  `collect::<Vec<_>>()`.",
        word: "type annotation",
    },
    Refusal {
        key: "nested-result",
        codes: &["E0308"],
        says: &[
            &["expected enum `Result<", "expected `Result<"],
            &["found enum `Result<", "found `Result<"],
        ],
        meaning: "Both are Results, of different types. If the value inside is a Result too, `?` takes \
                  the outer one off. If only the errors differ, `Ok(value?)` converts them.",
        word: "Result",
    },
    Refusal {
        key: "result-expected",
        codes: &["E0308"],
        says: &[&["try wrapping the expression in `Ok`"]],
        meaning: "A Result is expected here: wrap the value in `Ok(…)`.",
        word: "Result",
    },
    Refusal {
        key: "option-expected",
        codes: &["E0308"],
        says: &[&["try wrapping the expression in `Some`"]],
        meaning: "An Option is expected here: wrap the value in `Some(…)`.",
        word: "Result",
    },
    Refusal {
        key: "result-not-unwrapped",
        codes: &["E0308"],
        says: &[&[
            "found `Result<",
            "found enum `Result<",
            "found `Option<",
            "found enum `Option<",
            "found `Vec<Result<",
            "found `&Result<",
            "found struct `Vec<Result<",
        ]],
        meaning: "This is a Result or an Option, and the value inside it is expected. Take it out with \
                  `?`, `match` or `unwrap()`.",
        word: "Result",
    },
    Refusal {
        key: "not-all-cases",
        codes: &["E0004"],
        says: &[],
        meaning: "A `match` has to name every case. The compiler lists the missing ones: decide what \
                  each of them means here.",
        word: "Result",
    },
    Refusal {
        key: "borrowed-twice",
        codes: &["E0499", "E0502", "E0506"],
        says: &[],
        meaning: "Two parts want the same variable at the same time, and one of them changes it. End \
                  the first borrow before the second begins; or share it with `Arc` and a lock, or \
                  send changes through a channel.",
        word: "ownership",
    },
    Refusal {
        key: "needs-mut",
        codes: &["E0596"],
        says: &[],
        meaning: "Using it changes it. Declare it with `let mut`.",
        word: "ownership",
    },
    Refusal {
        key: "moved",
        codes: &["E0382", "E0505"],
        says: &[],
        meaning: "A value has one owner, and it was given away before. Clone it where it was given \
                  away, or lend it with `&`.",
        word: "ownership",
    },
];
