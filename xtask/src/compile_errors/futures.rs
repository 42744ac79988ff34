//! Futures and tasks: what was awaited, what not, and where.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "std-lock-awaited",
        codes: &["E0277"],
        says: &[
            &["is not a future"],
            &["LockResult", "MutexGuard", "RwLockReadGuard", "RwLockWriteGuard", "PoisonError"],
        ],
        meaning: "A lock of std gives its guard at once, without `.await`: write `.lock().unwrap()`. If you \
                  hold the guard across an `.await`, use the Mutex of tokio::sync instead.",
        word: "guard",
    },
    KnownError {
        key: "list-for-future",
        codes: &["E0277"],
        says: &[
            &["is not a future"],
            &[
                "`(impl Future",
                "`(impl futures",
                "`Vec<impl",
                "`Vec<Pin",
                "`Vec<{async",
                "`Vec<JoinHandle",
                "`Vec<tokio::task::JoinHandle",
                "`[impl",
                "`[Pin",
                "`[{async",
                "`[JoinHandle",
                "`[tokio::task::JoinHandle",
                "`Map<",
                "`std::iter::Map<",
                "`RangeToInclusive<[",
            ],
        ],
        meaning: "These are many futures, and one is expected. For a list or an iterator: \
                  `futures::future::join_all(list).await`. `join!` and `select!` take futures one by one: \
                  `join!(a, b)`.",
        word: "future",
    },
    KnownError {
        key: "closure-for-future",
        codes: &["E0277"],
        says: &[
            &["is not a future"],
            &["{closure@", "{async closure@", "`fn(", "fn item", "`F` is not a future"],
        ],
        meaning: "A future is expected here, and this is a function or a closure. Call it: `spawn(work(x))`. \
                  Or write a block in place of the closure: `async move { … }`, without `||`.",
        word: "future",
    },
    KnownError {
        key: "handle-by-reference",
        codes: &["E0277"],
        says: &[&["is not a future"], &["`&tokio::task::JoinHandle", "`&JoinHandle"]],
        meaning: "Awaiting a JoinHandle takes it. Go over the list by value, `for handle in handles`, or await \
                  `&mut handle`.",
        word: "JoinHandle",
    },
    KnownError {
        key: "awaited-too-early",
        codes: &["E0277"],
        says: &[
            &["is not a future"],
            &["required by a bound"],
            &[".await =>", ".await,", ".await)", ".await?,", ".await?)", ".await? =>"],
        ],
        meaning: "A future is expected here, and this is already a result. Leave out the inner `.await` and \
                  hand over the future itself: it is awaited for you.",
        word: "await",
    },
    KnownError {
        key: "std-sleep",
        codes: &["E0277"],
        says: &[&["`()` is not a future"], &["sleep("]],
        meaning: "This is the `sleep` of std, which blocks the thread and gives no future. Import tokio's \
                  instead: `use tokio::time::sleep;`.",
        word: "blocking",
    },
    KnownError {
        key: "timeout-arguments",
        codes: &["E0277"],
        says: &[&["`Duration` is not a future"], &["timeout("]],
        meaning: "`timeout` takes the time first, and the future after it: `timeout(limit, f()).await`.",
        word: "future",
    },
    KnownError {
        key: "value-for-future",
        codes: &["E0277"],
        says: &[&["is not a future"], &["required by a bound"]],
        meaning: "A future is expected here, and this is an ordinary value. Hand over what an async function \
                  returns, without `.await`, or an `async { … }` block.",
        word: "await",
    },
    KnownError {
        key: "set-awaited",
        codes: &["E0277"],
        says: &[&["`JoinSet<"], &["is not a future"]],
        meaning: "A JoinSet isn't awaited itself. `set.join_next().await` gives the next task's result, and \
                  `set.join_all().await` waits for all of them.",
        word: "JoinHandle",
    },
    KnownError {
        key: "join-awaited",
        codes: &["E0277"],
        says: &[&["is not a future"], &["remove the `.await`"], &["join!("]],
        meaning: "`join!` and `try_join!` have awaited already. Leave out the `.await` behind them: they give a \
                  tuple, `let (a, b) = tokio::join!(fa, fb);`.",
        word: "await",
    },
    KnownError {
        key: "not-a-future",
        codes: &["E0277"],
        says: &[&["is not a future"]],
        meaning: "`.await` needs a future, and this is something else: a value that was awaited before, what \
                  `join!` or `select!` gives (they await by themselves), or the result of a function that \
                  isn't async.",
        word: "await",
    },
    KnownError {
        key: "not-pinned",
        codes: &["E0277", "E0599"],
        says: &[&["cannot be unpinned", "consider using the `pin!` macro", "Unpin"]],
        meaning: "A future has to stay in its place once it has been polled. Pin it first: `let mut f = \
                  std::pin::pin!(f);` in a function, or `Box::pin(f)` to keep it in a list or a struct.",
        word: "pin!",
    },
    KnownError {
        key: "not-send",
        codes: &["E0277", ""],
        says: &[&[
            "cannot be sent between threads safely",
            "cannot be shared between threads safely",
            "is not `Send`",
        ]],
        meaning: "A task may move to another thread at any `.await`, so what lives across one has to be \
                  `Send`. Drop the guard (or `Rc`) before the `.await`, in a block of its own, or use `Arc` \
                  and the locks of tokio::sync.",
        word: "Send",
    },
    KnownError {
        key: "question-mark-on-future",
        codes: &["E0277"],
        says: &[
            &["the `?` operator can only be applied"],
            &["`await`ing", "impl Future", "async fn body", "type `Fut`"],
        ],
        meaning: "This is a future, and only its result can be an error. Await it first: `f().await?`.",
        word: "future",
    },
    KnownError {
        key: "future-in-task",
        codes: &["E0308"],
        says: &[&["JoinHandle<impl Future", "JoinHandle<impl futures", "JoinHandle<{async"]],
        meaning: "The value of this task is a future, which nobody awaits: the block calls an async function \
                  and returns what that gives. Await it in the block, `spawn(async { f().await })`, or spawn \
                  it directly, `spawn(f())`.",
        word: "future",
    },
    KnownError {
        key: "handle-expected",
        codes: &["E0308"],
        says: &[&["expected `JoinHandle<"], &["found future", "found opaque type"]],
        meaning: "The handle of a task is expected, and this is a future. `tokio::spawn(f(x))` makes a task of \
                  it, and gives its handle.",
        word: "JoinHandle",
    },
    KnownError {
        key: "other-handle",
        codes: &["E0308"],
        says: &[&["expected `JoinHandle<"], &["found `JoinHandle<"]],
        meaning: "Both are handles, of tasks that give different values. The value of a task is the last \
                  expression of its block, without a `;`.",
        word: "JoinHandle",
    },
    KnownError {
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
            "on type `tokio::task::JoinHandle",
            "to type `tokio::task::JoinHandle",
            "has type `tokio::task::JoinHandle",
            "type `tokio::task::JoinHandle<T>` cannot be",
        ]],
        meaning: "A JoinHandle stands for a task, not for its value. `handle.await` waits for the value, and \
                  gives a Result, because a task can panic. To end the task: `handle.abort()`.",
        word: "JoinHandle",
    },
    KnownError {
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
                  `futures::future::join_all(list).await` waits for all of them and gives the list of their \
                  results.",
        word: "future",
    },
    KnownError {
        key: "future-for-list",
        codes: &["E0277"],
        says: &[&["Future<"], &["is not an iterator"]],
        meaning: "`join_all` takes one list: `join_all(ids.map(f)).await`. For a few futures that you can \
                  name, use `tokio::join!(a, b, c)`.",
        word: "future",
    },
    KnownError {
        key: "future-cloned",
        codes: &["E0599"],
        says: &[
            &["no method named `clone`"],
            &["type parameter `Fut`", "opaque type `impl Future", "async block", "async fn body"],
        ],
        meaning: "A future can't be cloned. Call the function again: each call makes a new future.",
        word: "future",
    },
    KnownError {
        key: "context-on-future",
        codes: &["E0599"],
        says: &[
            &[
                "no method named `context`",
                "no method named `with_context`",
                "no method named `map_err`",
            ],
            &[
                "impl Future<",
                "impl futures::Future<",
                "async block",
                "async fn body",
                "type parameter `Fut`",
                "Timeout<",
            ],
        ],
        meaning: "This is a future, and only its result can be an error. Await it first: \
                  `f().await.context(…)`. For `join!` or `try_join!`, do both in a small `async fn` or an \
                  `async { … }` block, and join those.",
        word: "future",
    },
    KnownError {
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
            "expected future, found `",
            "type parameter `Fut`",
            "has type `tokio::sync::oneshot::Receiver<",
            "::Timeout<",
            "`Timeout<",
            "`Next<",
            "`Sleep`",
            "::Sleep`",
            "`JoinAll<",
            "`TryJoinAll<",
            "`Collect<",
        ]],
        meaning: "Calling an `async fn` only creates a future; so do `timeout`, `sleep` and `next`. Its result \
                  is there after `.await`: write `f().await`, and use what that gives.",
        word: "future",
    },
    KnownError {
        key: "different-futures",
        codes: &["E0308"],
        says: &[&[
            "no two async blocks",
            "distinct uses of `impl Trait`",
            "expected future, found a different",
            "expected `async` block, found a different `async` block",
            "found a different opaque type",
        ]],
        meaning: "Each `async` block and each `async fn` has a type of its own, even if they look alike, and a \
                  list or a branch needs one type. `tokio::join!(a, b)` takes different futures as they are. \
                  If all give the same type, you can also box them: `Box::pin(async { … })` in a \
                  `Vec<Pin<Box<dyn Future<Output = T>>>>`.",
        word: "Box::pin",
    },
    KnownError {
        key: "block-on-awaited",
        codes: &["E0728"],
        says: &[&["block_on("], &[").await);", ").await)?", ").await).", ").await;", ").await?;"]],
        meaning: "`block_on` waits by itself, and gives the result. Leave out the `.await`, behind it and in its \
                  parentheses.",
        word: "await",
    },
    KnownError {
        key: "await-in-closure",
        codes: &["E0728"],
        says: &[&[".map(|"], &["iter(", ".."], &[".await)", ".await?)", ".await }"]],
        meaning: "The closure of `map` only makes a future for each item, without `.await`: `.map(|x| f(x))`. \
                  Then something awaits them all: `futures::future::join_all(…).await` for an iterator, \
                  `buffer_unordered(n)` for a stream. If it does more: `async move |x| { … }`.",
        word: "await",
    },
    KnownError {
        key: "await-outside-async",
        codes: &["E0728"],
        says: &[],
        meaning: "`.await` only works inside an `async fn` or an `async` block. In a closure, write `|x| async \
                  move { … }`. In a function that must stay an ordinary one, leave `.await` out and return the \
                  future or the handle, or wait with `runtime.block_on(…)`, which needs no `.await`.",
        word: "await",
    },
    KnownError {
        key: "recursive-async",
        codes: &["E0733", "E0391"],
        says: &[&["recursion in an async", "computing layout of", "recursive"]],
        meaning: "A future that contains itself would have no end. Put the inner call in a box: `Box::pin(f(n \
                  - 1)).await`.",
        word: "Box::pin",
    },
    KnownError {
        key: "async-in-dyn-trait",
        codes: &["E0038"],
        says: &[&["async"]],
        meaning: "A trait with an `async fn` can't be used as `dyn Trait`. Let the method return `Pin<Box<dyn \
                  Future<Output = T>>>`, or use a generic parameter instead of `dyn`.",
        word: "Box::pin",
    },
];
