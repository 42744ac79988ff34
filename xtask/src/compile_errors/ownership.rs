//! Who owns a value, who borrows it, and for how long.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "closure-needs-move",
        codes: &["E0373"],
        says: &[&["is returned here"]],
        meaning: "The block borrows a variable that may be gone when the future runs. Write `async move`, so \
                  that it owns what it uses.",
        word: "ownership",
    },
    KnownError {
        key: "context-lends",
        codes: &["E0521"],
        says: &[&[".context("]],
        meaning: "The error may live longer than what is lent to it. Give the context a text of its own: \
                  `.with_context(|| format!(\"loading {file}\"))`.",
        word: "'static",
    },
    KnownError {
        key: "borrowed-in-task",
        codes: &["E0373", "E0521", "E0597", "E0716", "E0499", "E0502", "E0505", "E0506"],
        says: &[&["'static", "may outlive", "escapes the function body"]],
        meaning: "A task, or a future that you return, may go on after this function has ended, so it can't \
                  borrow from it. Give it what it uses: `async move`, and a clone or an `Arc` of what you need \
                  afterwards.",
        word: "'static",
    },
    KnownError {
        key: "handle-used-twice",
        codes: &["E0382"],
        says: &[&["has type `tokio::task::JoinHandle<", "has type `JoinHandle<"]],
        meaning: "Awaiting a JoinHandle uses it up, and so does handing it over. Lend it to `select!`, as in \
                  `done = &mut handle => …`; then it is still yours, to abort or to await. Or abort by `let \
                  stop = handle.abort_handle();`, made before.",
        word: "JoinHandle",
    },
    KnownError {
        key: "list-used-up",
        codes: &["E0382"],
        says: &[&["has type `Vec<"], &["`into_iter` takes ownership"]],
        meaning: "`for x in list` and `into_iter()` use up the list. Read what you need of it before, such as \
                  `let n = list.len();`. If its items needn't be moved, go over `list.iter()`.",
        word: "ownership",
    },
    KnownError {
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
        meaning: "Awaiting a future uses it up, and so does handing it over. Keep what it gave: `let (a, b) = \
                  tokio::join!(fa, fb);`. For a new future, call the function again. To wait for the same one \
                  in a loop, pin it once, before the loop, and use `&mut` of it.",
        word: "future",
    },
    KnownError {
        key: "arc-is-shared",
        codes: &["E0594", "E0596"],
        says: &[&["in an `Arc`", "in an `Rc`"]],
        meaning: "What is in an `Arc` is shared, so nobody may change it. Put a lock around what changes, \
                  `Arc<Mutex<T>>`, or let one task own it.",
        word: "ownership",
    },
    KnownError {
        key: "behind-a-reference",
        codes: &["E0594", "E0596"],
        says: &[&[
            "behind a `&` reference",
            "is a `&` reference",
            "captured variable in a `Fn` closure",
        ]],
        meaning: "This is only lent for reading, and using it so changes it. Take it by value or as `&mut`, or \
                  put what changes into a lock.",
        word: "ownership",
    },
    KnownError {
        key: "moved-into-task",
        codes: &["E0382", "E0505"],
        says: &[
            &["moved into", "`async` block", "async block", "async closure", "coroutine"],
            &["here", "closure"],
        ],
        meaning: "The async block or closure took the value with it: a value has one owner. Clone it before, \
                  and move the clone in; or share it with `Arc`.",
        word: "ownership",
    },
    KnownError {
        key: "closure-lends",
        codes: &[""],
        says: &[&["lifetime may not live long enough"], &["return type of closure"]],
        meaning: "A closure can't say that its future borrows its parameter. Make it an `async fn one(file: \
                  &str) -> …`, or an async closure: `async |file: &str| { … }`.",
        word: "ownership",
    },
    KnownError {
        key: "borrowed-too-long",
        codes: &["E0597", "E0515", "E0716", ""],
        says: &[&[
            "does not live long enough",
            "lifetime may not live long enough",
            "cannot return reference to",
            "cannot return value referencing",
            "temporary value dropped while borrowed",
        ]],
        meaning: "This refers to something that is gone before it is. Give it what it uses instead of lending \
                  it: a clone, or `async move` for a future.",
        word: "ownership",
    },
    KnownError {
        key: "try-send-in-loop",
        codes: &["E0382"],
        says: &[&["previous iteration"], &["try_send("]],
        meaning: "`try_send` takes the value, and gives it back only inside its Err. `send(x).await` waits \
                  until there is room, so it needs no loop.",
        word: "backpressure",
    },
    KnownError {
        key: "moved-in-loop",
        codes: &["E0382"],
        says: &[&["in previous iteration of loop", "previous iteration"]],
        meaning: "The first turn of the loop moves the value away, so it is gone in the second. Clone it in \
                  each turn, or lend it with `&`.",
        word: "ownership",
    },
    KnownError {
        key: "captured-by-future",
        codes: &[""],
        says: &[&["captured variable cannot escape"]],
        meaning: "The closure lends a variable to each future that it returns, and only one may have it at a \
                  time. Let each future return its own value and collect those afterwards, or share the \
                  variable by `Arc` and a lock.",
        word: "ownership",
    },
    KnownError {
        key: "moved-out-of-reference",
        codes: &["E0507"],
        says: &[&[
            "behind a shared reference",
            "behind a mutable reference",
            "cannot move out of index of",
            "cannot move out of dereference",
        ]],
        meaning: "What is behind a reference or a guard isn't yours to give away. Clone it, or take the list \
                  apart by value: `for x in list` instead of `for x in &list`.",
        word: "ownership",
    },
    KnownError {
        key: "moved-out-of-closure",
        codes: &["E0507", "E0525"],
        says: &[&["FnMut", "`Fn`", "captured variable"]],
        meaning: "The closure may be called again, so it can't give away what it captured. Clone the value \
                  inside the closure, before the `async move` block, and move the clone in.",
        word: "ownership",
    },
    KnownError {
        key: "watch-guard",
        codes: &["E0499", "E0502", "E0505", "E0506"],
        says: &[&["watch::Ref<"]],
        meaning: "What `borrow()` gives is a guard, and it lives until the end of its block. Clone the value \
                  in the same line: `let value = rx.borrow_and_update().clone();`.",
        word: "guard",
    },
    KnownError {
        key: "guard-for-value",
        codes: &["E0308"],
        says: &[&["found `Ref<", "found `Vec<Ref<"]],
        meaning: "This is a guard, which only lends the value. Take a clone of the value: `let value = \
                  rx.borrow().clone();`.",
        word: "guard",
    },
    KnownError {
        key: "borrowed-twice",
        codes: &["E0499", "E0502", "E0506"],
        says: &[],
        meaning: "Two parts want the same variable at the same time, and one of them changes it. End the first \
                  borrow before the second begins; or share it with `Arc` and a lock, or send changes through \
                  a channel.",
        word: "ownership",
    },
    KnownError {
        key: "needs-mut",
        codes: &["E0596", "E0594", "E0384"],
        says: &[&["not declared as mutable", "immutable variable", "immutable argument"]],
        meaning: "It changes, so declare it with `mut`: `let mut x`, or `mut x` in the list of parameters.",
        word: "ownership",
    },
    KnownError {
        key: "moved",
        codes: &["E0382", "E0505"],
        says: &[],
        meaning: "A value has one owner, and it was given away before. Use it before that, or lend it with \
                  `&`, or give away a clone if its type has one.",
        word: "ownership",
    },
    KnownError {
        key: "lifetime-missing",
        codes: &["E0106", "E0726"],
        says: &[],
        meaning: "A struct that holds a reference needs a lifetime: `struct Guard<'a> { lock: &'a Lock }`, \
                  and then `impl Drop for Guard<'_>`.",
        word: "lifetime",
    },
    KnownError {
        key: "drop-called",
        codes: &["E0040"],
        says: &[],
        meaning: "The method `drop` can't be called: Rust calls it when the value is dropped. To drop a value \
                  now, write `drop(value)`.",
        word: "drop",
    },
];
