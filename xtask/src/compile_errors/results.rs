//! Results and Options where something else is expected.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "unit-expected",
        codes: &["E0308"],
        says: &[&["expected `()`, found `"]],
        meaning: "This value ends nothing, so nobody takes it. To leave the function with it: `return x;`. To \
                  ignore it: a `;` behind it.",
        word: "Result",
    },
    KnownError {
        key: "question-mark-nowhere",
        codes: &["E0277"],
        says: &[&["the `?` operator can only be used"]],
        meaning: "`?` returns early with the error, and what is around it can't return that: it needs the \
                  matching Result or Option as its return type. Change that type, convert with `.ok()?` where \
                  an Option is returned, or handle the error here with `match`.",
        word: "Result",
    },
    KnownError {
        key: "tuple-of-results",
        codes: &["E0277"],
        says: &[&[
            "the `?` operator cannot be applied to type `(",
            " cannot be applied to type `Vec<Result<",
        ]],
        meaning: "`join!` gives a tuple of Results, and `join_all` a list of them. Use `?` on each one, or \
                  have the first error end it: `try_join!(…)?`, `try_join_all(…).await?`.",
        word: "Result",
    },
    KnownError {
        key: "bool-expected",
        codes: &["E0308"],
        says: &[
            &["expected `bool`"],
            &["found `Result<", "found `Option<", "found enum `Result<", "found enum `Option<"],
        ],
        meaning: "`if` and `while` want a bool, and this is a Result or an Option. Ask it: `x.is_ok()`, \
                  `x.is_some()`. Or take the value out: `if let Ok(x) = … { … }`.",
        word: "Result",
    },
    KnownError {
        key: "timeout-result",
        codes: &["E0308", "E0599", "E0609", "E0369"],
        says: &[&["Elapsed>"], &["Result<"]],
        meaning: "`timeout` gives a Result: `Ok` with what the future gave, or `Err(Elapsed)` if the time was \
                  over first. Say with `match` what each means here, or make an Option of it: `.ok()`.",
        word: "Result",
    },
    KnownError {
        key: "recv-result",
        codes: &["E0308", "E0599", "E0609", "E0369"],
        says: &[&["RecvError>"], &["Result<"]],
        meaning: "A receiver gives a Result here: `Ok`, or an Err that says why nothing came. Of oneshot and \
                  watch it is the end, as the sender is gone. Of broadcast, `Closed` is the end and \
                  `Lagged(n)` isn't: it says that you missed n. Decide with `match`.",
        word: "Result",
    },
    KnownError {
        key: "result-taken-apart",
        codes: &["E0308"],
        says: &[
            &[
                "this expression has type `Result<",
                "this expression has type `std::result::Result<",
            ],
            &["found tuple"],
        ],
        meaning: "This is one Result of several values. Take it off first, as in `let (a, b) = \
                  tokio::try_join!(fa, fb)?;`.",
        word: "Result",
    },
    KnownError {
        key: "method-of-the-other",
        codes: &["E0599"],
        says: &[
            &[
                "`is_some`",
                "`is_none`",
                "`ok_or`",
                "`ok_or_else`",
                "`is_ok`",
                "`is_err`",
                "`map_err`",
                "`ok`",
            ],
            &["for enum `Result", "for enum `Option", "for enum `std::result::Result"],
        ],
        meaning: "A Result and an Option have different methods. A Result has `is_ok`, `is_err`, `map_err`, \
                  and `ok`, which makes an Option of it. An Option has `is_some`, `is_none`, and `ok_or`, \
                  which makes a Result of it.",
        word: "Result",
    },
    KnownError {
        key: "question-mark-on-value",
        codes: &["E0277"],
        says: &[&["the `?` operator can only be applied"]],
        meaning: "`?` takes a Result or an Option apart, and this is neither. Leave it out.",
        word: "Result",
    },
    KnownError {
        key: "other-pattern",
        codes: &["E0308"],
        says: &[&["this expression has type `"]],
        meaning: "The pattern and the value have different types. A Result has the cases `Ok` and `Err`, an \
                  Option `Some` and `None`: match on those that the value has.",
        word: "Result",
    },
    KnownError {
        key: "join-error",
        codes: &["E0308", "E0277", "E0599", "E0369", "E0614", "E0271", "E0282"],
        says: &[&["JoinError"]],
        meaning: "A JoinHandle gives a Result: `Ok` with the task's value, or `Err` when the task panicked or \
                  was aborted. Decide what an Err means: `match`, or `?` to hand it on.",
        word: "JoinHandle",
    },
    KnownError {
        key: "not-awaited-result",
        codes: &["E0599", "E0609"],
        says: &[&[
            "method not found in `Result<",
            "for enum `Result<",
            "for enum `std::result::Result",
            "for enum `Option",
            "on type `Result<",
            "on type `Option<",
        ]],
        meaning: "The value is still wrapped in a Result or an Option. Take it out first: `?` hands an error \
                  on, `match` or `let Some(x) = … else { … }` decides here.",
        word: "Result",
    },
    KnownError {
        key: "text-for-error",
        codes: &["E0308", "E0277"],
        says: &[
            &["expected `Error`", "expected `anyhow::Error`", "couldn't convert the error"],
            &[
                "found `&str`",
                "found `String`",
                "found `&String`",
                "`String: ",
                "`str: ",
                "`&str: ",
            ],
        ],
        meaning: "An error is expected, and a text isn't one. `anyhow::anyhow!(\"…\")` makes one, and \
                  `anyhow::bail!(\"…\")` returns it at once.",
        word: "Result",
    },
    KnownError {
        key: "list-of-results",
        codes: &["E0308"],
        says: &[&[
            "found `Vec<Result<",
            "found struct `Vec<Result<",
            "found `[Result<",
            "found `HashMap<u32, Result<",
        ]],
        meaning: "A list of Results stands where a list of values is expected. Use `?` on each before you put \
                  it in. For futures, `try_join_all(…)` in place of `join_all` gives the values, or the first \
                  error.",
        word: "Result",
    },
    KnownError {
        key: "other-error",
        codes: &["E0308"],
        says: &[&["expected `Error`, found", "expected `anyhow::Error`, found"]],
        meaning: "anyhow's error is expected, and this is another. `?` converts it on the way. Or say what was \
                  going on, which converts it too: `.context(\"…\")?` on the Result.",
        word: "Result",
    },
    KnownError {
        key: "list-of-options",
        codes: &["E0308"],
        says: &[&["found `Vec<Option<", "found struct `Vec<Option<"]],
        meaning: "A list of Options stands where a list of values is expected. `.into_iter().flatten()` leaves \
                  out each None, and `collect::<Option<Vec<_>>>()` is None if one of them is.",
        word: "Result",
    },
    KnownError {
        key: "err-expected",
        codes: &["E0308"],
        says: &[
            &["try wrapping the expression in `Err`", "expected `Result<"],
            &["found `Error`", "try wrapping the expression in `Err`"],
        ],
        meaning: "An error is returned inside of a Result: `Err(error)`. `anyhow::bail!(\"…\")` makes one and \
                  returns it.",
        word: "Result",
    },
    KnownError {
        key: "nested-result",
        codes: &["E0308"],
        says: &[
            &["expected enum `Result<", "expected `Result<"],
            &["found enum `Result<", "found `Result<"],
        ],
        meaning: "Both are Results, of different types. If there is a Result inside the Result, `?` takes the outer one \
                  off. If only their errors differ, `Ok(value?)` converts them. If only their values do: `.map(|x| …)`.",
        word: "Result",
    },
    KnownError {
        key: "result-expected",
        codes: &["E0308"],
        says: &[&["try wrapping the expression in `Ok`"]],
        meaning: "A Result is expected here: wrap the value in `Ok(…)`.",
        word: "Result",
    },
    KnownError {
        key: "result-for-option",
        codes: &["E0308"],
        says: &[
            &["expected `Option<", "expected enum `Option<"],
            &["found `Result<", "found enum `Result<"],
        ],
        meaning: "A Result stands where an Option is expected. `.ok()` makes one of it, and drops the error. A value of \
                  your own is `Some(x)`, not `Ok(x)`.",
        word: "Result",
    },
    KnownError {
        key: "none-for-value",
        codes: &["E0308"],
        says: &[&["found `Option<_>`"], &["None"]],
        meaning: "There is no null: `None` is a case of Option, and something else is expected here. An empty \
                  list is `Vec::new()`, an error `Err(…)`.",
        word: "Result",
    },
    KnownError {
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
    KnownError {
        key: "option-expected",
        codes: &["E0308"],
        says: &[&["try wrapping the expression in `Some`"]],
        meaning: "An Option is expected here: wrap the value in `Some(…)`.",
        word: "Result",
    },
    KnownError {
        key: "option-not-unwrapped",
        codes: &["E0308"],
        says: &[&["found `Option<", "found enum `Option<", "found `&Option<"]],
        meaning: "This is an Option, and the value in it is expected. Say what happens if there is none: `let \
                  Some(x) = … else { … };`, `match`, or `?` where an Option is returned.",
        word: "Result",
    },
    KnownError {
        key: "result-not-unwrapped",
        codes: &["E0308"],
        says: &[&[
            "found `Result<",
            "found enum `Result<",
            "found `&Result<",
            "found reference `&Result<",
        ]],
        meaning: "This is a Result, and the value in it is expected. `?` takes it out and hands an error on; \
                  `match` decides here what an error means.",
        word: "Result",
    },
    KnownError {
        key: "not-all-cases",
        codes: &["E0004"],
        says: &[],
        meaning: "A `match` has to name every case. The compiler lists the missing ones: decide what each of \
                  them means here.",
        word: "Result",
    },
];
