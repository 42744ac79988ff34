//! Names that the compiler does not know, or that belong to somebody else.

use super::KnownError;

/// The narrow ones come first.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "context-on-error",
        codes: &["E0599"],
        says: &[
            &["no method named `context`", "no method named `with_context`"],
            &["found for enum `Failure`", "found for struct `"],
        ],
        meaning: "`context` belongs to a Result, and this is the error alone: `Err(error).context(…)`.",
        word: "Result",
    },
    KnownError {
        key: "context-without-trait",
        codes: &["E0599"],
        says: &[&["no method named `context`", "no method named `with_context`"]],
        meaning: "`context` and `with_context` come from a trait of anyhow. Write `use anyhow::Context;` at \
                  the top of the file.",
        word: "import",
    },
    KnownError {
        key: "not-in-std",
        codes: &["E0432"],
        says: &[&["unresolved import `std::"]],
        meaning: "The standard library has no such thing. The async locks, semaphores and channels are in \
                  `tokio::sync`, the timers in `tokio::time`.",
        word: "import",
    },
    KnownError {
        key: "trait-not-imported",
        codes: &["E0599"],
        says: &[&[
            "is implemented but not in scope",
            "items from traits can only be used if the trait is in scope",
        ]],
        meaning: "This method comes from a trait that isn't imported. Add the `use` line that the compiler \
                  suggests.",
        word: "import",
    },
    KnownError {
        key: "tokio-feature",
        codes: &["E0425", "E0432", "E0433", "E0599", "E0412", ""],
        says: &[&[
            "is gated behind",
            "configured out",
            "rt-multi-thread` feature",
            "new_multi_thread",
            "found for struct `Runtime`",
        ]],
        meaning: "This part of the crate isn't built here: the course builds what its exercises need. A \
                  runtime comes from `tokio::runtime::Builder::new_current_thread()`, and in the tests one is \
                  running already.",
        word: "runtime",
    },
    KnownError {
        key: "not-in-module",
        codes: &["E0425", "E0433", "E0412", "E0405", ""],
        says: &[&["cannot find"], &["in module `", "in crate `", " in `tokio`", " in `futures`"]],
        meaning: "There is nothing of this name in that module. Is it a method, as in `value.name()`? Or is it \
                  spelt in another way?",
        word: "import",
    },
    KnownError {
        key: "variant-alone",
        codes: &["E0531", "E0532", "E0425"],
        says: &[&[
            "cannot find tuple struct or tuple variant",
            "cannot find unit struct, unit variant",
            "cannot find struct, variant",
        ]],
        meaning: "A case of an enum stands behind the enum's name: `Enum::Case(x)`.",
        word: "import",
    },
    KnownError {
        key: "placeholder-type",
        codes: &["E0412", "E0425"],
        says: &[&["cannot find type `T`"]],
        meaning: "The compiler's `T` only stands for a type. Put yours in its place, such as \
                  `mpsc::channel::<Request>(16)`.",
        word: "type annotation",
    },
    KnownError {
        key: "let-missing",
        codes: &["E0425"],
        says: &[&["introduce a new binding"]],
        meaning: "A new variable begins with `let`: `let x = …;`, or `let mut x = …;` if it changes.",
        word: "syntax",
    },
    KnownError {
        key: "missing-crate",
        codes: &["E0432", "E0433", "E0463"],
        says: &[&["unlinked crate", "can't find crate", "maybe a missing crate"]],
        meaning: "There is no such crate here. An answer can use {crates}, and std.",
        word: "import",
    },
    KnownError {
        key: "macro-not-imported",
        codes: &[""],
        says: &[&["cannot find macro"]],
        meaning: "The compiler doesn't know this macro here. Write its crate too, as in `tokio::join!(…)`, or \
                  import it.",
        word: "import",
    },
    KnownError {
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
        meaning: "The compiler doesn't know this name here. If it is spelt right, its `use` line is missing. \
                  Where std and tokio both have one, take tokio's.",
        word: "import",
    },
    KnownError {
        key: "unresolved-import",
        codes: &["E0432"],
        says: &[],
        meaning: "There is nothing of this name at that path. Check both.",
        word: "import",
    },
    KnownError {
        key: "pattern-without-value",
        codes: &["E0532"],
        says: &[&["found tuple variant"]],
        meaning: "This case has a value in it, and the pattern has to name it: `Lagged(n)`, or `Lagged(_)` if \
                  you don't need it.",
        word: "Result",
    },
    KnownError {
        key: "private",
        codes: &["E0423", "E0451", "E0603", "E0616"],
        says: &[&["private"]],
        meaning: "This belongs to another module, and only that one can make or read it. Use its public \
                  functions, or hand on the value that you were given.",
        word: "import",
    },
];
