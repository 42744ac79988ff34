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
        key: "closure-for-future",
        codes: &["E0277"],
        says: &[&["is not a future"], &["{closure@", "{async closure@", "`fn(", "fn item"]],
        meaning: "A future is expected here, and this is a function or a closure. Call it: \
                  `spawn(work(x))`. Or write a block in place of the closure: `async move { … }`, \
                  without `||`.",
        word: "future",
    },
    Refusal {
        key: "handle-by-reference",
        codes: &["E0277"],
        says: &[&["is not a future"], &["`&tokio::task::JoinHandle", "`&JoinHandle"]],
        meaning: "Awaiting a JoinHandle takes it. Go over the list by value, `for handle in \
                  handles`, or await `&mut handle`.",
        word: "JoinHandle",
    },
    Refusal {
        key: "awaited-too-early",
        codes: &["E0277"],
        says: &[&["is not a future"], &["required by a bound"]],
        meaning: "A future is expected here, and this is an ordinary value. If you awaited it, leave out that \
                  `.await`: the future itself is handed over and awaited for you. Otherwise hand over what \
                  the async function returns.",
        word: "await",
    },
    Refusal {
        key: "not-a-future",
        codes: &["E0277"],
        says: &[&["is not a future"]],
        meaning: "`.await` needs a future, and this is something else: a value that was awaited before, what \
                  `join!` or `select!` gives (they await by themselves), or the result of a function that \
                  isn't async.",
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
        key: "tuple-of-results",
        codes: &["E0277"],
        says: &[&[
            "the `?` operator cannot be applied to type `(",
            " cannot be applied to type `Vec<Result<",
        ]],
        meaning: "`join!` gives a tuple of Results, and `join_all` a list of them. Use `?` on each \
                  one, or have the first error end it: `try_join!(…)?`, `try_join_all(…).await?`.",
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
        key: "future-in-task",
        codes: &["E0308"],
        says: &[&["JoinHandle<impl Future", "JoinHandle<impl futures"]],
        meaning: "The value of this task is a future, which nobody awaits: the block calls an async function \
                  and returns what that gives. Await it in the block, `spawn(async { f().await })`, or spawn \
                  it directly, `spawn(f())`.",
        word: "future",
    },
    Refusal {
        key: "handle-not-awaited",
        codes: &["E0599", "E0609", "E0308", "E0277", "E0369", "E0600", "E0608", "E0614"],
        says: &[&[
            "for struct `tokio::task::JoinHandle",
            "for reference `&tokio::task::JoinHandle",
            "method not found in `tokio::task::JoinHandle<",
            "found `JoinHandle<",
            "found struct `tokio::task::JoinHandle",
            "found `Vec<JoinHandle<",
            "elements of type `tokio::task::JoinHandle",
            "type `tokio::task::JoinHandle",
            "`tokio::task::JoinHandle<",
        ]],
        meaning: "A JoinHandle stands for a task, not for its value. `handle.await` waits for the \
                  value and gives a Result: `handle.await.unwrap()`. To end the task: \
                  `handle.abort()`.",
        word: "JoinHandle",
    },
    Refusal {
        key: "futures-collected",
        codes: &["E0277"],
        says: &[
            &["cannot be built from an iterator", "cannot be built from `"],
            &[
                "async closure body",
                "async block",
                "async fn body",
                "elements of type `impl Future",
                "elements of type `impl futures",
            ],
        ],
        meaning: "This is a list of futures, and nobody has awaited them. \
                  `futures::future::join_all(list).await` waits for all of them and gives the list \
                  of their results.",
        word: "future",
    },
    Refusal {
        key: "future-for-list",
        codes: &["E0277"],
        says: &[&["Future<"], &["is not an iterator"]],
        meaning: "`join_all` takes one list: `join_all(ids.map(f)).await`. For a few futures that \
                  you can name, use `tokio::join!(a, b, c)`.",
        word: "future",
    },
    Refusal {
        key: "not-awaited",
        codes: &[
            "E0599", "E0609", "E0277", "E0308", "E0369", "E0600", "E0608", "E0282", "E0614",
            "E0070", "E0610", "E0271",
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
        key: "channel-is-a-pair",
        codes: &["E0599", "E0609"],
        says: &[&["for tuple `(", "on type `("], &["Sender<"]],
        meaning: "A channel is a pair, a sender and a receiver. Take it apart: `let (tx, mut rx) = \
                  mpsc::channel(8);`.",
        word: "channel",
    },
    Refusal {
        key: "other-channel",
        codes: &["E0599", "E0609"],
        says: &[
            &["found for struct `tokio::sync::", "on type `tokio::sync::"],
            &["watch::Receiver", "oneshot::Receiver", "broadcast::Receiver", "mpsc::Receiver"],
            &["method not found", "unknown field", "no method named `recv`"],
        ],
        meaning: "Each kind of channel is read in its own way: mpsc and broadcast by \
                  `rx.recv().await`, oneshot by awaiting the receiver itself, watch by \
                  `rx.changed().await` and `rx.borrow_and_update()`.",
        word: "channel",
    },
    Refusal {
        key: "permit-release",
        codes: &["E0599"],
        says: &[&["no method named `release`"]],
        meaning: "A permit is a guard: it is given back when it is dropped, at the end of its \
                  block or by `drop(permit)`. Keep what `acquire().await` gives in a variable.",
        word: "permit",
    },
    Refusal {
        key: "iterator-first",
        codes: &["E0599"],
        says: &[&["call `.into_iter()` first", "call `.iter()` first"]],
        meaning: "A list has to be turned into an iterator first: `list.into_iter().map(…)` takes \
                  its items, `list.iter().map(…)` only looks at them.",
        word: "type annotation",
    },
    Refusal {
        key: "method-not-called",
        codes: &["E0615"],
        says: &[],
        meaning: "This is a method, not a field. Call it: `x.is_done()`.",
        word: "syntax",
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
        says: &[&["std::sync::mpsc", "std::sync::mpmc", "found `std::time::Instant`"]],
        meaning: "This is the type of std, not the one of tokio. Import tokio's, such as \
                  `tokio::time::Instant` or `tokio::sync::broadcast::error::RecvError`.",
        word: "import",
    },
    Refusal {
        key: "not-in-std",
        codes: &["E0432"],
        says: &[&["unresolved import `std::"]],
        meaning: "The standard library has no such thing. The async locks, semaphores and channels \
                  are in `tokio::sync`, the timers in `tokio::time`.",
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
        key: "not-cloneable",
        codes: &["E0277", "E0599"],
        says: &[&[": Clone` is not satisfied", ": Clone`"]],
        meaning: "Something is cloned here that can't be, such as a receiver, a lock, or the value that \
                  `vec![None; n]` repeats. Leave it out of what is cloned, share one of it in an `Arc`, or fill \
                  the list in a loop.",
        word: "ownership",
    },
    Refusal {
        key: "guard-for-its-value",
        codes: &["E0308", "E0368", "E0369"],
        says: &[&[
            "to type `MutexGuard<",
            "to type `tokio::sync::MutexGuard<",
            "to type `std::sync::MutexGuard<",
            "found `MutexGuard<",
        ]],
        meaning: "This is the guard of a lock, and what you want is the value behind it: write `*guard`.",
        word: "guard",
    },
    Refusal {
        key: "not-comparable",
        codes: &["E0277", "E0369"],
        says: &[&[
            ": Ord` is not satisfied",
            ": PartialOrd",
            "binary operation `==`",
            "binary operation `!=`",
            "binary operation `<`",
            "binary operation `>`",
        ]],
        meaning: "Values of this type can't be compared. Compare or sort by something in them, \
                  such as `list.sort_by_key(|x| x.id)`. Whether an Option is None, `x.is_none()` \
                  tells.",
        word: "type annotation",
    },
    Refusal {
        key: "closure-expected",
        codes: &["E0277"],
        says: &[&["FnOnce()` closure, found"]],
        meaning: "A closure is expected here: `|| …`, as in `.with_context(|| format!(…))`. A \
                  future is run by `tokio::spawn`, not by a thread.",
        word: "syntax",
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
        key: "arc-is-shared",
        codes: &["E0594", "E0596"],
        says: &[&["in an `Arc`", "in an `Rc`"]],
        meaning: "What is in an `Arc` is shared, so nobody may change it. Put a lock around what \
                  changes, `Arc<Mutex<T>>`, or let one task own it.",
        word: "ownership",
    },
    Refusal {
        key: "behind-a-reference",
        codes: &["E0594", "E0596"],
        says: &[&[
            "behind a `&` reference",
            "is a `&` reference",
            "captured variable in a `Fn` closure",
        ]],
        meaning: "This is only lent for reading, and using it so changes it. Take it by value or \
                  as `&mut`, or put what changes into a lock.",
        word: "ownership",
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
        key: "borrowed-too-long",
        codes: &["E0597", "E0515", "E0716", ""],
        says: &[&[
            "does not live long enough",
            "lifetime may not live long enough",
            "cannot return reference to",
            "cannot return value referencing",
            "temporary value dropped while borrowed",
        ]],
        meaning: "This refers to something that is gone before it is. Give it what it uses instead \
                  of lending it: a clone, or `async move` for a future.",
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
        key: "lifetime-missing",
        codes: &["E0106", "E0726"],
        says: &[],
        meaning: "A struct that holds a reference needs a lifetime: `struct Guard<'a> { lock: &'a Lock }`, \
                  and then `impl Drop for Guard<'_>`.",
        word: "lifetime",
    },
    Refusal {
        key: "drop-called",
        codes: &["E0040"],
        says: &[],
        meaning: "The method `drop` can't be called: Rust calls it when the value is dropped. To drop a value \
                  now, write `drop(value)`.",
        word: "drop",
    },
    Refusal {
        key: "await-outside-async",
        codes: &["E0728"],
        says: &[],
        meaning: "`.await` only works inside an `async fn` or an `async` block. In a closure, write `|x| async \
                  move { … }`. In a function that must stay an ordinary one, leave `.await` out and return \
                  the future or the handle, or wait with `runtime.block_on(…)`, which needs no `.await`.",
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
        codes: &["E0599", "E0609"],
        says: &[&[
            "method not found in `Result<",
            "for enum `Result<",
            "for enum `std::result::Result",
            "for enum `Option",
            "on type `Option<",
            "on type `Result<",
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
            "new_multi_thread",
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
        key: "pattern-without-value",
        codes: &["E0532"],
        says: &[&["found tuple variant"]],
        meaning: "This case has a value in it, and the pattern has to name it: `Lagged(n)`, or \
                  `Lagged(_)` if you don't need it.",
        word: "Result",
    },
    Refusal {
        key: "private",
        codes: &["E0423", "E0451", "E0603", "E0616"],
        says: &[&["private"]],
        meaning: "This belongs to another module, and only that one can make or read it. Use its \
                  public functions, or hand on the value that you were given.",
        word: "import",
    },
    Refusal {
        key: "fields-missing",
        codes: &["E0063", "E0027", "E0560", "E0026"],
        says: &[],
        meaning: "The compiler names the fields. A struct is made with all of its fields, and \
                  taken apart with all of them, or with `..` for the rest.",
        word: "syntax",
    },
    Refusal {
        key: "type-parameter-missing",
        codes: &["E0107"],
        says: &[],
        meaning: "Say what is inside: `mpsc::Sender<Request>`, `Vec<String>`, `JoinHandle<u32>`.",
        word: "type annotation",
    },
    Refusal {
        key: "other-arguments",
        codes: &["E0061", "E0057"],
        says: &[],
        meaning: "The function takes other arguments. The compiler shows how it is declared. There \
                  are no keyword arguments, and none may be left out.",
        word: "type annotation",
    },
    Refusal {
        key: "maybe-unset",
        codes: &["E0381"],
        says: &[],
        meaning: "On some way through the code, nothing was put into the variable. Give it a value \
                  where you declare it, such as `None`.",
        word: "type annotation",
    },
    Refusal {
        key: "break-with-value",
        codes: &["E0571"],
        says: &[],
        meaning: "Only `loop` can end with a value: `loop { … break x; … }`. After `while` or \
                  `for`, the value comes in a line of its own.",
        word: "syntax",
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
        key: "duration-expected",
        codes: &["E0308"],
        says: &[&["expected `Duration`"]],
        meaning: "A time is a Duration, with its unit: `Duration::from_secs(2)` or \
                  `Duration::from_millis(500)`.",
        word: "type annotation",
    },
    Refusal {
        key: "append-for-push",
        codes: &["E0308"],
        says: &[&["expected `&mut Vec<"]],
        meaning: "`append` takes another list. To add one value: `list.push(x)`.",
        word: "syntax",
    },
    Refusal {
        key: "text-for-error",
        codes: &["E0308"],
        says: &[
            &["expected `Error`", "expected `anyhow::Error`"],
            &["found `&str`", "found `String`", "found `&String`"],
        ],
        meaning: "An error is expected, and a text isn't one. `anyhow::anyhow!(\"…\")` makes one, \
                  and `anyhow::bail!(\"…\")` returns it at once.",
        word: "Result",
    },
    Refusal {
        key: "reference-expected",
        codes: &["E0308"],
        says: &[&["expected `&"], &["consider borrowing here"]],
        meaning: "It is only to be lent: write `&` before it.",
        word: "ownership",
    },
    Refusal {
        key: "reference-found",
        codes: &["E0308", "E0631"],
        says: &[&[
            "consider dereferencing the borrow",
            "expected function signature `fn(&",
            "found `&u32`",
            "found `Vec<&",
            "found `&u64`",
            "found `&usize`",
            "found `&i32`",
        ]],
        meaning: "This is a reference, and the value itself is expected. Write `*id`, or take the \
                  values out on the way: `ids.iter().copied()`.",
        word: "ownership",
    },
    Refusal {
        key: "number-type",
        codes: &["E0308", "E0277"],
        says: &[
            &[
                "expected `u8`",
                "expected `u16`",
                "expected `u32`",
                "expected `u64`",
                "expected `u128`",
                "expected `usize`",
                "expected `i32`",
                "expected `i64`",
                "expected `isize`",
                "expected `f32`",
                "expected `f64`",
                "cannot be indexed by",
                "cannot add",
                "cannot subtract",
                "cannot multiply",
                "cannot divide",
                "cannot compare",
            ],
            &[
                "found `u8`",
                "found `u16`",
                "found `u32`",
                "found `u64`",
                "found `u128`",
                "found `usize`",
                "found `i32`",
                "found `i64`",
                "found `isize`",
                "found `f32`",
                "found `f64`",
                "found floating-point number",
                "found integer",
                "indexed by `u32`",
                "indexed by `u64`",
                "indexed by `i32`",
                "`u64` to `usize`",
                "`usize` to `u64`",
                "`u32` to `usize`",
                "`usize` to `u32`",
                "`u32` to `u64`",
                "`u64` to `u32`",
                "`i32` to `u32`",
                "`i32` to `u64`",
                "`i32` to `usize`",
                "`{float}`",
            ],
        ],
        meaning: "Numbers of different types don't mix by themselves. Declare the variable with \
                  the type that is needed, or convert: `n as usize`, `u64::from(n)`.",
        word: "type annotation",
    },
    Refusal {
        key: "tuple-for-list",
        codes: &["E0308"],
        says: &[&["expected `Vec<", "expected `[", "expected struct `Vec<"], &["found tuple"]],
        meaning: "`join!` gives a tuple. Take it apart, and make the list: `let (a, b) = \
                  tokio::join!(…); vec![a, b]`.",
        word: "type annotation",
    },
    Refusal {
        key: "tuple-expected",
        codes: &["E0308"],
        says: &[
            &["expected tuple"],
            &["found struct", "found array", "found `Vec<", "found integer"],
        ],
        meaning: "Several values are expected together, as a tuple: `(a, b)`.",
        word: "type annotation",
    },
    Refusal {
        key: "list-for-array",
        codes: &["E0308", "E0529"],
        says: &[&["expected `[", "found `[", "expected an array or slice"], &["`Vec<"]],
        meaning: "An array `[T; 3]` and a list `Vec<T>` are two types. `vec![a, b]` makes a list, \
                  and `list.try_into().unwrap()` an array.",
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
        key: "result-for-option",
        codes: &["E0308"],
        says: &[
            &["expected `Option<", "expected enum `Option<"],
            &["found `Result<", "found enum `Result<"],
        ],
        meaning: "A Result stands where an Option is expected: `.ok()` makes one of it, and drops \
                  the error.",
        word: "Result",
    },
    Refusal {
        key: "option-for-result",
        codes: &["E0308"],
        says: &[
            &["expected `Result<", "expected enum `Result<"],
            &["found `Option<", "found enum `Option<"],
        ],
        meaning: "An Option stands where a Result is expected: `.ok_or(error)` makes one of it, or \
                  `.context(\"…\")` with anyhow.",
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
        key: "unit-found",
        codes: &["E0308"],
        says: &[&["found `()`", "found unit type `()`"]],
        meaning: "This way through the code ends without a value. End it with the value that is \
                  expected, such as `None` or `Ok(x)`, and without a `;`.",
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
        codes: &["E0596", "E0594", "E0384"],
        says: &[&["not declared as mutable", "immutable variable", "immutable argument"]],
        meaning: "It changes, so declare it with `mut`: `let mut x`, or `mut x` in the list of parameters.",
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
