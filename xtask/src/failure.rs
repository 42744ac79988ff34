//! Why a command could not be carried out. An answer that is not right yet is no failure.

use crate::Outcome;
use crate::process::locked_files;
use std::fmt::{self, Display};
use std::io;
use std::path::Path;

/// What went wrong, in words that end with the next step where there is one.
#[derive(Debug)]
pub struct Failure {
    message: String,
    outcome: Outcome,
}

impl Failure {
    /// The call makes no sense.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), outcome: Outcome::Usage }
    }

    /// The tool or the machine failed.
    pub fn machine(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), outcome: Outcome::Machine }
    }

    /// `what` could not be done to `path`.
    pub fn file(what: &str, path: &Path, error: &io::Error) -> Failure {
        let path = path.display();
        let hint = if locked_files::is_locked(error) {
            format!(". {}", locked_files::MESSAGE)
        } else {
            String::new()
        };
        Failure::machine(format!("could not {what} {path}: {error}{hint}"))
    }

    /// Cargo could not build what is nobody's answer, and `said` this. Where that is because a tool did not
    /// start, the first sentence says which and what to do about it.
    pub fn build(said: &str) -> Failure {
        let is_locked =
            || locked_files::says_locked(said).then(|| locked_files::MESSAGE.to_owned());
        let why = tool(said).or_else(is_locked).or_else(|| disk(said));
        let why = why.unwrap_or_else(|| "cargo could not build this.".to_owned());
        Failure::machine(format!("{why}\n\n{}", said.trim()))
    }

    /// A program could not be started.
    pub fn start(program: &str, error: &io::Error) -> Failure {
        let hint = match (program, error.kind()) {
            ("cargo", io::ErrorKind::NotFound) => {
                ". It comes with Rust: see https://rustup.rs, then open a new terminal"
            }
            (_, io::ErrorKind::NotFound) => ". Is it installed?",
            _ => "",
        };
        Failure::machine(format!("could not start {program}: {error}{hint}"))
    }

    pub fn outcome(&self) -> Outcome {
        self.outcome
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// What is wrong with the disk, where cargo, the compiler or the linker tells of that.
fn disk(said: &str) -> Option<String> {
    if said.contains("No space left on device") || said.contains("os error 28") {
        return Some("the disk is full. Make room and check again.".to_owned());
    }
    said.contains("Read-only file system").then(|| {
        "the course's folder can't be written to. Copy it to a place where you may write, or set \
         CARGO_TARGET_DIR to such a place."
            .to_owned()
    })
}

/// Which tool did not start, where cargo or the compiler says of one that it didn't.
fn tool(said: &str) -> Option<String> {
    let after = |words: &str| Some(&said[said.find(words)? + words.len()..]);
    if let Some(rest) = after("could not execute process `") {
        // A path with a space in it stands in quotes.
        let program = match rest.strip_prefix(['\'', '"']) {
            Some(quoted) => quoted.split(['\'', '"']).next(),
            None => rest.split([' ', '`']).next(),
        };
        let program = program.unwrap_or_default();
        return Some(format!(
            "cargo could not start {program}. Install it, or correct the setting that names it: an \
             environment variable such as RUSTC_WRAPPER, or a file .cargo/config.toml here or in a folder \
             above."
        ));
    }
    let (linker, rest) = after("linker `")?.split_once('`')?;
    if !rest.starts_with(" not found") && !said.contains("could not exec the linker `") {
        return None;
    }
    let way_out = match linker {
        "cc" => {
            "Install one: `apt-get install build-essential` on Debian and Ubuntu, `xcode-select \
             --install` on macOS."
        }
        "link.exe" => {
            "Install the Visual Studio Build Tools, with \"Desktop development with C++\"."
        }
        _ => {
            "Install it, or correct the setting that names it: `linker` in a file .cargo/config.toml here \
             or in a folder above, or an environment variable CARGO_TARGET_…_LINKER."
        }
    };
    Some(format!(
        "could not start the linker {linker}. Rust needs a linker to build anything. {way_out}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_does_not_start_is_named_before_anything_else() {
        for (said, named) in [
            (
                "error: could not execute process `sccache /bin/rustc -vV` (never executed)",
                "start sccache.",
            ),
            (
                "error: could not execute process `'/my tools/w' rustc` (never executed)",
                "start /my tools/w.",
            ),
            (
                "error: could not compile `tea`\n\n\x1b[1merror: linker `cc` not found\x1b[0m\n  |",
                "linker cc",
            ),
            ("error: linker `link.exe` not found", "Visual Studio"),
            (
                "error: could not exec the linker `/opt/ld`\n  = note: Permission denied",
                "linker /opt/ld",
            ),
        ] {
            let failure = Failure::build(said).to_string();
            let (first, rest) = failure.split_once("\n\n").unwrap();
            assert!(first.contains(named), "{first}");
            assert_eq!(rest, said);
        }
    }

    #[test]
    fn of_whatever_else_went_wrong_cargo_tells() {
        for said in
            ["error: linking with `cc` failed: exit status: 1", "error: no space left on device"]
        {
            assert_eq!(
                Failure::build(said).to_string(),
                format!("cargo could not build this.\n\n{said}")
            );
        }
    }

    #[test]
    fn of_a_held_file_the_next_step_is_told() {
        let busy = io::ErrorKind::ExecutableFileBusy.into();
        let said = Failure::file("run", Path::new("live"), &busy).to_string();
        assert!(said.starts_with("could not run live: "), "{said}");
        assert!(said.ends_with(locked_files::MESSAGE), "{said}");
    }
}
