//! All other types that do not fit.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "iterator-first",
        codes: &["E0599"],
        says: &[&["call `.into_iter()` first", "call `.iter()` first"]],
        meaning: "A list has to be turned into an iterator first: `list.into_iter().map(…)` takes its items, \
                  `list.iter().map(…)` only looks at them.",
        word: "type annotation",
    },
    KnownError {
        key: "method-not-called",
        codes: &["E0615"],
        says: &[],
        meaning: "This is a method, not a field. Call it: `x.is_done()`.",
        word: "syntax",
    },
    KnownError {
        key: "not-cloneable",
        codes: &["E0277", "E0599"],
        says: &[&[": Clone` is not satisfied", ": Clone`"]],
        meaning: "Something is cloned here that can't be, such as a receiver, a lock, or the value that \
                  `vec![None; n]` repeats. Leave it out of what is cloned, share one of it in an `Arc`, or fill \
                  the list in a loop.",
        word: "ownership",
    },
    KnownError {
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
    KnownError {
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
        meaning: "Values of this type can't be compared. Compare or sort by something in them, such as \
                  `list.sort_by_key(|x| x.id)`. Whether an Option is None, `x.is_none()` tells.",
        word: "type annotation",
    },
    KnownError {
        key: "closure-expected",
        codes: &["E0277"],
        says: &[&["FnOnce()` closure, found"]],
        meaning: "A closure is expected here: `|| …`, as in `.with_context(|| format!(…))`. A future is run by \
                  `tokio::spawn`, not by a thread.",
        word: "syntax",
    },
    KnownError {
        key: "fields-missing",
        codes: &["E0063", "E0027", "E0560", "E0026"],
        says: &[],
        meaning: "The compiler names the fields. A struct is made with all of its fields, and taken apart with \
                  all of them, or with `..` for the rest.",
        word: "syntax",
    },
    KnownError {
        key: "type-parameter-missing",
        codes: &["E0107"],
        says: &[],
        meaning: "Say what is inside: `mpsc::Sender<Request>`, `Vec<String>`, `JoinHandle<u32>`.",
        word: "type annotation",
    },
    KnownError {
        key: "other-arguments",
        codes: &["E0061", "E0057"],
        says: &[],
        meaning: "The function takes other arguments. The compiler shows how it is declared. There are no \
                  keyword arguments, and none may be left out.",
        word: "type annotation",
    },
    KnownError {
        key: "maybe-unset",
        codes: &["E0381"],
        says: &[],
        meaning: "On some way through the code, nothing was put into the variable. Give it a value where you \
                  declare it, such as `None`.",
        word: "type annotation",
    },
    KnownError {
        key: "break-with-value",
        codes: &["E0571"],
        says: &[],
        meaning: "Only `loop` can end with a value: `loop { … break x; … }`. After `while` or `for`, the value \
                  comes in a line of its own.",
        word: "syntax",
    },
    KnownError {
        key: "error-type-unknown",
        codes: &["E0282", "E0283", "E0284"],
        says: &[&["declared on the enum `Result`", "Result<", "async", "`?`"]],
        meaning: "The compiler can't tell which error type `?` makes in this async block. End the block with \
                  `Ok::<_, anyhow::Error>(value)`, or move it into an `async fn` that names its return type.",
        word: "type annotation",
    },
    KnownError {
        key: "type-unknown",
        codes: &["E0282", "E0283", "E0284"],
        says: &[],
        meaning: "The compiler can't tell which type this is. Name it: `let all: Vec<u32> = …`, or \
                  `collect::<Vec<_>>()`.",
        word: "type annotation",
    },
    KnownError {
        key: "duration-expected",
        codes: &["E0308"],
        says: &[&["expected `Duration`"]],
        meaning: "A time is a Duration, with its unit: `Duration::from_secs(2)` or \
                  `Duration::from_millis(500)`.",
        word: "type annotation",
    },
    KnownError {
        key: "append-for-push",
        codes: &["E0308"],
        says: &[&["expected `&mut Vec<"]],
        meaning: "`append` takes another list. To add one value: `list.push(x)`.",
        word: "syntax",
    },
    KnownError {
        key: "reference-expected",
        codes: &["E0308"],
        says: &[&["expected `&"], &["consider borrowing here"]],
        meaning: "It is only to be lent: write `&` before it.",
        word: "ownership",
    },
    KnownError {
        key: "value-expected",
        codes: &["E0308"],
        says: &[&["consider removing the borrow"]],
        meaning: "The value itself is expected, not a reference: leave out the `&`.",
        word: "ownership",
    },
    KnownError {
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
        meaning: "This is a reference, and the value itself is expected. Write `*id`, or take the values out \
                  on the way: `ids.iter().copied()`.",
        word: "ownership",
    },
    KnownError {
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
        meaning: "Numbers of different types don't mix by themselves. Declare the variable with the type that \
                  is needed, or convert: `n as usize`, `u64::from(n)`.",
        word: "type annotation",
    },
    KnownError {
        key: "tuple-for-list",
        codes: &["E0308"],
        says: &[&["expected `Vec<", "expected `[", "expected struct `Vec<"], &["found tuple"]],
        meaning: "`join!` gives a tuple. Take it apart, and make the list: `let (a, b) = tokio::join!(…); \
                  vec![a, b]`.",
        word: "type annotation",
    },
    KnownError {
        key: "tuple-expected",
        codes: &["E0308"],
        says: &[
            &["expected tuple"],
            &["found struct", "found array", "found `Vec<", "found integer"],
        ],
        meaning: "Several values are expected together, as a tuple: `(a, b)`.",
        word: "type annotation",
    },
    KnownError {
        key: "list-for-array",
        codes: &["E0308", "E0529"],
        says: &[
            &["expected `[", "expected array `[", "expected an array or slice"],
            &["found `Vec<", "found struct `Vec<"],
        ],
        meaning: "An array is expected, and this is a list. An array is written `[a, b, c]`, without `vec!`. \
                  Where you know how many there are, `join!` or `try_join!` gives them one by one.",
        word: "type annotation",
    },
    KnownError {
        key: "array-for-list",
        codes: &["E0308"],
        says: &[&["expected `Vec<", "expected struct `Vec<"], &["found `[", "found array `["]],
        meaning: "A list `Vec<T>` is expected, and this is an array. Write `vec![a, b]`, or `array.to_vec()`.",
        word: "type annotation",
    },
    KnownError {
        key: "iterator-for-list",
        codes: &["E0308"],
        says: &[
            &["expected `Vec<", "expected struct `Vec<"],
            &[
                "found `Map<",
                "found `Filter",
                "found `Enumerate<",
                "found `Zip<",
                "found `Rev<",
                "found `Take<",
            ],
        ],
        meaning: "An iterator does nothing until something asks it. `.collect()` makes a list of its items. If \
                  they are futures, `futures::future::join_all(…).await` makes a list of their results.",
        word: "type annotation",
    },
    KnownError {
        key: "unit-found",
        codes: &["E0308"],
        says: &[&["found `()`", "found unit type `()`"]],
        meaning: "This way through the code ends without a value. End it with the value that is expected, such \
                  as `None` or `Ok(x)`, and without a `;`.",
        word: "Result",
    },
    KnownError {
        key: "unknown-member",
        codes: &["E0599", "E0609"],
        says: &[&[
            "no method named `",
            "no field `",
            "no function or associated item named `",
            "no associated item named `",
            "no variant or associated item named `",
            "no variant named `",
        ]],
        meaning: "{definition}",
        word: "syntax",
    },
];
