//! What learners write as in Python or JavaScript, and what it is in Rust.

use super::KnownError;

/// Known by the compiler's words or by the line of code that it points at.
pub(super) const ALL: &[KnownError] = &[
    KnownError {
        key: "semicolon",
        codes: &["E0308"],
        says: &[&["remove this semicolon"]],
        meaning: "The `;` after the last line throws its value away, and the block returns `()`. Remove it to \
                  return the value.",
        word: "Result",
    },
    KnownError {
        key: "await-in-front",
        codes: &[""],
        says: &[&["incorrect use of `await`", "keyword `await`"]],
        meaning: "In Rust, `.await` stands behind the future: `fetch(x).await`. A `?` comes after it: \
                  `fetch(x).await?`. Macros such as `join!` and `select!` await by themselves.",
        word: "await",
    },
    KnownError {
        key: "select-arm",
        codes: &[""],
        says: &[&["no rules expected"], &["no rules expected `=>`", "select!", "),"]],
        meaning: "Each arm of `select!` reads `pattern = future => value`, as in `copy = a.download() => \
                  copy`. If you don't need the result, the pattern is `_`.",
        word: "syntax",
    },
    KnownError {
        key: "text-literal",
        codes: &["", "E0369", "E0762"],
        says: &[&[
            "string concatenation requires",
            "prefix `f` is unknown",
            "string concatenation requires",
            "prefix `F` is unknown",
            "unknown start of token: `",
            "character literal may only contain one codepoint",
            "unterminated character literal",
        ]],
        meaning: "Text stands in double quotes, and `format!` puts values into it: `format!(\"order {id}\")`. \
                  There are no f-strings and no template strings. For a context, write `.with_context(|| \
                  format!(\"order {id}\"))`.",
        word: "syntax",
    },
    KnownError {
        key: "format-braces",
        codes: &[""],
        says: &[&["invalid format string"]],
        meaning: "In a format string, only the name of a variable can stand in the braces. Pass anything else \
                  as an argument: `format!(\"attempt {}\", n + 1)`.",
        word: "syntax",
    },
    KnownError {
        key: "let-in-pattern",
        codes: &[""],
        says: &[&["expected pattern, found `let`"], &["=>"]],
        meaning: "A pattern in an arm of `select!` or `match` stands alone, without `let`: `copy = \
                  a.download() => copy`.",
        word: "syntax",
    },
    KnownError {
        key: "c-style-for",
        codes: &[""],
        says: &[&["for (let", "for (var", "for(let"]],
        meaning: "A `for` loop goes over a list or a range: `for i in 0..n { … }`, or `for job in jobs { … }`.",
        word: "syntax",
    },
    KnownError {
        key: "arrow-function",
        codes: &[""],
        says: &[
            &["found `(`", "found `=>`"],
            &["=>"],
            &["async (", "async(", "= (", ".map(", ".then(", ".filter(", ".forEach("],
        ],
        meaning: "The parameters of a closure stand between bars: `|id| f(id)`, or `async |id| f(id).await`.",
        word: "syntax",
    },
    KnownError {
        key: "async-for",
        codes: &["", "E0658"],
        says: &[&["async for", "for await"]],
        meaning: "There is no `async for`. Ask for one item after the other: `while let Some(x) = \
                  rx.recv().await { … }`, or `.next().await` with a stream.",
        word: "stream",
    },
    KnownError {
        key: "yield",
        codes: &["E0658"],
        says: &[&["yield syntax is experimental"]],
        meaning: "Stable Rust has no `yield`. A stream is made of what you have to know between two items: \
                  `stream::unfold(state, async |state| Some((item, next_state)))`, and `None` at the end.",
        word: "stream",
    },
    KnownError {
        key: "async-with",
        codes: &[""],
        says: &[&["async with", "    with "]],
        meaning: "There is no `with`. A guard ends with its block, so give it a name there: `let _permit = \
                  semaphore.acquire().await;`. A time limit goes around a future: `timeout(limit, f()).await`.",
        word: "guard",
    },
    KnownError {
        key: "exceptions",
        codes: &[""],
        says: &[
            &["keyword `catch` cannot follow", "reserved keyword `try`", " throw ", " raise "],
            &["keyword", "expected one of"],
        ],
        meaning: "Rust has no exceptions: an error is a value. `?` hands it to the caller, `match` decides \
                  what to do about it, and `return Err(…)` makes one.",
        word: "Result",
    },
    KnownError {
        key: "boolean-words",
        codes: &[""],
        says: &[&["is not a logical operator", "perform logical negation"]],
        meaning: "The logical operators are `&&`, `||` and `!`.",
        word: "syntax",
    },
    KnownError {
        key: "increment",
        codes: &[""],
        says: &[&[
            "postfix increment operator",
            "prefix increment operator",
            "postfix decrement operator",
            "prefix decrement operator",
        ]],
        meaning: "There is no `++` or `--`. Write `n += 1`.",
        word: "syntax",
    },
    KnownError {
        key: "const-for-let",
        codes: &["E0728", "E0435", "E0015", ""],
        says: &[
            &["const ", "invalid variable declaration"],
            &[
                "only allowed inside `async`",
                "missing type for `const` item",
                "expected identifier, found `",
                "non-constant value",
                "non-const function",
                "invalid variable declaration",
            ],
        ],
        meaning: "A variable is declared with `let`, or with `let mut` if it changes. `const` is for values \
                  that are known when the program is compiled.",
        word: "syntax",
    },
    KnownError {
        key: "block-syntax",
        codes: &[""],
        says: &[&["expected `{`, found `:`", "elif "]],
        meaning: "A block stands in braces, without a colon: `while waiting { … }`. What Python calls `elif` \
                  is `else if`.",
        word: "syntax",
    },
    KnownError {
        key: "tuple-parentheses",
        codes: &[""],
        says: &[&["return "], &["unexpected `,` in pattern", "found `,`"]],
        meaning: "To return two values, put them in parentheses: `return (a, b);`.",
        word: "syntax",
    },
    KnownError {
        key: "macro-without-bang",
        codes: &["E0423"],
        says: &[&["found macro `"]],
        meaning: "This is a macro. Call it with a `!`: `println!(…)`, `format!(…)`, `select! { … }`.",
        word: "syntax",
    },
    KnownError {
        key: "struct-literal",
        codes: &["", "E0423"],
        says: &[
            &["= new ", "    new ", "(new ", "return new ", "found struct `"],
            &["expected one of", "expected function", "expected value"],
        ],
        meaning: "A struct has no constructor of its own. Write its fields in braces, `Order { id, amount }`, \
                  or call a function that makes one, often `Order::new(…)`.",
        word: "syntax",
    },
    KnownError {
        key: "power",
        codes: &["E0614", "E0689", "E0600", "E0277"],
        says: &[&["** ", "2**", " * *", "`pow` on ambiguous numeric type"]],
        meaning: "There is no `**`. Use `pow`, with a number whose type is known: `2_u64.pow(n)`.",
        word: "syntax",
    },
    KnownError {
        key: "null",
        codes: &["E0425"],
        says: &[&["value `null`", "value `undefined`", "value `nil`"]],
        meaning: "Rust has no null. A value that may be missing is an Option: `Some(x)` or `None`.",
        word: "Result",
    },
    KnownError {
        key: "self-missing",
        codes: &["E0425"],
        says: &[&["value `this`", "you might have meant to use the available field"]],
        meaning: "A method reaches the fields of its own value with `self`: `self.requests`.",
        word: "syntax",
    },
    KnownError {
        key: "foreign-name",
        codes: &["E0425", "E0433", "E0432", "E0412", ""],
        says: &[
            &["cannot find", "unresolved"],
            &[
                "`Promise`",
                "`asyncio`",
                "`console`",
                "`setTimeout`",
                "`gather`",
                "`race`",
                "`create_task`",
                "`wait_for`",
                "`range`",
                "`len`",
                "`True`",
                "`False`",
            ],
        ],
        meaning: "Rust has another name for this. To wait for several: `tokio::join!` or `join_all`. For the \
                  first: `tokio::select!`. A time limit: `timeout`. A task: `tokio::spawn`. A range: `0..n`. A \
                  length: `list.len()`. To print: `println!`. Booleans: `true`, `false`.",
        word: "syntax",
    },
];
